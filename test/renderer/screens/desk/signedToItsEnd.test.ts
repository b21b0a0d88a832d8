import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CaseView } from '../../../../renderer/queries/oneCase/caseView.ts';
import { completed } from '../../../../renderer/screens/desk/deciding/completed.ts';
import {
  type DecisionDraft,
  fitted,
  isClear,
  keyOf,
  keyOfPortion,
  raised,
} from '../../../../renderer/screens/desk/deciding/decisionDraft.ts';
import {
  clearedBy,
  decidedWith,
  startOf,
  wantedOf,
} from '../../../../renderer/screens/desk/deciding/draftOfCase.ts';
import { createWording } from '../../../../renderer/wording/createWording.ts';
import { admitFact } from '../../../../shared/cases/admitFact.ts';
import { photosMissingFor } from '../../../../shared/cases/decisions/choices.ts';
import { termsOf } from '../../../../shared/cases/decisions/verdict.ts';
import { readCaseFile } from '../../../../shared/cases/reading/caseFile.ts';
import type { Fact } from '../../../../shared/facts/fact.ts';
import { readAmount } from '../../../../shared/facts/readAmount.ts';
import type {
  CaseDecision,
  PolicyInput,
  PortionDecision,
} from '../../../../shared/policy/decision.ts';
import { anArbitraryCase } from '../../../builders/cases/anArbitraryCase.ts';
import {
  aDecision,
  aFinishedInspection,
  aSupervisor,
} from '../../../builders/cases/decidedFacts.ts';
import { factId } from '../../../builders/cases/ids.ts';
import { aCaseView } from '../../../builders/station/aCaseView.ts';
import { rounds } from '../../../faults/figures.ts';

const pin = '907142';
const wording = createWording({ language: 'en', zone: 'America/New_York' });
const runs = { numRuns: rounds(300), seed: 20_261_129 };
/** What a person throws at a sheet: the next number under `end`. */
type Throws = (end: number) => number;

/** The case at the desk, its inspection finished over everything recorded. */
function atTheDesk(input: PolicyInput): CaseView {
  const { arrivals, unitGroups, findings, photos, returnCase, contract } = input;
  const recorded = [...new Set<Fact>([...arrivals, ...unitGroups, ...findings, ...photos])].map(
    (fact, index): Fact => ({
      ...fact,
      id: factId(`fact-${String(index).padStart(3, '0')}`),
      caseId: returnCase.id,
    }),
  );
  const finished = aFinishedInspection({
    id: factId('fact-999'),
    caseId: returnCase.id,
    basis: recorded.map(({ id }) => id),
  });
  const view = aCaseView([]);
  if (!view.references) throw new Error('no references');
  const { policy, client, orderLines, calendar, periodCalendar } = input;
  const { grantedElsewhere, serialsElsewhere, picturesElsewhere = [] } = input;
  return {
    ...view,
    file: readCaseFile(returnCase, [...recorded, finished]),
    references: {
      policy,
      client,
      contract,
      orderLines,
      calendar,
      periodCalendar,
      grantedElsewhere,
      serialsElsewhere,
      picturesElsewhere,
    },
  };
}

/** Every question the sheet shows is answered, as the answers raise the next. */
function answered(view: CaseView, asked: CaseDecision, below: Throws) {
  let draft: DecisionDraft = startOf(wording, view, asked, null);
  for (let round = 0; round < 40; round += 1) {
    const decided = decidedWith(view, draft) ?? asked;
    const fit = fitted(draft, decided, wantedOf(view));
    if (fit.decision !== 'approve') return { draft: { ...fit, reason: 'As seen' }, decided };
    const next = raised(fit, decided).find((q) => (fit.answers[keyOf(q)]?.answer ?? null) === null);
    if (!next) return { draft: fit, decided };
    const answer = next.answers[below(next.answers.length)] ?? null;
    const answers = {
      ...fit.answers,
      [keyOf(next)]: { question: next, answer, reason: 'As seen' },
    };
    draft = clearedBy(view, { ...fit, answers }, decided);
  }
  return null;
}

/** Any of what is offered for each portion that is decided now. */
function chosen(draft: DecisionDraft, decided: CaseDecision, below: Throws): DecisionDraft {
  const choices = { ...draft.choices };
  for (const portion of decided.portions) {
    const key = keyOfPortion(portion);
    const start = choices[key];
    const resolution = portion.resolutions[below(portion.resolutions.length)]?.kind;
    const disposition = portion.dispositions[below(portion.dispositions.length)];
    if (start && resolution && disposition)
      choices[key] = { ...start, resolution, disposition, basis: 'agreed' };
  }
  return { ...draft, choices };
}

const isWaiting = (decided: CaseDecision) => (portion: PortionDecision) =>
  !isClear(portion) || photosMissingFor(portion, decided).length > 0;

function signedBySara(view: CaseView, input: PolicyInput, below: Throws): string {
  const asked = decidedWith(view, { answers: {} });
  const inspection = view.file.inspections[0];
  if (!asked || !inspection || !view.references) return 'no sheet';
  const end = answered(view, asked, below);
  if (!end) return 'questions without end';
  const { decided } = end;
  const draft = chosen(end.draft, decided, below);
  const read = (typed: string) => readAmount(typed, decided.currency, '.');
  const done = completed(draft, decided, pin, read, view.file);
  if (!done.ok && done.refusal.part === 'nothing' && decided.portions.every(isWaiting(decided)))
    return 'waits for facts or photos';
  if (!done.ok) return `open: ${done.refusal.part}`;
  const terms = termsOf(decided, inspection, view.file, view.references);
  const fact = aDecision({
    caseId: input.returnCase.id,
    verdictId: inspection.verdictId,
    decision: done.value.decision,
    choices: [...done.value.choices],
    answers: [...done.value.answers],
    reason: done.value.reason,
    ...(terms && done.value.choices.length > 0 && { terms }),
  });
  const admitted = admitFact(fact, aSupervisor(), {
    file: view.file,
    arrival: null,
    twin: null,
    target: null,
    isIdTaken: false,
    owner: null,
    goods: [],
    references: view.references,
    refunds: [],
  });
  return admitted.ok ? 'signed' : `refused: ${JSON.stringify(admitted.refusal)}`;
}

test('whatever sheet is offered can be signed to its end, with any answers and any choice on offer', () => {
  const ends: Record<string, number> = {};
  const numbers = fc.array(fc.nat(11), { minLength: 8, maxLength: 8 });
  fc.assert(
    fc.property(anArbitraryCase, numbers, (input, all) => {
      let thrown = 0;
      const below: Throws = (end) => {
        thrown += 1;
        return end === 0 ? 0 : (all[thrown % all.length] ?? 0) % end;
      };
      const end = signedBySara(atTheDesk(input), input, below);
      ends[end] = (ends[end] ?? 0) + 1;
      expect(['signed', 'waits for facts or photos', 'no sheet']).toContain(end);
    }),
    runs,
  );
  // What never gets to a signature proves nothing.
  expect(ends['signed']).toBeGreaterThan(runs.numRuns / 4);
});
