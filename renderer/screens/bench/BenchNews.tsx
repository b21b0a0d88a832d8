import type { ReactNode } from 'react';
import { assertNever } from '../../../shared/result.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { keyNames } from '../../components/generic/keys/keys.ts';
import { Notice } from '../../components/generic/surfaces/Notice.tsx';
import type { Wording } from '../../wording/createWording.ts';
import { sayRefusal } from '../../wording/sayRefusal.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import styles from './BenchNews.module.css';
import { type BenchSays, benchToneOf } from './benchSays.ts';

/**
 * The answer to the last scan, key or press; over the work, so that nothing moves. What went well goes
 * by itself and stands over the shutter below the picture, which can be pressed all the same.
 */
export function BenchNews(props: {
  readonly says: BenchSays | null;
  readonly onAcknowledge: () => void;
}): ReactNode {
  const wording = useWording();
  if (!props.says) return null;
  const { title, more } = words(wording, props.says);
  const tone = benchToneOf(props.says);
  return (
    <div className={styles['news']} data-tone={tone}>
      <Notice
        tone={tone}
        isNew
        title={title}
        {...(tone !== 'success' && {
          actions: (
            <Button keys={keyNames('ok')} onPress={props.onAcknowledge}>
              {wording.t('action.ok')}
            </Button>
          ),
        })}
      >
        {more}
      </Notice>
    </div>
  );
}

function words(
  wording: Wording,
  says: BenchSays,
): { readonly title: string; readonly more?: string } {
  const { t } = wording;
  switch (says.kind) {
    case 'photographed':
      return { title: t('bench.says.photographed', { shot: t(`shot.${says.shot}`) }) };
    case 'counted':
      return says.identity === 'match'
        ? { title: t('bench.says.counted', { name: says.name }) }
        : {
            title: t('bench.says.countedOdd', { name: says.name }),
            more: t(`identity.${says.identity}`),
          };
    case 'undone':
      return { title: t('bench.says.undone', { what: t(`fact.${says.what}`) }) };
    case 'nothingToUndo':
      return { title: t('bench.says.nothingToUndo'), more: t('bench.says.nothingToUndo.do') };
    case 'notHere':
      return { title: t('bench.notHere'), more: t('bench.notHere.next') };
    case 'unknownLabel':
      return {
        title: t('bench.notFound', { label: says.label }),
        more: t('bench.says.unknownLabel.do'),
      };
    case 'cardNotNow':
      return { title: t('bench.says.cardNotNow'), more: t('bench.says.cardNotNow.do') };
    case 'belongs':
      return { title: t('dock.says.belongs'), more: says.name };
    case 'articleFirst':
      return { title: t('dock.says.articleFirst'), more: t('dock.says.articleFirst.do') };
    case 'serialAgain':
      return {
        title: `${t('dock.says.serialAgain')}: ${says.serial}`,
        more: t('dock.says.serialAgain.do'),
      };
    case 'named':
      return {
        title: t('bench.says.named', { serial: says.serial }),
        more: `${t('dock.says.serialAgain')}: ${says.serial}`,
      };
    case 'unnamed':
      return { title: t('bench.says.unnamed', { serial: says.serial }) };
    case 'thisCase':
      return { title: t('bench.says.thisCase') };
    case 'hazard':
      return { title: t('dock.says.hazard'), more: t('dock.says.hazard.do') };
    case 'refused': {
      const said = sayRefusal(wording, says.refusal);
      return { title: said.what, more: said.toDo };
    }
    default:
      return assertNever(says);
  }
}
