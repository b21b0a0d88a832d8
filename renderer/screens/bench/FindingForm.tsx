import { type ReactNode, useState } from 'react';
import type { PhotoId } from '../../../shared/ids.ts';
import {
  Cause,
  defectCodes,
  defectGroups,
  groupOfDefect,
  MisuseIndicator,
  Severity,
} from '../../../shared/returns/codes.ts';
import type { UnitsCountedFact } from '../../../shared/returns/fact.ts';
import type { ActionRefusal } from '../../actions/actionContext.ts';
import { recordFinding } from '../../actions/recordFinding.ts';
import { Button } from '../../components/Button.tsx';
import { Checkbox } from '../../components/Checkbox.tsx';
import { NumberStepper } from '../../components/NumberStepper.tsx';
import { SectionHead } from '../../components/SectionHead.tsx';
import { SegmentedChoice } from '../../components/SegmentedChoice.tsx';
import { TextField } from '../../components/TextField.tsx';
import type { CaseView } from '../../queries/caseView.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { useActionContext } from '../atWork/AtWork.tsx';
import styles from './FindingForm.module.css';
import { emptyDraft, type FindingDraft, type OpenField, observationOf } from './findingDraft.ts';

/** Coded answers and a short note. Never asks about a conclusion: that is the policy's business. */
export function FindingForm(props: {
  readonly view: CaseView;
  readonly group: UnitsCountedFact;
  /** Photos taken since the last finding: they belong to this one. */
  readonly fresh: readonly PhotoId[];
  readonly onRecorded: () => void;
  readonly onRefusal: (refusal: ActionRefusal | null) => void;
}): ReactNode {
  const { t, formatNumber } = useWording();
  const context = useActionContext();
  const { group } = props;
  const [draft, setDraft] = useState<FindingDraft>(() => emptyDraft(group.quantity));
  const [open, setOpen] = useState<OpenField | null>(null);
  const change = (part: Partial<FindingDraft>) => {
    setDraft({ ...draft, ...part });
    setOpen(null);
  };
  const problem = (field: OpenField) => (open === field ? t(`bench.open.${field}`) : null);

  async function recordIt(): Promise<void> {
    const observation = observationOf(draft);
    if (!observation.ok) return setOpen(observation.refusal.field);
    const result = await recordFinding(context, {
      caseId: props.view.file.returnCase.id,
      unitGroupId: group.unitGroupId,
      quantity: draft.quantity,
      observation: observation.value,
      measurements: [],
      photoIds: props.fresh,
      note: draft.note,
    });
    props.onRefusal(result.ok ? null : result.refusal);
    if (!result.ok) return;
    setDraft(emptyDraft(group.quantity));
    props.onRecorded();
  }

  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        void recordIt();
      }}
    >
      <SectionHead level={3} title={t('bench.newFinding')} />
      <SegmentedChoice
        label={t('bench.what')}
        chosen={draft.what}
        onChoose={(what) => change({ what })}
        problem={problem('what')}
        segments={[
          { key: 'defect', word: t('bench.what.defect') },
          { key: 'noDefect', word: t('bench.what.noDefect') },
        ]}
      />
      {draft.what === 'defect' && <Defect draft={draft} change={change} problem={problem} />}
      {draft.what !== null && (
        <>
          <NumberStepper
            label={t('bench.quantity')}
            value={draft.quantity}
            onChange={(quantity) => change({ quantity })}
            most={group.quantity}
            aside={t('dock.parcel.of', { count: formatNumber(group.quantity) })}
            problem={problem('quantity')}
          />
          <TextField
            label={t('bench.note')}
            value={draft.note}
            onChange={(note) => change({ note })}
            most={300}
            lines="many"
            isOptional
          />
          {props.fresh.length > 0 && (
            <p className={styles['fresh']}>{t('bench.photos', { count: props.fresh.length })}</p>
          )}
          <Button type="submit" look="primary" icon="here">
            {t('bench.record')}
          </Button>
        </>
      )}
    </form>
  );
}

function Defect(props: {
  readonly draft: FindingDraft;
  readonly change: (part: Partial<FindingDraft>) => void;
  readonly problem: (field: OpenField) => string | null;
}): ReactNode {
  const { t } = useWording();
  const { draft, change, problem } = props;
  return (
    <>
      <SegmentedChoice
        label={t('bench.group')}
        layout="grid"
        chosen={draft.group}
        onChoose={(group) => change({ group, code: null })}
        problem={draft.group === null ? problem('code') : null}
        segments={defectGroups.map((key) => ({ key, word: t(`defectGroup.${key}`) }))}
      />
      {draft.group !== null && (
        <SegmentedChoice
          label={t('bench.defect')}
          layout="grid"
          chosen={draft.code}
          onChoose={(code) => change({ code })}
          problem={problem('code')}
          segments={defectCodes
            .filter((code) => groupOfDefect(code) === draft.group)
            .map((key) => ({ key, word: t(`defect.${key}`) }))}
        />
      )}
      <SegmentedChoice
        label={t('bench.severity')}
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
          <legend>{t('bench.indicators')}</legend>
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
