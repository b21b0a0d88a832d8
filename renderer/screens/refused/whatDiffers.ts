import type { CaseFile } from '../../../shared/cases/reading/caseFile.ts';
import type { Answer, GroupChoice } from '../../../shared/facts/decisionFacts.ts';
import type { VerdictDecidedFact } from '../../../shared/facts/fact.ts';
import { sumQuantities } from '../../../shared/facts/quantity.ts';
import { keyOfUnits } from '../../../shared/facts/spans.ts';
import { isWordingId } from '../../wording/catalogues.ts';
import type { Wording } from '../../wording/createWording.ts';
import { sayPortion } from '../policy/sayPortion.ts';
import { sayAnswer } from '../policy/sayWhy.ts';

type Signed = Pick<VerdictDecidedFact, 'decision' | 'choices' | 'answers' | 'terms'>;

/** Of each signature the decision and what the client gets, then only what not all of them signed. */
export function whatDiffers(
  wording: Wording,
  file: Pick<CaseFile, 'unitGroups'>,
  rivals: readonly Signed[],
): readonly string[] {
  const { t, formatList } = wording;
  const resolutions = ({ choices }: Signed) =>
    formatList(distinct(choices.map((c) => t(`resolution.${c.resolution}`))));
  const sides = [
    ({ choices }: Signed) => distinct(choices.map((c) => sayChosen(wording, file, c))).join(', '),
    ({ choices }: Signed) =>
      formatList(distinct(choices.map((c) => t(`disposition.${c.disposition}`)))),
    (signed: Signed) => sayGranted(wording, signed),
    ...distinct(rivals.flatMap(({ answers }) => answers.map(keyOf))).map(
      (asked) =>
        ({ answers }: Signed) => {
          const answer = answers.find((a) => keyOf(a) === asked);
          return answer ? sayAnswered(wording, answer) : '';
        },
    ),
  ].filter((say) => distinct(rivals.map(say)).length > 1);
  return rivals.map((rival) =>
    [t(`decision.${rival.decision}`), resolutions(rival), ...sides.map((say) => say(rival))]
      .filter((said) => said !== '')
      .join(' · '),
  );
}

function sayChosen(
  wording: Wording,
  file: Pick<CaseFile, 'unitGroups'>,
  { unitGroupId, units = [], quantity }: GroupChoice,
): string {
  const counted = file.unitGroups.find((g) => g.unitGroupId === unitGroupId)?.quantity ?? 0;
  const chosen = sumQuantities(units.map(({ from, to }) => to - from));
  return sayPortion(wording, file, {
    unitGroupId,
    units,
    serials: [],
    quantity: units.length > 0 ? chosen : (quantity ?? counted),
  });
}

function sayGranted(wording: Wording, signed: Signed): string {
  const granted = grantedBySignature(signed);
  return granted ? wording.formatMoney(granted) : '';
}

/** The money one signature is for; null: it names none. */
export function grantedBySignature({ choices, terms }: Pick<Signed, 'choices' | 'terms'>): {
  readonly minor: number;
  readonly currency: string;
} | null {
  const sums = choices.map((c) => c.overrideAmount ?? c.amount ?? c.value ?? 0);
  const minor = sums.reduce((sum, one) => sum + one, 0);
  return terms && choices.length > 0 ? { minor, currency: terms.currency } : null;
}

function sayAnswered(wording: Wording, { question, answer }: Answer): string {
  const id = `question.${question}`;
  const asked = isWordingId(id) ? wording.t(id) : question;
  return `${asked} ${sayAnswer(wording, question, answer)}`;
}

function keyOf({ question, unitGroupId, units }: Answer): string {
  return [question, unitGroupId ?? '', units ? keyOfUnits(units) : ''].join(' ');
}

function distinct(words: readonly string[]): readonly string[] {
  return [...new Set(words)];
}
