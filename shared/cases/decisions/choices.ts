/** What a supervisor chose for portions, held against what the policy offers. */

import type { GroupChoice } from '../../facts/decisionFacts.ts';
import type { VerdictDecidedFact } from '../../facts/fact.ts';
import { toThousandths } from '../../facts/quantity.ts';
import type { Refusal } from '../../facts/refusal.ts';
import { covers, keyOfUnits, overlaps, spansOf } from '../../facts/spans.ts';
import type {
  CaseDecision,
  MissingEvidence,
  PortionDecision,
  Question,
  ResolutionOption,
} from '../../policy/decision.ts';
import { apportion } from '../../policy/rounding.ts';
import { accept, type Result, refuse } from '../../result.ts';
import type { CaseFile } from '../reading/caseFile.ts';
import type { CaseReferences } from '../reading/policyInput.ts';
import type { GrantedPortion } from './grants.ts';

/** A choice and the portion it is for. */
export type Chosen = { readonly choice: GroupChoice; readonly portion: PortionDecision };

/** Resolutions by which the client gets money. */
export const paysMoney: ReadonlySet<string> = new Set([
  'refund',
  'compensation',
  'creditWithoutReturn',
]);
/** Resolutions by which the client gets goods or money: what limits and the ledger count. */
const grantsWorth: ReadonlySet<string> = new Set([...paysMoney, 'exchange']);

/**
 * Every choice with its portion. A choice that names no units, from before there were portions, is
 * for all portions of its group, and a sum beside it for all of them together; what nothing is granted
 * of then goes back to the client, unless nothing is granted of any. Refusals: `choiceNotOffered`, `unknownUnitGroup`.
 */
export function matchChoices(
  choices: readonly GroupChoice[],
  decision: CaseDecision,
): Result<readonly Chosen[], Refusal> {
  const chosen: Chosen[] = [];
  for (const choice of choices) {
    const ofGroup = decision.portions.filter((p) => p.unitGroupId === choice.unitGroupId);
    if (ofGroup.length === 0) return refuse({ code: 'unknownUnitGroup' });
    const { units } = choice;
    const own =
      units === undefined
        ? ofGroup
        : ofGroup.filter((p) => keyOfUnits(p.units) === keyOfUnits(units));
    if (own.length === 0)
      return refuse({ code: 'choiceNotOffered', unitGroupId: choice.unitGroupId });
    const isOffered = own.some((p) => p.resolutions.some((r) => r.kind === choice.resolution));
    const shares = units === undefined ? sharedOut(choice, own) : own.map(() => choice);
    for (const [index, portion] of own.entries()) {
      const share = shares[index] ?? choice;
      if (chosen.some((other) => other.portion === portion))
        return refuse({ code: 'choiceNotOffered', unitGroupId: choice.unitGroupId });
      chosen.push({
        choice: units === undefined && isOffered ? asGroupChoice(share, portion) : share,
        portion,
      });
    }
  }
  return accept(chosen);
}

/** What a person granted for a whole group, by the worth of its portions. */
function sharedOut(
  choice: GroupChoice,
  portions: readonly PortionDecision[],
): readonly GroupChoice[] {
  const worths = portions.map((p) => p.amountAtStake);
  const isWorthNothing = worths.every((worth) => worth === 0);
  const weights = isWorthNothing ? portions.map((p) => toThousandths(p.quantity)) : worths;
  const share = (sum: number | null | undefined) =>
    sum === null || sum === undefined || sum < 0 ? null : apportion(sum, weights);
  const [overriding, compensating] = [share(choice.overrideAmount), share(choice.amount)];
  return portions.map((_portion, index) => ({
    ...choice,
    ...(overriding && { overrideAmount: overriding[index] ?? 0 }),
    ...(compensating && { amount: compensating[index] ?? 0 }),
  }));
}

/** For the portions of a group nothing is granted of, a choice about the whole group means the way back. */
function asGroupChoice(choice: GroupChoice, portion: PortionDecision): GroupChoice {
  const isOffered = portion.resolutions.some((r) => r.kind === choice.resolution);
  const [disposition] = portion.dispositions;
  return isOffered || choice.overrideAmount !== null || portion.standing !== 'notUpheld'
    ? choice
    : {
        ...choice,
        resolution: 'returnToClient',
        disposition: portion.dispositions.includes(choice.disposition)
          ? choice.disposition
          : (disposition ?? choice.disposition),
      };
}

/** What a choice grants: units, worth and money, minor units. */
export type Granting = Pick<GrantedPortion, 'quantity' | 'value' | 'amount'>;

export function grantedBy({ choice, portion }: Chosen): Granting {
  if (!grantsWorth.has(choice.resolution)) return { quantity: 0, value: 0, amount: 0 };
  const option = optionFor(choice, portion);
  if (choice.overrideAmount !== null) {
    // Whoever overrides decides about all units of the portion.
    const { quantity, amountAtStake } = portion;
    // Goods that go out are worth what they cost, whatever sum is written beside them.
    if (!paysMoney.has(choice.resolution))
      return { quantity, value: Math.max(amountAtStake, choice.overrideAmount), amount: 0 };
    return { quantity, value: choice.overrideAmount, amount: choice.overrideAmount };
  }
  const quantity = option?.quantity ?? 0;
  if (choice.resolution === 'compensation') {
    const amount = choice.amount ?? option?.amount ?? 0;
    return { quantity, value: amount, amount };
  }
  return { quantity, value: option?.value ?? 0, amount: option?.amount ?? 0 };
}

function optionFor(choice: GroupChoice, portion: PortionDecision): ResolutionOption | undefined {
  return portion.resolutions.find((r) => r.kind === choice.resolution);
}

