import type { ReactNode } from 'react';
import type { CaseFile } from '../../../shared/returns/caseFile.ts';
import { keyOfUnits } from '../../../shared/returns/spans.ts';
import { Button } from '../../components/Button.tsx';
import { Icon } from '../../components/Icon.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { useWording } from '../../wording/WordingProvider.tsx';
import { functionKeys } from '../atWork/useFunctionKeys.ts';
import { sayPart } from '../policy/sayPortion.ts';
import styles from './FinishSheet.module.css';
import type { OpenPoint } from './inspected.ts';

/** What is not done yet, before the verdict is proposed. Nothing stops anybody from finishing. */
export function FinishSheet(props: {
  readonly file: CaseFile;
  readonly points: readonly OpenPoint[];
  readonly onGoOn: () => void;
  readonly onFinish: () => void;
}): ReactNode {
  const wording = useWording();
  const { t } = wording;
  return (
    <Sheet
      title={t('bench.unfinished.title')}
      isOpen
      onClose={props.onGoOn}
      actions={
        <>
          <Button look="quiet" onPress={props.onFinish}>
            {t('bench.unfinished.finish')}
          </Button>
          <Button look="primary" keys={[functionKeys.ok]} onPress={props.onGoOn}>
            {t('bench.unfinished.goOn')}
          </Button>
        </>
      }
    >
      <ul className={styles['points']}>
        {props.points.map((point) => (
          <li key={keyOfPoint(point)} className={styles['point']}>
            <Icon name={point.kind === 'photo' ? 'camera' : 'bench'} />
            <div>
              <p className={styles['what']}>
                {point.kind === 'photo'
                  ? t('bench.unfinished.photo', { shot: t(`shot.${point.shot}`) })
                  : t('bench.unfinished.units', { count: point.left })}
              </p>
              <p className={styles['name']}>
                {point.name}
                {point.kind === 'photo' && sayPart(wording, props.file, point.of)}
              </p>
              <p>
                {t(
                  point.kind === 'photo'
                    ? 'bench.unfinished.photo.do'
                    : 'bench.unfinished.units.do',
                )}
              </p>
            </div>
          </li>
        ))}
      </ul>
      <p className={styles['note']}>{t('bench.unfinished.what')}</p>
    </Sheet>
  );
}

function keyOfPoint(point: OpenPoint): string {
  return point.kind === 'photo'
    ? `${point.name} ${point.shot} ${keyOfUnits(point.of.units)}`
    : point.name;
}
