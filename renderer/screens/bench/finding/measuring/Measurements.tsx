import type { ReactNode } from 'react';
import { outsideOf } from '../../../../../shared/barcodes/measured.ts';
import type { Measurement } from '../../../../../shared/facts/fact.ts';
import type { Characteristic } from '../../../../../shared/facts/orderedArticle.ts';
import type { FindingDraft } from '../../../../actions/saveDraft.ts';
import { Button, IconButton } from '../../../../components/generic/fields/Button.tsx';
import { Notice } from '../../../../components/generic/surfaces/Notice.tsx';
import { useWording } from '../../../../wording/WordingProvider.tsx';
import { sayMeasured } from '../../../../workflow/sayFinding.ts';
import styles from './Measurements.module.css';
import { MeasureSheet } from './MeasureSheet.tsx';

const mostMeasurements = 20;

/** What was measured for the finding at work. A value outside its limits proposes what it is; a person says so. */
export function Measurements(props: {
  /** What the papers say is measured of it, with its limits. */
  readonly characteristics: readonly Characteristic[];
  readonly draft: FindingDraft;
  readonly change: (part: Partial<FindingDraft>) => void;
  readonly isMeasuring: boolean;
  readonly onMeasuring: (isMeasuring: boolean) => void;
}): ReactNode {
  const wording = useWording();
  const { t } = wording;
  const { draft, change, onMeasuring } = props;
  const { measurements = [] } = draft;
  const outside = measurements.find((one) => outsideOf(one) !== null);
  const isSaid = draft.what === 'defect';
  return (
    <div className={styles['measured']}>
      {measurements.length > 0 && (
        <ul className={styles['list']} aria-label={t('measured.list')}>
          {measurements.map((one, place) => (
            // oxlint-disable-next-line react/no-array-index-key
            <li key={place} className={styles['one']} data-outside={outsideOf(one) ?? undefined}>
              <span>{sayMeasured(wording, one)}</span>
              <IconButton
                icon="cross"
                label={t('measured.remove', { measured: sayMeasured(wording, one) })}
                onPress={() => change({ measurements: measurements.filter((it) => it !== one) })}
              />
            </li>
          ))}
        </ul>
      )}
      {outside && !isSaid && (
        <Notice
          tone="warning"
          isNew
          title={t('measured.outside', { measured: sayMeasured(wording, outside) })}
          actions={
            <Button icon="flag" onPress={() => change(proposedBy())}>
              {t('measured.propose')}
            </Button>
          }
        >
          {t('measured.outside.what')}
        </Notice>
      )}
      {measurements.length < mostMeasurements && (
        <Button look="bare" icon="plus" onPress={() => onMeasuring(true)}>
          {t('measured.add')}
        </Button>
      )}
      {props.isMeasuring && (
        <MeasureSheet
          characteristics={props.characteristics}
          measured={measurements}
          onMeasured={(one: Measurement) => {
            change({ measurements: [...measurements, one] });
            onMeasuring(false);
          }}
          onClose={() => onMeasuring(false)}
        />
      )}
    </div>
  );
}

/** How bad it is and where it comes from is for a person to say. */
function proposedBy(): Partial<FindingDraft> {
  return {
    what: 'defect',
    group: 'specification',
    code: 'specification.notToDrawing',
    entry: null,
  };
}
