import { useEffect, useRef, useState } from 'react';
import type { MisuseIndicator } from '../../../../shared/facts/codes.ts';
import type { FindingFact, UnitsCountedFact } from '../../../../shared/facts/fact.ts';
import { fromThousandths } from '../../../../shared/facts/quantity.ts';
import { lengthOf, unitsOf } from '../../../../shared/facts/spans.ts';
import type { InspectionId } from '../../../../shared/ids.ts';
import { type Result, refuse } from '../../../../shared/result.ts';
import { type RecordFinding, recordFinding } from '../../../actions/recordFinding.ts';
import type { FindingDraft } from '../../../actions/saveDraft.ts';
import type { CaseView } from '../../../queries/oneCase/caseView.ts';
import type { ActionRefusal } from '../../../recording/actionContext.ts';
import { useActionContext } from '../../../workflow/AtWork.tsx';
import { useReadable } from '../../../workflow/useReadable.ts';
import { type Naming, quantityNamed, theRest, unitsNamed } from '../../portions/naming.ts';
import { emptyDraft, isBegun, type OpenField, observationOf, toggled } from './findingDraft.ts';
import { photosForNext, uninspectedOf } from './inspected.ts';
import {
  type Question,
  quantityTyped,
  questionBeside,
  questionNow,
  questionOfField,
} from './questions.ts';
import { useFindingDraft } from './useFindingDraft.ts';

export type FindingWork = ReturnType<typeof useFinding>;

