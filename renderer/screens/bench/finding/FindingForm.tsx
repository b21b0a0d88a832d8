import { type ReactNode, type Ref, useEffect, useRef, useState } from 'react';
import type { FindingFact, UnitsCountedFact } from '../../../../shared/facts/fact.ts';
import type { Span } from '../../../../shared/facts/spans.ts';
import type { InspectionId } from '../../../../shared/ids.ts';
import type { FindingDraft } from '../../../actions/saveDraft.ts';
import { Button } from '../../../components/generic/fields/Button.tsx';
import { TextField } from '../../../components/generic/fields/TextField.tsx';
import { Notice } from '../../../components/generic/surfaces/Notice.tsx';
import { articleOnPapers } from '../../../queries/oneCase/articleOnPapers.ts';
import type { CaseView } from '../../../queries/oneCase/caseView.ts';
import {
  type DefectAnswer,
  eachOnce,
  lastOffered,
  useDefectsLast,
} from '../../../queries/oneCase/defectsLast.ts';
import { useDraft } from '../../../queries/station/drafts.ts';
import type { ActionRefusal } from '../../../recording/actionContext.ts';
import { useWording } from '../../../wording/WordingProvider.tsx';
import { useActionContext } from '../../../workflow/AtWork.tsx';
import { theRest } from '../../portions/naming.ts';
import type { Piece } from '../../portions/piecesOf.ts';
import { UnitsBar } from '../../portions/UnitsBar.tsx';
import { Asked, focusOnAsked } from './Asked.tsx';
import { type FindingByScan, useFindingByScan } from './byScan.ts';
import { DefectQuestion } from './DefectQuestion.tsx';
import styles from './FindingForm.module.css';
import type { OpenField } from './findingDraft.ts';
import { HowBadAndWhy } from './HowBadAndWhy.tsx';
import { photosForNext } from './inspected.ts';
import { Measurements } from './measuring/Measurements.tsx';
import { MissingParts } from './parts/MissingParts.tsx';
import { handsAhead, type Touched } from './touchedAhead.ts';
import { UnitsQuestion } from './UnitsQuestion.tsx';
import { useDefectOffers, useOfferedFor } from './useDefectOffers.ts';
import { type FindingWork, useFinding } from './useFinding.ts';
import { type Ahead, isKeyHeld, useFindingKeys, useHeldKeys } from './useFindingKeys.ts';

type Props = {
  readonly ref: Ref<FindingByScan>;
  readonly view: CaseView;
  readonly group: UnitsCountedFact;
  /** The second inspection at work; null: the first one. */
  readonly inspectionId: InspectionId | null;
  readonly ahead: Ahead;
  readonly onShoot: () => void;
  /** The units chosen in the bar; null: none. */
  readonly onPiece: (spans: readonly Span[] | null) => void;
  readonly onAllFound: () => void;
  readonly onRefusal: (refusal: ActionRefusal | null) => void;
};

/** Coded answers and a short note. Never asks about a conclusion: that is the policy's business. */
export function FindingForm(props: Props): ReactNode {
  const start = useDraft(props.group.caseId, props.group.unitGroupId);
  // What a digit means must not change under a finger, but for what was just recorded.
  const read = useDefectsLast(props.group.article);
  const [last, setLast] = useState<typeof read>(undefined);
  if (last === undefined && read !== undefined) setLast(read);
  const isRead = start !== undefined && last !== undefined;
  useHeldKeys(props.ahead, !isRead);
  return !isRead ? null : (
    <Form
      {...props}
      start={start?.draft ?? null}
      begunBy={start?.personId ?? null}
      last={last}
      onRecorded={({ observation }) => {
        props.onPiece(null);
        if (observation.kind !== 'defect') return;
        setLast(eachOnce([observation, ...last]).slice(0, lastOffered));
      }}
    />
  );
}

