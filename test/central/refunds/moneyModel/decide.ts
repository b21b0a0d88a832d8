import { signed } from '../../../../shared/cases/decisions/choices.ts';
import { grantedOnLines } from '../../../../shared/cases/decisions/grants.ts';
import { computeVerdict, termsOf } from '../../../../shared/cases/decisions/verdict.ts';
import type { CaseFile } from '../../../../shared/cases/reading/caseFile.ts';
import type { CaseReferences } from '../../../../shared/cases/reading/policyInput.ts';
import type { Answer, GroupChoice } from '../../../../shared/facts/decisionFacts.ts';
import type { Fact, VerdictDecidedFact } from '../../../../shared/facts/fact.ts';
import { aCalendar } from '../../../builders/cases/aCalendar.ts';
import { aClient } from '../../../builders/cases/aClient.ts';
import { aPolicy } from '../../../builders/cases/aPolicy.ts';
import { aDecision } from '../../../builders/cases/decidedFacts.ts';
import { factId, personId } from '../../../builders/cases/ids.ts';
import type { Dice } from '../../../faults/dice.ts';
import { serialsAgain } from './naiveSerials.ts';
import { type Next, type Office, supervisors, type Told } from './office.ts';

/** What a supervisor records about a case as the station knows it; null where nothing can be said. */
export function decide(
  dice: Dice,
  office: Office,
  told: Told,
  file: CaseFile,
  next: Next,
): Fact | null {
  const { id } = file.returnCase;
  const by = personId(dice.one(supervisors));
  const base = aDecision({
    id: factId(next('decision')),
    caseId: id,
    personId: by,
    reason: 'As seen',
  });
  const open = file.decisions.filter(
    (d) =>
      d.personId !== by &&
      file.heads.includes(d.verdictId) &&
      d.choices.length > 0 &&
      !file.grants.some((g) => g.id === d.id),
  );
  // A second person about what a first one signed: most agree, some do not quite.
  if (open.length > 0 && dice.below(10) < 7) {
    const { verdictId: verdict, decision, choices, answers, terms } = dice.one(open);
    const theirs = {
      ...base,
      verdictId: verdict,
      decision,
      choices,
      answers,
      ...(terms && { terms }),
    };
    return dice.below(5) === 0 ? altered(dice, theirs) : theirs;
  }
  const verdict =
    dice.below(8) === 0 && file.inspections.length > 0
      ? dice.one(file.inspections).verdictId
      : file.heads[0];
  const inspection = file.inspections.find((i) => i.verdictId === verdict);
  if (!inspection || verdict === undefined) return null;
  const kind = dice.below(40);
  if (kind === 0) return { ...base, verdictId: verdict, decision: 'decline', choices: [] };
  if (kind === 1) return { ...base, verdictId: verdict, decision: 'sendBack', choices: [] };
  const references = referencesIn(office, told, id);
  const answers: Answer[] = [];
  let decided = computeVerdict(inspection, file, references, { answers, on: base.at.localDate });
  for (let round = 0; round < 4 && decided.ok && decided.value.questions.length > 0; round += 1) {
    for (const q of decided.value.questions)
      answers.push({
        question: q.question,
        unitGroupId: q.unitGroupId,
        ...(q.unitGroupId !== null && { units: [...q.units] }),
        answer: dice.one(q.answers),
        reason: 'As seen',
      });
    decided = computeVerdict(inspection, file, references, { answers, on: base.at.localDate });
  }
  if (!decided.ok) return null;
  const isUsedUp = decided.value.portions.some(
    (p) => p.standing === 'notUpheld' && p.negative === 'quantityDifference',
  );
  const isOverride = dice.below(isUsedUp ? 2 : 6) === 0;
  const isLegacy = dice.below(3) === 0;
  const portions = decided.value.portions.filter(() => isLegacy || dice.below(4) > 0);
  const choices = portions.flatMap((portion): GroupChoice[] => {
    const free = isOverride && dice.below(3) > 0;
    const offered = portion.resolutions.map((r) => r.kind);
    if (!free && offered.length === 0) return [];
    const choice: GroupChoice = {
      unitGroupId: portion.unitGroupId,
      resolution: free
        ? dice.one(['refund', 'exchange', 'compensation', 'creditWithoutReturn'] as const)
        : dice.below(5) === 0
          ? dice.one(offered)
          : (offered[0] ?? 'none'),
      disposition: portion.dispositions[0] ?? 'quarantine',
      overrideAmount: free ? dice.below(portion.amountAtStake * 2 + 1) : null,
    };
    if (isLegacy) return [choice];
    if (choice.resolution === 'compensation') choice.basis = 'agreed';
    return [signed({ choice, portion })];
  });
  const once = isLegacy ? onePerGroup(choices) : choices;
  const terms = isLegacy ? null : termsOf(decided.value, inspection, file, references);
  return {
    ...base,
    verdictId: verdict,
    decision: isOverride ? 'override' : 'approve',
    choices: once,
    answers,
    ...(terms && { terms }),
  };
}

function onePerGroup(choices: readonly GroupChoice[]): GroupChoice[] {
  return [...new Map(choices.map((c) => [c.unitGroupId, c])).values()];
}

function altered(dice: Dice, fact: VerdictDecidedFact): VerdictDecidedFact {
  const [first, ...rest] = fact.choices;
  if (!first) return fact;
  switch (dice.below(3)) {
    case 0:
      return { ...fact, choices: [{ ...first, disposition: 'quarantine' }, ...rest] };
    case 1:
      return { ...fact, choices: rest };
    default:
      return {
        ...fact,
        choices: [
          { ...first, ...(first.amount !== undefined && { amount: first.amount + 1 }) },
          ...rest,
        ],
      };
  }
}

export function referencesIn(office: Office, told: Told, id: string): CaseReferences {
  return {
    policy: aPolicy(),
    client: aClient(),
    contract: office.contract,
    orderLines: [...office.orderLines],
    calendar: aCalendar(),
    periodCalendar: null,
    grantedElsewhere: grantedOnLines(told.grants.filter((g) => g.caseId !== id)).map(
      ({ orderLineId: line, quantity, value }) => ({ orderLineId: line, quantity, value }),
    ),
    serialsElsewhere: serialsAgain(office, told.facts, id),
  };
}
