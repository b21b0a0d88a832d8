import { useEffect, useRef, useState } from 'react';
import { grantedOnLines } from '../../../../shared/cases/decisions/grants.ts';
import { pendingOn } from '../../../../shared/cases/decisions/signatures.ts';
import { termsOf } from '../../../../shared/cases/decisions/verdict.ts';
import { waitedLongest } from '../../../../shared/cases/reading/waitedLongest.ts';
import type { VerdictId } from '../../../../shared/ids.ts';
import type { CaseDecision } from '../../../../shared/policy/decision.ts';
import type { DecideVerdict } from '../../../actions/decideVerdict.ts';
import type { CaseView } from '../../../queries/oneCase/caseView.ts';
import type { ActionRefusal } from '../../../recording/actionContext.ts';
import { useWording } from '../../../wording/WordingProvider.tsx';
import { useActionContext } from '../../../workflow/AtWork.tsx';
import type { BegunDecision, BegunDecisions } from './begunDecisions.ts';
import {
  completed,
  isPaying,
  missingIn,
  type OpenPart,
  type ReadAmount,
  totalOf,
} from './completed.ts';
import { type DecisionDraft, fitted } from './decisionDraft.ts';
import { clearedBy, decidedWith, startOf, wantedOf } from './draftOfCase.ts';

/** A decision while it is made: the draft, the policy asked again with each answer, what is missing, and the signing. */
export function useDeciding(props: {
  readonly view: CaseView;
  readonly asked: CaseDecision;
  readonly verdictId: VerdictId;
  readonly drafts: BegunDecisions;
  readonly onDecide: (input: DecideVerdict) => Promise<ActionRefusal | null>;
  readonly onRefused: (refusal: ActionRefusal) => void;
}) {
  const wording = useWording();
  const { asked, verdictId, view } = props;
  const { clock, person } = useActionContext();
  const caseId = view.file.returnCase.id;
  const pending = pendingOn(verdictId, view.file);
  const first = pending.find((d) => d.personId !== person.personId) ?? null;
  const [draft, setDraft] = useState<DecisionDraft>(
    () => begunAbout(verdictId)?.draft ?? startOf(wording, view, asked, first),
  );
  /** What is to be said of what they had begun: it is here, or was about a verdict that is none any more. */
  const [sinceBegun] = useState((): 'gone' | 'changed' | null => {
    if (props.drafts.has(caseId) && !begunAbout(verdictId)) return 'gone';
    return (begunAbout(verdictId)?.seen ?? liesHere()) === liesHere() ? null : 'changed';
  });
  const { drafts } = props;
  useEffect(() => {
    if (sinceBegun === 'gone') drafts.delete(caseId);
  }, [sinceBegun, drafts, caseId]);
  const [pin, setPin] = useState('');
  const [open, setOpen] = useState<OpenPart | null>(null);
  const isSigned = useRef(false);
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  const [isProving, setProving] = useState(false);
  const [refused, setRefused] = useState<ActionRefusal | null>(null);
  /** What lay on the screen as the PIN was begun: it signs that, and nothing that came meanwhile. */
  const seen = useRef('');
  const [isChanged, setChanged] = useState(false);
  // The answers so far may raise the next question: the policy is asked again with each of them.
  const decided = decidedWith(view, draft) ?? asked;
  const fit = fitted(draft, decided, wantedOf(view));
  const read: ReadAmount = (typed) => wording.readAmount(typed, decided.currency);
  const isLate = view.standing !== null && view.standing.today > view.standing.deadline.dueOn;

  const [stoodAt] = useState(() => waitedLongest(view.file, clock.now()));
  const lateBecause = draft.lateBecause ?? stoodAt;

  const totals = isPaying(draft) ? totalOf(fit, decided, read) : null;
  const limit = view.references?.contract?.secondApprovalAbove ?? null;
  const before = grantedOnLines(view.file.grants).reduce((sum, line) => sum + line.value, 0);
  /** It will wait for another's signature, and nobody has given one yet. */
  const wantsSecond =
    first === null && limit !== null && totals !== null && before + totals.value > limit;

  function enterPin(typed: string): void {
    if (pin === '') seen.current = liesHere();
    setChanged(false);
    setRefused(null);
    setPin(typed);
  }
  function begunAbout(verdict: VerdictId): BegunDecision | null {
    const begun = props.drafts.get(caseId);
    return begun?.verdictId === verdict ? begun : null;
  }
  function liesHere(): string {
    return JSON.stringify([verdictId, first?.id, termsNow(asked), asked]);
  }
  function termsNow(over: CaseDecision) {
    const inspection = view.file.inspections.find((i) => i.verdictId === verdictId);
    return inspection && view.references
      ? termsOf(over, inspection, view.file, view.references)
      : null;
  }

  function change(part: Partial<DecisionDraft>): void {
    const changed = { ...fit, ...part };
    const next = part.answers ? clearedBy(view, changed, decided) : changed;
    setDraft(next);
    props.drafts.set(caseId, { verdictId, draft: next, seen: liesHere() });
    setOpen(null);
  }

  /** What is still open, or null once it is signed. A key that bounces signs nothing again. */
  async function sign(): Promise<OpenPart | null> {
    const done = completed(fit, decided, pin, read, view.file);
    if (!done.ok) {
      setOpen(done.refusal);
      return done.refusal;
    }
    if (isSigned.current) return null;
    if (seen.current !== liesHere()) {
      enterPin('');
      setChanged(true);
      setOpen({ part: 'pin' });
      return { part: 'pin' };
    }
    isSigned.current = true;
    const terms = termsNow(decided);
    const own = pending.filter((d) => d.personId === person.personId).map((d) => d.id);
    setProving(true);
    const refusal = await props.onDecide({
      caseId,
      verdictId,
      pin,
      ...done.value,
      ...(isPaying(draft) && terms ? { terms } : {}),
      ...(own.length > 0 ? { replaces: own } : {}),
      ...(draft.decision === 'sendBack' && draft.wanted.length > 0 ? { wanted: draft.wanted } : {}),
      ...(wantsSecond && draft.asks !== null ? { asks: draft.asks } : {}),
      ...(isLate ? { lateBecause } : {}),
    });
    if (!refusal) return null;
    if (!isHere.current) {
      props.onRefused(refusal);
      return null;
    }
    isSigned.current = false;
    setProving(false);
    enterPin('');
    setRefused(refusal);
    return { part: 'pin' };
  }

  return {
    person,
    first,
    draft,
    fit,
    decided,
    read,
    open,
    pin,
    isChanged,
    isProving,
    refused,
    isLate,
    lateBecause,
    sinceBegun,
    totals,
    wantsSecond,
    missing: missingIn(fit, decided, read, view.file),
    setPin: enterPin,
    setOpen,
    change,
    sign,
  };
}