function Form(
  props: Props & {
    readonly start: FindingDraft | null;
    readonly begunBy: string | null;
    readonly last: readonly DefectAnswer[];
    readonly onRecorded: (finding: FindingFact) => void;
  },
): ReactNode {
  const { t } = useWording();
  const context = useActionContext();
  const { ahead, group, view } = props;
  const { unitGroupId } = group;
  const form = useRef<HTMLFormElement>(null);
  const work = useFinding({
    ...props,
    onRefusal(refusal) {
      // What was typed ahead was meant for the next finding, and this one is still asked about.
      if (refusal) ahead.put([]);
      props.onRefusal(refusal);
    },
  });
  const { draft, moves, open } = work;
  const offers = useDefectOffers(draft, useOfferedFor(view, group), props.last, work.answer);
  const fresh = photosForNext(view.file, group.unitGroupId);
  const problem = (field: OpenField) => (open === field ? t(`bench.open.${field}`) : null);
  const begunBy =
    props.begunBy !== null && props.begunBy !== context.person.personId && work.isBegun
      ? (view.people.get(props.begunBy)?.name ?? t('bench.somebody'))
      : null;
  const { parts = [], characteristics = [] } = articleOnPapers(view, group) ?? {};
  const hasParts = parts.length > 0;
  useFindingKeys(form, hasParts, { unitGroupId, work, offers }, ahead, props.onShoot);
  useFindingByScan(props.ref, unitGroupId, hasParts, work, offers);
  const isBehind = work.isRecording || ahead.shown.length > 0;
  const hold = (touched: Touched) => ahead.put([...ahead.now(), { touched }]);
  const hands = isBehind
    ? handsAhead({ work, offers }, hold, () => ahead.now().length)
    : { work, offers };
  const pick = (piece: Piece | null, its: FindingWork) => {
    const isFound = piece !== null && piece.findings.length > 0;
    its.name(isFound ? { kind: 'piece', spans: piece.spans } : theRest);
    props.onPiece(isFound ? piece.spans : null);
  };
  // The focus follows what a key, a card or a sheet that closes did, and is here when the case opens
  // and it is nowhere else.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when somebody moved on.
  useEffect(() => {
    const isElsewhere = moves === 0 && !document.activeElement?.contains(form.current);
    if (isElsewhere || document.querySelector('[role="dialog"]')) return;
    focusOnAsked(form.current);
  }, [moves, work.sheet]);

  return (
    <form
      ref={form}
      className={styles['form']}
      aria-label={t('bench.newFinding')}
      onSubmit={(event) => {
        event.preventDefault();
        void hands.work.record();
      }}
      onFocusCapture={({ target }) => {
        if (!work.isRecording || !isTextField(target)) return;
        // What is typed there is said of the next finding: the caret is put there in its turn.
        const name = target.getAttribute('aria-label');
        hold(() => fieldNamed(form.current, name)?.focus());
        focusOnAsked(form.current);
      }}
      onKeyDownCapture={(event) => {
        if (!isTextField(event.target) || event.ctrlKey || event.altKey || event.metaKey) return;
        if (!isKeyHeld(ahead, event.key)) return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <UnitsBar
        group={group}
        isHeadHidden={view.file.unitGroups.length > 1}
        findings={work.own}
        portions={view.decision?.ok ? view.decision.value.portions : []}
        naming={work.naming}
        quantity={draft.quantity}
        onPick={(piece) => {
          if (!isBehind) return pick(piece, work);
          // Another article's units are others.
          hold((next) => {
            if (next.unitGroupId === unitGroupId) pick(piece, next.work);
          });
        }}
      />
      {begunBy && <Notice icon="person" title={t('bench.begunBy', { name: begunBy })} />}
      {work.isAllFound ? (
        <Asked question="units" now="units" title={t('bench.allFound')}>
          <p className={styles['aside']}>{t('bench.allFound.next')}</p>
        </Asked>
      ) : (
        <>
          <UnitsQuestion group={group} work={hands.work} problem={problem('quantity')}>
            <MissingParts
              parts={parts}
              draft={draft}
              change={hands.work.answerWith}
              isTicking={work.sheet === 'parts'}
              onTicking={(isOpen) => hands.work.openSheet(isOpen ? 'parts' : null)}
            />
            <Measurements
              characteristics={characteristics}
              draft={draft}
              change={hands.work.answerWith}
              isMeasuring={work.sheet === 'measure'}
              onMeasuring={(isOpen) => hands.work.openSheet(isOpen ? 'measure' : null)}
            />
          </UnitsQuestion>
          <DefectQuestion {...hands} problem={problem} />
          {draft.what !== 'noDefect' && <HowBadAndWhy work={hands.work} problem={problem} />}
          <Asked question="record" now={work.question} title={t('bench.note')} look="hidden">
            <div className={styles['record']}>
              <TextField
                label={t('bench.note')}
                isLabelHidden
                placeholder={[
                  t('bench.note'),
                  ...(fresh.length > 0 ? [t('bench.photos', { count: fresh.length })] : []),
                ].join(' · ')}
                name="note"
                value={draft.note}
                onChange={(note) => work.change({ note })}
                most={300}
              />
              {work.isBegun && (
                <Button look="bare" onPress={hands.work.discard}>
                  {t('bench.discard')}
                </Button>
              )}
              <Button
                type="submit"
                look="primary"
                icon="here"
                // Pressed for what was said of the next finding meanwhile, it waits its turn as well.
                isPending={work.isRecording && ahead.shown.length === 0}
                {...(work.question === 'record' && { keys: ['enter'] })}
              >
                {t('bench.record')}
              </Button>
            </div>
          </Asked>
        </>
      )}
    </form>
  );
}

const textFields = 'input[type="text"]';

function isTextField(target: EventTarget): target is HTMLInputElement {
  return target instanceof HTMLInputElement && target.matches(textFields);
}

function fieldNamed(form: HTMLElement | null, name: string | null): HTMLInputElement | undefined {
  return [...(form?.querySelectorAll<HTMLInputElement>(textFields) ?? [])].find(
    (one) => one.getAttribute('aria-label') === name,
  );
}
