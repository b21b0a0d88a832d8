import type { ReactNode } from 'react';
import type { CaseFile } from '../../../shared/cases/reading/caseFile.ts';
import { keyOfUnits } from '../../../shared/facts/spans.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { keyNames } from '../../components/generic/keys/keys.ts';
import { Icon } from '../../components/generic/marks/Icon.tsx';
import { Sheet } from '../../components/generic/surfaces/Sheet.tsx';
import { useWording } from '../../wording/WordingProvider.tsx';
import { sayPart } from '../policy/sayPortion.ts';
import { sayWhy } from '../policy/sayWhy.ts';
import styles from './FinishSheet.module.css';
import type { OpenPoint } from './finding/inspected.ts';
import { sayPoint } from './sayPoint.ts';

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
      answers={['ok', 'photo', 'done']}
      onClose={props.onGoOn}
      actions={
        <>
          <Button look="quiet" keys={keyNames('done')} onPress={props.onFinish}>
            {t('bench.unfinished.finish')}
          </Button>
          <Button look="primary" keys={keyNames('ok')} onPress={props.onGoOn}>
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
              <p className={styles['what']}>{sayPoint(wording, point)}</p>
              <p className={styles['name']}>
                {point.name}
                {'of' in point && sayPart(wording, props.file, point.of)}
              </p>
              {point.kind === 'misuse' && <p>{sayWhy(wording, point.why)}</p>}
              <p>{t(`bench.unfinished.${point.kind}.do`)}</p>
            </div>
          </li>
        ))}
      </ul>
      {props.points.some(({ kind }) => kind !== 'uncounted') && (
        <p className={styles['note']}>{t('bench.unfinished.what')}</p>
      )}
    </Sheet>
  );
}

function keyOfPoint(point: OpenPoint): string {
  const { kind, name } = point;
  if (!('of' in point)) return `${name} ${kind}`;
  const shot = point.kind === 'photo' ? point.shot : kind;
  return `${name} ${shot} ${keyOfUnits(point.of.units)}`;
}
