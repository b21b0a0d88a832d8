import { useState } from 'react';
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
import { emptyDraft, isBegun, type OpenField, observationOf } from './findingDraft.ts';
import { photosForNext, uninspectedOf } from './inspected.ts';
import {
  type Question,
  quantityTyped,
  questionBeside,
  questionNow,
  questionOfField,
} from './questions.ts';
import { useFindingDraft } from './useFindingDraft.ts';

/** What a hand said while the finding before was on its way to the disk. */
type Said = { readonly part: Partial<FindingDraft>; readonly isAnswer: boolean };

/** Numbers and lists are counted on from the finding's own: of the next one they would say something else. */
const isCountedOn = (part: Partial<FindingDraft>) =>
  'quantity' in part || 'measurements' in part || 'missingParts' in part;

/** Without the signs the finding before had. */
function ofNext(part: Partial<FindingDraft>, before: FindingDraft): Partial<FindingDraft> {
  const { indicators } = part;
  return indicators
    ? { ...part, indicators: indicators.filter((sign) => !before.indicators.includes(sign)) }
    : part;
}

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
  const empty = emptyDraft(left);
  const { draft, change, startAnew } = useFindingDraft(group, of.start ?? empty);
  const [naming, setNaming] = useState<Naming>(theRest);
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
  const [isRecording, setRecording] = useState(false);
  const meanwhile = useReadable<readonly Said[] | null>(null);
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
  /** Touched while a finding is recorded, it is said of the next one, as a key or a card is. */
  function isForNext(said: Said): boolean {
    const waiting = meanwhile.now();
    if (waiting === null) return false;
    if (!isCountedOn(said.part)) meanwhile.put([...waiting, said]);
    return true;
  }
  function note(part: Partial<FindingDraft>): void {
    if (!isForNext({ part, isAnswer: false })) change(part);
  }
  function answer(part: Partial<FindingDraft>): void {
    if (isForNext({ part, isAnswer: true })) return;
    change(part);
    setOpen(null);
    setAsked(null);
    setUnitsSaid(true);
  }
  function name(next: Naming): void {
    setNaming(next);
    setBadPart(null);
    forgetTyped();
    setUnitsSaid(false);
    const quantity = quantityNamed(next, group, own.found);
    if (quantity > 0) change({ quantity });
  }
  function ask(next: Question): void {
    if (next !== 'units') setUnitsSaid(true);
    setAsked(next);
  }
  function beginAnew(nextLeft: number): void {
    setNaming(theRest);
    setIsNaming(false);
    forgetTyped();
    setUnitsSaid(false);
    setAsked(null);
    setOpen(null);
    startAnew(emptyDraft(nextLeft));
  }

  async function record(): Promise<void> {
    if (isRecording) return;
    const observation = observationOf(draft);
    if (!observation.ok) {
      setOpen(observation.refusal.field);
      setAsked(questionOfField(observation.refusal.field));
      return move();
    }
    const named = unitsNamed(naming, draft.quantity, group, own.found);
    if (!named.ok) return setBadPart(named.refusal.part);
    const { spans, serials } = named.value;
    setRecording(true);
    meanwhile.put([]);
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
    setRecording(false);
    const said = meanwhile.now() ?? [];
    meanwhile.put(null);
    of.onRefusal(result.ok ? null : result.refusal);
    if (!result.ok) return;
    const nextLeft = uninspectedOf(group, [...own.found, result.value]);
    own.add(result.value);
    of.onRecorded(result.value);
    beginAnew(nextLeft);
    move();
    if (nextLeft === 0) return of.onAllFound();
    for (const { part, isAnswer } of said) {
      const next = ofNext(part, draft);
      if (isAnswer) answer(next);
      else change(next);
    }
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
    isRecording,
    sheet,
    openSheet,
    /** Nothing is left to look at, and nothing is begun about what was looked at. */
    isAllFound: own.found.length > 0 && left === 0 && naming.kind === 'rest' && !isBegun(draft),
    isBegun: isBegun(draft),
    answer,
    /** What asks for nothing more: the note. */
    change: note,
    /** A measured value says nothing of how many units it is about. */
    answerWith: (part: Partial<FindingDraft>) => {
      note(part);
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
    discard: () => beginAnew(left),
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
      setNaming(theRest);
      answer({ quantity });
      return true;
    },
    sayUnits() {
      setUnitsSaid(true);
      setAsked(null);
    },
  };
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
