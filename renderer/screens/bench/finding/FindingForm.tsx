import { type ReactNode, useState } from 'react';
import type { FindingFact, UnitsCountedFact } from '../../../../shared/facts/fact.ts';
import { fromThousandths } from '../../../../shared/facts/quantity.ts';
import { lengthOf, unitsOf } from '../../../../shared/facts/spans.ts';
import type { InspectionId } from '../../../../shared/ids.ts';
import { unitsFoundLast } from '../../../../shared/policy/reading/placing.ts';
import { recordFinding } from '../../../actions/recordFinding.ts';
import type { FindingDraft } from '../../../actions/saveDraft.ts';
import { Button } from '../../../components/generic/fields/Button.tsx';
import { NumberStepper } from '../../../components/generic/fields/NumberStepper.tsx';
import { SegmentedChoice } from '../../../components/generic/fields/SegmentedChoice.tsx';
import { TextField } from '../../../components/generic/fields/TextField.tsx';
import { SectionHead } from '../../../components/generic/lists/SectionHead.tsx';
import { Notice } from '../../../components/generic/surfaces/Notice.tsx';
import type { CaseView } from '../../../queries/oneCase/caseView.ts';
import { useDraft } from '../../../queries/station/drafts.ts';
import type { ActionRefusal } from '../../../recording/actionContext.ts';
import { useWording } from '../../../wording/WordingProvider.tsx';
import { useActionContext } from '../../../workflow/AtWork.tsx';
import { firstNaming, type Naming, unitsNamed, WhichUnits } from '../../portions/WhichUnits.tsx';
import { DefectQuestions } from './DefectQuestions.tsx';
import styles from './FindingForm.module.css';
import { emptyDraft, isBegun, type OpenField, observationOf } from './findingDraft.ts';
import { photosForNext, uninspectedOf } from './inspected.ts';
import { Measurements } from './Measurements.tsx';
import { useFindingDraft } from './useFindingDraft.ts';
import { useOfferedFor } from './useOfferedFor.ts';

type Props = {
  readonly view: CaseView;
  readonly group: UnitsCountedFact;
  /** The second inspection at work; null: the first one. */
  readonly inspectionId: InspectionId | null;
  readonly onRefusal: (refusal: ActionRefusal | null) => void;
};

/** Coded answers and a short note. Never asks about a conclusion: that is the policy's business. */
export function FindingForm(props: Props): ReactNode {
  const kept = useDraft(props.group.caseId, props.group.unitGroupId);
  const [start, setStart] = useState<typeof kept>(undefined);
  // Read once; from then on the form is ahead of what is stored.
  if (start === undefined && kept !== undefined) setStart(kept);
  return start === undefined ? null : (
    <Form {...props} start={start?.draft ?? null} begunBy={start?.personId ?? null} />
  );
}

function Form(
  props: Props & { readonly start: FindingDraft | null; readonly begunBy: string | null },
): ReactNode {
  const { t, formatNumber } = useWording();
  const context = useActionContext();
  const { group, view } = props;
  const own = view.file.findings.filter((f) => f.unitGroupId === group.unitGroupId);
  const left = uninspectedOf(group, own);
  const fresh = photosForNext(view.file, group.unitGroupId);
  const empty = emptyDraft(quantityFirst(group, own));
  const { draft, change, startAnew } = useFindingDraft(group, props.start ?? empty);
  const [open, setOpen] = useState<OpenField | null>(null);
  const [isRecording, setRecording] = useState(false);
  const [naming, setNaming] = useState<Naming>(firstNaming);
  const [badPart, setBadPart] = useState<string | null>(null);
  // The same units, or these, are as many as they are.
  const isCounted = own.length > 0 && (naming.which !== 'others' || left === 0);
  const answer = (part: Partial<FindingDraft>) => {
    change(part);
    setOpen(null);
  };
  const problem = (field: OpenField) => (open === field ? t(`bench.open.${field}`) : null);
  const offeredFor = useOfferedFor(view, group);
  const begunBy =
    props.begunBy !== null && props.begunBy !== context.person.personId && isBegun(draft)
      ? (view.people.get(props.begunBy)?.name ?? t('bench.somebody'))
      : null;

  async function recordIt(): Promise<void> {
    const observation = observationOf(draft);
    if (!observation.ok) return setOpen(observation.refusal.field);
    const named = unitsNamed(naming, draft.quantity, group, own);
    if (!named.ok) return setBadPart(named.refusal.part);
    const { spans, serials } = named.value;
    setRecording(true);
    const result = await recordFinding(context, {
      caseId: group.caseId,
      unitGroupId: group.unitGroupId,
      quantity: fromThousandths(lengthOf(spans)),
      inspectionId: props.inspectionId,
      units: unitsOf(spans),
      serials,
      observation: observation.value,
      measurements: [...(draft.measurements ?? [])],
      photoIds: fresh,
      note: draft.note.trim(),
    });
    setRecording(false);
    props.onRefusal(result.ok ? null : result.refusal);
    if (!result.ok) return;
    setNaming(firstNaming);
    startAnew(emptyDraft(quantityFirst(group, [...own, result.value])));
  }

  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isRecording) void recordIt();
      }}
    >
      <SectionHead
        level={3}
        title={t('bench.newFinding')}
        aside={
          isBegun(draft) && (
            <Button look="bare" onPress={() => startAnew(empty)}>
              {t('bench.discard')}
            </Button>
          )
        }
      />
      {begunBy && <Notice icon="person" title={t('bench.begunBy', { name: begunBy })} />}
      <div className={styles['units']}>
        <NumberStepper
          label={t('bench.quantity')}
          value={draft.quantity}
          onChange={(quantity) => answer({ quantity })}
          most={isCounted ? group.quantity : left}
          isDisabled={isCounted}
          aside={t('dock.parcel.of', { count: formatNumber(group.quantity) })}
          problem={problem('quantity')}
        />
        <WhichUnits
          group={group}
          findings={own}
          naming={naming}
          onChange={(next, quantity) => {
            setNaming(next);
            setBadPart(null);
            if (quantity !== null) answer({ quantity });
          }}
          problem={badPart === null ? null : t('bench.these.bad', { part: badPart })}
        />
      </div>
      <SegmentedChoice
        label={t('bench.what')}
        chosen={draft.what}
        onChoose={(what) => answer({ what })}
        problem={problem('what')}
        segments={[
          { key: 'defect', word: t('bench.what.defect') },
          { key: 'noDefect', word: t('bench.what.noDefect') },
        ]}
      />
      <Measurements draft={draft} change={answer} />
      {draft.what === 'defect' && (
        <DefectQuestions draft={draft} offeredFor={offeredFor} change={answer} problem={problem} />
      )}
      {draft.what !== null && (
        <>
          <TextField
            label={t('bench.note')}
            value={draft.note}
            onChange={(note) => answer({ note })}
            most={300}
            lines="many"
            isOptional
          />
          <div className={styles['record']}>
            <p className={styles['fresh']}>
              {fresh.length > 0 && t('bench.photos', { count: fresh.length })}
            </p>
            <Button type="submit" look="primary" icon="here" isPending={isRecording}>
              {t('bench.record')}
            </Button>
          </div>
        </>
      )}
    </form>
  );
}

/** What the next finding is about until somebody says otherwise: the rest, or the same once more. */
function quantityFirst(group: UnitsCountedFact, findings: readonly FindingFact[]): number {
  const left = uninspectedOf(group, findings);
  return left > 0 ? left : fromThousandths(lengthOf(unitsFoundLast(group, findings) ?? []));
}
