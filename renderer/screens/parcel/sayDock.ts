import { assertNever } from '../../../shared/result.ts';
import type { ScanFeedback } from '../../components/returns/ScanBand.tsx';
import type { Wording } from '../../wording/createWording.ts';
import { sayRefusal } from '../../wording/sayRefusal.ts';
import { type DockSays, toneOf } from './dockSays.ts';

/** The band's words for what just happened. */
export function sayDock(wording: Wording, says: DockSays): ScanFeedback {
  const { t, formatDate, formatList } = wording;
  const tone = toneOf(says);
  switch (says.kind) {
    case 'received':
      return {
        tone,
        word: t('dock.says.received'),
        item: says.name,
        detail:
          says.expectedOn === null
            ? says.client
            : t('dock.says.received.late', { date: formatDate(says.expectedOn, 'day') }),
      };
    case 'linked':
      return { tone, word: t('dock.says.linked'), item: says.name, detail: says.client };
    case 'receivedOdd':
      return {
        tone,
        word: t(`dock.says.receivedOdd.${says.why}`),
        item: says.name,
        detail: t(`dock.says.receivedOdd.${says.why}.do`, { reason: says.reason ?? '' }).trim(),
      };
    case 'keptUnexpected':
      return {
        tone,
        word: t('dock.says.keptUnexpected'),
        item: says.label ?? t('dock.says.noLabel'),
        detail: t('dock.says.keptUnexpected.do'),
      };
    case 'unexpected':
      return {
        tone,
        word: t('dock.says.unexpected'),
        item: says.label ?? t('dock.says.noLabel'),
        detail: says.doubt
          ? t('dock.says.unexpected.doubt', { what: sayRefusal(wording, says.doubt).what })
          : t('dock.says.unexpected.do'),
      };
    case 'askArticle':
      return {
        tone,
        word: t('dock.says.askArticle'),
        item: says.label,
        detail: t('dock.says.askArticle.do'),
      };
    case 'askQuantity':
      return {
        tone,
        word: t('dock.says.askQuantity'),
        item: says.name,
        detail: t(says.unit === 'case' ? 'dock.says.askQuantity.case' : 'dock.says.askQuantity.do'),
      };
    case 'belongs':
      return { tone, word: t('dock.says.belongs'), item: says.name };
    case 'otherSite':
      return {
        tone,
        word: t('dock.says.otherSite'),
        item: says.name,
        detail: t('dock.says.otherSite.do'),
      };
    case 'several':
      return {
        tone,
        word: t(says.count === 1 ? 'dock.says.caseFirst' : 'dock.says.several'),
        item: t('dock.says.several.count', { count: says.count }),
        detail: t('dock.says.several.do'),
      };
    case 'again':
      return {
        tone,
        word: t('dock.says.again'),
        item: t('dock.says.again.by', { name: says.by, time: formatDate(says.at, 'moment') }),
        detail: t(says.another ? 'dock.says.again.another' : 'dock.says.again.do'),
      };
    case 'askLink':
      return {
        tone,
        word: t('dock.says.askLink'),
        item: says.name,
        detail: t('dock.says.askLink.do'),
      };
    case 'askOpen':
      return {
        tone,
        word: t('dock.says.askOpen'),
        item: t('dock.says.askOpen.item'),
        detail: t('dock.says.askOpen.do'),
      };
    case 'counted':
      return sayCounted(wording, says, tone);
    case 'countedBlind':
      return {
        tone,
        word: t('dock.says.counted'),
        item: says.name,
        detail: t('dock.says.countedBlind.so', { counted: says.counted }),
      };
    case 'serialAgain':
      return {
        tone,
        word: t('dock.says.serialAgain'),
        item: says.serial,
        detail: t('dock.says.serialAgain.do'),
      };
    case 'undone':
      return {
        tone,
        word: t('dock.says.undone'),
        item: t(`fact.${says.what}`),
        detail: says.name,
      };
    case 'short':
      return {
        tone,
        word: t('dock.says.short', { count: says.missing }),
        item: formatList(says.names),
        detail: t('dock.says.short.do'),
      };
    case 'missingNoted':
    case 'finishedShort':
      return {
        tone,
        word: t(`dock.says.${says.kind}`),
        item: t('dock.says.missing.until', {
          count: says.missing,
          date: formatDate(says.until, 'day'),
        }),
      };
    case 'doorChecked':
      return { tone, word: t('dock.says.doorChecked'), item: t(`condition.${says.condition}`) };
    case 'location':
      return { tone, word: t('dock.says.location'), item: says.code };
    case 'unreadable':
    case 'refused': {
      const { what, toDo } = sayRefusal(wording, says.refusal);
      return { tone, word: t(`dock.says.${says.kind}`), item: what, detail: toDo };
    }
    case 'trouble':
      return {
        tone,
        word: t('dock.says.refused'),
        item: t('dock.says.trouble'),
        detail: says.detail,
      };
    case 'hazard':
    case 'parcelFirst':
    case 'caseFirst':
    case 'articleFirst':
    case 'cameraNotReady':
    case 'finished':
    case 'finishedUncounted':
    case 'finishedBlind':
    case 'opened':
    case 'left':
    case 'nothingMissing':
    case 'nothingToUndo':
    case 'photographed':
      return { tone, word: t(`dock.says.${says.kind}`), item: t(`dock.says.${says.kind}.do`) };
    default:
      return assertNever(says);
  }
}

function sayCounted(
  { t, formatNumber }: Wording,
  says: Extract<DockSays, { kind: 'counted' }>,
  tone: ScanFeedback['tone'],
): ScanFeedback {
  const word = t(says.identity === 'match' ? 'dock.says.counted' : 'dock.says.countedOdd');
  const of = t('dock.says.counted.of', {
    counted: formatNumber(says.counted),
    announced: formatNumber(says.announced ?? 0),
  });
  const { foreignLot, serialIn, identity } = says;
  const asIs = identity === 'match' ? of : t(`identity.${identity}`);
  const detail = foreignLot
    ? t('dock.says.counted.foreignLot', foreignLot)
    : serialIn !== null
      ? t('dock.says.counted.serialIn', { rma: serialIn })
      : asIs;
  return { tone, word, item: says.name, detail };
}
