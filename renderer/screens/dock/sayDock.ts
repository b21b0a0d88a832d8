import { assertNever } from '../../../shared/result.ts';
import type { ScanFeedback } from '../../components/ScanBand.tsx';
import type { Wording } from '../../wording/createWording.ts';
import { sayRefusal } from '../../wording/sayRefusal.ts';
import { type DockSays, toneOf } from './dockSays.ts';

/** The band's words for what just happened. */
export function sayDock(wording: Wording, says: DockSays): ScanFeedback {
  const { t, formatDate, formatNumber } = wording;
  const tone = toneOf(says);
  switch (says.kind) {
    case 'received':
    case 'linked':
      return { tone, word: t(`dock.says.${says.kind}`), item: says.name, detail: says.client };
    case 'keptUnexpected':
    case 'unexpected':
      return {
        tone,
        word: t(`dock.says.${says.kind}`),
        item: says.label,
        detail: t(`dock.says.${says.kind}.do`),
      };
    case 'several':
      return {
        tone,
        word: t('dock.says.several'),
        item: t('dock.says.several.count', { count: says.count }),
        detail: t('dock.says.several.do'),
      };
    case 'again':
      return {
        tone,
        word: t('dock.says.again'),
        item: t('dock.says.again.by', { name: says.by, time: formatDate(says.at, 'moment') }),
        detail: t('dock.says.again.do'),
      };
    case 'counted':
      return {
        tone,
        word: t(says.identity === 'match' ? 'dock.says.counted' : 'dock.says.countedOdd'),
        item: says.name,
        detail:
          says.identity === 'match'
            ? t('dock.says.counted.of', {
                counted: formatNumber(says.counted),
                announced: formatNumber(says.announced ?? 0),
              })
            : t(`identity.${says.identity}`),
      };
    case 'undone':
      return { tone, word: t('dock.says.undone'), item: says.name };
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
    case 'cameraNotReady':
    case 'finished':
    case 'finishedShort':
    case 'nothingToUndo':
    case 'photographed':
      return { tone, word: t(`dock.says.${says.kind}`), item: t(`dock.says.${says.kind}.do`) };
    default:
      return assertNever(says);
  }
}
