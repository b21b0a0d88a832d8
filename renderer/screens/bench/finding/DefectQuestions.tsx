import type { ReactNode } from 'react';
import { Cause, MisuseIndicator, Severity } from '../../../../shared/facts/codes.ts';
import type { FindingDraft } from '../../../actions/saveDraft.ts';
import { Checkbox } from '../../../components/generic/fields/Checkbox.tsx';
import { SegmentedChoice } from '../../../components/generic/fields/SegmentedChoice.tsx';
import { useWording } from '../../../wording/WordingProvider.tsx';
import { DefectChoice, type OfferedFor } from './DefectChoice.tsx';
import styles from './FindingForm.module.css';
import type { OpenField } from './findingDraft.ts';

/** Which defect, how bad, and where it comes from. Signs of improper use only where that is said. */
export function DefectQuestions(props: {
  readonly draft: FindingDraft;
  readonly offeredFor: OfferedFor;
  readonly change: (part: Partial<FindingDraft>) => void;
  readonly problem: (field: OpenField) => string | null;
}): ReactNode {
  const { t } = useWording();
  const { draft, change, problem } = props;
  return (
    <>
      <DefectChoice draft={draft} offeredFor={props.offeredFor} change={change} problem={problem} />
      <SegmentedChoice
        label={t('bench.severity')}
        layout="grid"
        chosen={draft.severity}
        onChoose={(severity) => change({ severity })}
        problem={problem('severity')}
        segments={Severity.options.map((key) => ({
          key,
          word: t(`severity.${key}`),
          hint: t(`severity.${key}.hint`),
        }))}
      />
      <SegmentedChoice
        label={t('bench.cause')}
        layout="grid"
        chosen={draft.cause}
        onChoose={(cause) => change({ cause })}
        problem={problem('cause')}
        segments={Cause.options.map((key) => ({ key, word: t(`cause.${key}`) }))}
      />
      {draft.cause === 'misuse' && (
        <fieldset className={styles['indicators']}>
          <legend className={styles['legend']}>{t('bench.indicators')}</legend>
          {MisuseIndicator.options.map((indicator) => (
            <Checkbox
              key={indicator}
              isChecked={draft.indicators.includes(indicator)}
              onChange={(isChecked) =>
                change({
                  indicators: isChecked
                    ? [...draft.indicators, indicator]
                    : draft.indicators.filter((i) => i !== indicator),
                })
              }
            >
              {t(`indicator.${indicator}`)}
            </Checkbox>
          ))}
        </fieldset>
      )}
      <Checkbox isChecked={draft.claimed} onChange={(claimed) => change({ claimed })}>
        {t('bench.claimed')}
      </Checkbox>
    </>
  );
}