/** What a person signs of one choice, so that central can pay nothing else. */
export function signed(chosen: Chosen): GroupChoice {
  const { quantity, amount, value } = grantedBy(chosen);
  return {
    ...chosen.choice,
    units: [...chosen.portion.units],
    quantity,
    amount,
    value,
  };
}

/**
 * Whether these choices may be made: each portion decided by the policy (or overridden), its photos
 * held, its questions answered, the choice on offer, sums within what was invoiced. Portions that are
 * not chosen for stay open and hold nothing. Refusals: `questionOpen`, `evidenceMissing`,
 * `policyCannotDecide`, `choiceNotOffered`, `amountOutOfRange`, `nothingChosen`.
 */
export function checkChoices(
  fact: VerdictDecidedFact,
  chosen: readonly Chosen[],
  decision: CaseDecision,
  references: CaseReferences,
  file: Pick<CaseFile, 'grants'>,
): Result<null, Refusal> {
  const override = fact.decision === 'override';
  if (chosen.length === 0) return refuse({ code: 'nothingChosen' });
  const portions = chosen.map(({ portion }) => portion);
  const [question] = questionsFor(portions, decision, file);
  if (question) return refuse({ code: 'questionOpen', question: question.question });
  const missing = portions.flatMap((portion) => photosMissingFor(portion, decision));
  if (missing.length > 0) return refuse(withoutPhotos(missing));
  const unsure = portions.find((p) => p.standing === 'needsFacts');
  if (unsure && !override)
    return refuse({
      code: 'policyCannotDecide',
      field: unsure.missing[0] ?? 'findings',
      why: 'needsFacts',
    });
  for (const one of chosen) {
    const refusal = refusalOf(one, override, references, decision);
    if (refusal) return refuse(refusal);
  }
  return accept(null);
}

/** Of a picture that proves another case's claim the person hears, where nothing else is missing. */
function withoutPhotos(missing: readonly MissingEvidence[]): Refusal {
  const shots = [...new Set(missing.map((m) => m.shot))];
  const [first, ...rest] = missing.map(({ because }) => because);
  const isTheirs = [first, ...rest].every((because) => because?.code === 'evidence.otherCase');
  return isTheirs
    ? { code: 'pictureOfOtherCase', shots, caseId: String(first?.data['caseId'] ?? '') }
    : { code: 'evidenceMissing', shots };
}

/**
 * The questions a decision about these portions must have answered: those about them, and with the
 * last part of a case those about the whole of it. Until then they hold nobody's money.
 */
export function questionsFor(
  portions: readonly PortionDecision[],
  decision: CaseDecision,
  file: Pick<CaseFile, 'grants'>,
): readonly Question[] {
  const own = portions.flatMap((p) => p.questions);
  const isLast = decision.portions.every((p) => portions.includes(p) || isGranted(p, file));
  return isLast
    ? [
        ...own,
        ...decision.questions.filter(
          (q) => !decision.portions.some((p) => p.questions.includes(q)),
        ),
      ]
    : own;
}

/** The photos a portion waits for before it may be decided; the others do not wait for them. */
export function photosMissingFor(
  { unitGroupId, units }: Pick<PortionDecision, 'unitGroupId' | 'units'>,
  { missingEvidence }: Pick<CaseDecision, 'missingEvidence'>,
): readonly MissingEvidence[] {
  return missingEvidence.filter(
    (m) => m.unitGroupId === unitGroupId && overlaps(spansOf(units), spansOf(m.units)),
  );
}

/** Whether a portion was decided for good already, by this verdict or one before it. */
export function isGranted(portion: PortionDecision, { grants }: Pick<CaseFile, 'grants'>): boolean {
  const own = grants
    .flatMap((grant) => (grant.decision === 'decline' ? [] : grant.portions))
    .filter((p) => p.unitGroupId === portion.unitGroupId);
  return covers(
    own.flatMap((p) => spansOf(p.units)),
    spansOf(portion.units),
  );
}

function refusalOf(
  { choice, portion }: Chosen,
  override: boolean,
  references: CaseReferences,
  decision: CaseDecision,
): Refusal | null {
  const notOffered: Refusal = { code: 'choiceNotOffered', unitGroupId: choice.unitGroupId };
  if (choice.overrideAmount !== null) {
    if (!override) return notOffered;
    const most = mostFor(portion, references, decision);
    return choice.overrideAmount < 0 || choice.overrideAmount > most
      ? { code: 'amountOutOfRange', most, currency: decision.currency }
      : null;
  }
  const option = optionFor(choice, portion);
  if (override) {
    // Without a sum of one's own, an override grants what the policy offers, or nothing.
    return grantsWorth.has(choice.resolution) && !option ? notOffered : null;
  }
  if (!option || !portion.dispositions.includes(choice.disposition)) return notOffered;
  if (choice.resolution !== 'compensation') return null;
  const sum = choice.amount ?? option.amount;
  if (sum < 0 || sum > option.amount)
    return { code: 'amountOutOfRange', most: option.amount, currency: decision.currency };
  return choice.units !== undefined && choice.basis === undefined
    ? { code: 'basisRequired', unitGroupId: choice.unitGroupId }
    : null;
}

/** An override grants at most what was invoiced for the line its units came from. */
function mostFor(
  portion: PortionDecision,
  { orderLines }: CaseReferences,
  decision: CaseDecision,
): number {
  const atStake = decision.portions
    .filter((p) => p.unitGroupId === portion.unitGroupId)
    .reduce((sum, p) => sum + p.amountAtStake, 0);
  return orderLines.length === 0 ? 0 : Math.max(portion.amountAtStake, atStake);
}