/** A finding while it is put together: what was said, what is asked next, and how it is recorded. */
export function useFinding(of: {
  readonly view: CaseView;
  readonly group: UnitsCountedFact;
  readonly inspectionId: InspectionId | null;
  readonly start: FindingDraft | null;
  readonly onRefusal: (refusal: ActionRefusal | null) => void;
  readonly onRecorded: (finding: FindingFact) => void;
  /** Every unit of the group has a finding now. */
  readonly onAllFound: () => void;
}) {
  const { group, view } = of;
  const context = useActionContext();
  const own = useOwnFindings(view, group);
  const left = uninspectedOf(group, own.found);
  const kept = useFindingDraft(group, of.start ?? emptyDraft(null));
  const { change } = kept;
  const naming = kept.draft.naming ?? theRest;
  const draft = { ...kept.draft, quantity: kept.draft.quantity ?? left };
  const [typed, setTyped] = useState('');
  /** What those digits are as the number of a unit, which goes on where nothing is left. */
  const [typedNumber, setTypedNumber] = useState('');
  /** They are being typed, by number or serial. */
  const [isNaming, setIsNaming] = useState(false);
  const [isUnitsSaid, setUnitsSaid] = useState(isBegun(draft));
  const [asked, setAsked] = useState<Question | null>(null);
  const [open, setOpen] = useState<OpenField | null>(null);
  const [badPart, setBadPart] = useState<string | null>(null);
  /** What is asked of it in front of everything else. */
  const [sheet, openSheet] = useState<'measure' | 'parts' | null>(null);
  const recording = useReadable(false);
  const isHere = useIsHere();
  /** Goes up with each act by key or card: the focus follows it. */
  const [moves, setMoves] = useState(0);
  const isSettled = isUnitsSaid || naming.kind !== 'rest' || left <= 1;
  const question = asked ?? questionNow(draft, isSettled);

  const number = typed !== '' && Number(typed) === draft.quantity ? typedNumber : '';

  function forgetTyped(): void {
    setTyped('');
    setTypedNumber('');
  }
  function move(): void {
    setMoves((before) => before + 1);
  }
  function answer(part: Partial<FindingDraft>): void {
    change(part);
    setOpen(null);
    setAsked(null);
    setUnitsSaid(true);
  }
  function name(next: Naming): void {
    setBadPart(null);
    forgetTyped();
    setUnitsSaid(false);
    if (next.kind === 'rest') return change({ naming: next, quantity: null });
    const quantity = quantityNamed(next, group, own.found);
    change({ naming: next, ...(quantity > 0 && { quantity }) });
  }
  function sayQuantity(quantity: number): void {
    change({ quantity: Math.min(left, Math.max(0, quantity)) });
  }
  function ask(next: Question): void {
    if (next !== 'units') setUnitsSaid(true);
    setAsked(next);
  }
  function beginAnew(): void {
    setIsNaming(false);
    forgetTyped();
    setUnitsSaid(false);
    setAsked(null);
    setOpen(null);
    kept.startAnew(emptyDraft(null));
  }

  async function record(): Promise<void> {
    if (recording.now()) return;
    const observation = observationOf(draft);
    if (!observation.ok) {
      setOpen(observation.refusal.field);
      setAsked(questionOfField(observation.refusal.field));
      return move();
    }
    const named = unitsNamed(naming, draft.quantity, group, own.found);
    if (!named.ok) return setBadPart(named.refusal.part);
    const { spans, serials } = named.value;
    recording.put(true);
    kept.setAside();
    // Out of the note: what is typed meanwhile is said of the next finding.
    move();
    const result = await recorded({
      caseId: group.caseId,
      unitGroupId: group.unitGroupId,
      quantity: fromThousandths(lengthOf(spans)),
      inspectionId: of.inspectionId,
      units: unitsOf(spans),
      serials,
      observation: observation.value,
      measurements: [...(draft.measurements ?? [])],
      missingParts: observation.value.kind === 'defect' ? (draft.missingParts ?? []) : [],
      photoIds: photosForNext(view.file, group.unitGroupId),
      note: draft.note.trim(),
    });
    recording.put(false);
    of.onRefusal(result.ok ? null : result.refusal);
    if (!result.ok) {
      change({});
      return move();
    }
    own.add(result.value);
    of.onRecorded(result.value);
    beginAnew();
    move();
    const nextLeft = uninspectedOf(group, [...own.found, result.value]);
    // Who chose other units meanwhile stays there.
    if (nextLeft === 0 && isHere()) of.onAllFound();
  }

  /** What breaks is said here too: a form that records for ever would answer no card any more. */
  async function recorded(input: RecordFinding): Promise<Result<FindingFact, ActionRefusal>> {
    try {
      return await recordFinding(context, input);
    } catch (cause) {
      const detail = cause instanceof Error ? cause.message : String(cause);
      return refuse({ code: 'journalFailed', detail });
    }
  }

  return {
    own: own.found,
    left,
    draft,
    naming,
    isNaming,
    question,
    moves,
    open,
    badPart,
    isRecording: recording.shown,
    /** How much was done already of the finding that comes next. */
    held: 0,
    sheet,
    openSheet,
    /** Nothing is left to look at, and nothing is begun about what was looked at. */
    isAllFound: own.found.length > 0 && left === 0 && naming.kind === 'rest' && !isBegun(draft),
    isBegun: isBegun(draft),
    answer,
    /** What asks for nothing more: the note. */
    change,
    sayClaimed: (claimed: boolean) => change({ claimed }),
    toggle: (sign: MisuseIndicator) => change({ indicators: toggled(draft.indicators, sign) }),
    sayQuantity,
    /** So many more or fewer than are shown. */
    changeBy: (by: number) => sayQuantity(draft.quantity + by),
    /** A measured value says nothing of how many units it is about. */
    answerWith: (part: Partial<FindingDraft>) => {
      change(part);
      setOpen(null);
    },
    name,
    /** The unit whose number was typed, if any was. */
    number: number === '' ? null : Number(number),
    /**
     * Digits that were typed are the number of one unit. Without any, numbers or serials are typed
     * next; the field for them takes the focus.
     */
    beginNaming: () => {
      if (number === '') {
        setIsNaming(true);
        return setAsked('units');
      }
      name({ kind: 'these', typed: number });
      setAsked(null);
      move();
    },
    nameRest: () => {
      setIsNaming(false);
      name(theRest);
    },
    ask,
    move,
    record,
    discard: beginAnew,
    askBeside: (by: 1 | -1) => ask(questionBeside(draft, question, by)),
    typeQuantity(digit: string) {
      const next = quantityTyped(typed, digit, Math.floor(left));
      setTyped(next);
      setTypedNumber(quantityTyped(typedNumber, digit, Math.floor(group.quantity)));
      if (next !== '') change({ quantity: Number(next) });
      setOpen(null);
      setAsked('units');
    },
    /** Whether there are so many that nobody has looked at. */
    cutOff(quantity: number): boolean {
      if (quantity > left) return false;
      answer({ naming: theRest, quantity });
      return true;
    },
    sayUnits() {
      setUnitsSaid(true);
      setAsked(null);
    },
  };
}

/** Whether this form is still the one on screen. */
function useIsHere(): () => boolean {
  const isHere = useRef(false);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  return () => isHere.current;
}

/** Those of the group, the one just recorded too: whoever is quick is ahead of what is read. */
function useOwnFindings({ file }: CaseView, { unitGroupId }: UnitsCountedFact) {
  const [unread, setUnread] = useState<readonly FindingFact[]>([]);
  const read = file.findings.filter((f) => f.unitGroupId === unitGroupId);
  const left = unread.filter(({ id }) => !file.facts.some((fact) => fact.id === id));
  if (left.length < unread.length) setUnread(left);
  return {
    found: [...read, ...left],
    add: (finding: FindingFact) => setUnread((before) => [...before, finding]),
  };
}
