import type { ReactNode } from 'react';
import { Cause, MisuseIndicator, Severity } from '../../../../shared/facts/codes.ts';
import { SegmentedChoice } from '../../../components/generic/fields/SegmentedChoice.tsx';
import { ToggleChoice } from '../../../components/generic/fields/ToggleChoice.tsx';
import { useWording } from '../../../wording/WordingProvider.tsx';
import { Asked } from './Asked.tsx';
import type { OpenField } from './findingDraft.ts';
import type { Question } from './questions.ts';
import type { FindingWork } from './useFinding.ts';

/** How bad it is, and where it comes from. Signs of improper use only where that is said. */
export function HowBadAndWhy(props: {
  readonly work: FindingWork;
  readonly problem: (field: OpenField) => string | null;
}): ReactNode {
  const { t } = useWording();
  const { work, problem } = props;
  const { draft, question } = work;
  const numbered = (of: Question, at: number) =>
    question === of ? { keys: [String(at + 1)] } : {};
  return (
    <>
      <Asked question="severity" now={question} title={t('bench.severity')} look="beside">
        <SegmentedChoice
          label={t('bench.severity')}
          isLabelHidden
          layout="tight"
          chosen={draft.severity}
          onChoose={(severity) => work.answer({ what: 'defect', severity })}
          problem={problem('severity')}
          segments={Severity.options.map((key, at) => ({
            key,
            word: t(`severity.${key}`),
            hint: t(`severity.${key}.hint`),
            ...numbered('severity', at),
          }))}
        />
      </Asked>
      <Asked question="cause" now={question} title={t('bench.cause')} look="corner">
        <SegmentedChoice
          label={t('bench.cause')}
          isLabelHidden
          layout="tight"
          chosen={draft.cause}
          onChoose={(cause) => work.answer({ what: 'defect', cause })}
          problem={problem('cause')}
          segments={Cause.options.map((key, at) => ({
            key,
            word: t(`cause.${key}`),
            ...numbered('cause', at),
          }))}
        />
      </Asked>
      {draft.cause === 'misuse' && (
        <Asked question="signs" now={question} title={t('bench.indicators')}>
          <ToggleChoice
            label={t('bench.indicators')}
            chosen={draft.indicators}
            onToggle={work.toggle}
            segments={MisuseIndicator.options.map((key, at) => ({
              key,
              word: t(`indicator.${key}`),
              ...numbered('signs', at),
            }))}
          />
        </Asked>
      )}
    </>
  );
}
