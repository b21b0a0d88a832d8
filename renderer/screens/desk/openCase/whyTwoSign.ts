import { grantedOnLines } from '../../../../shared/cases/decisions/grants.ts';
import { isOutdated } from '../../../../shared/cases/decisions/signatures.ts';
import type { VerdictDecidedFact } from '../../../../shared/facts/fact.ts';
import type { PersonId } from '../../../../shared/ids.ts';
import type { CaseView } from '../../../queries/oneCase/caseView.ts';
import type { Wording } from '../../../wording/createWording.ts';

/**
 * Why a decision one person signed waits for another: its papers changed, its case passes the limit, or
 * it grants what is not there to be granted by one.
 */
export function whyTwoSign(
  { t, formatMoney }: Wording,
  { file, references, people }: Pick<CaseView, 'file' | 'references' | 'people'>,
  first: VerdictDecidedFact,
): string {
  if (isOutdated(first, file, references))
    return t('desk.second.anew', { name: people.get(first.personId)?.name ?? first.personId });
  const contract = references?.contract ?? null;
  const limit = contract?.secondApprovalAbove ?? null;
  const before = grantedOnLines(file.grants).reduce((sum, line) => sum + line.value, 0);
  const worth = first.choices.reduce((sum, choice) => sum + (choice.value ?? 0), before);
  // Of a decision older than terms nobody says what it is worth.
  if (contract && limit !== null && (worth > limit || first.terms === undefined))
    return t('desk.second.what', {
      limit: formatMoney({ minor: limit, currency: contract.currency }),
    });
  return t('desk.second.beyond');
}

/** Whom the first asked by name to sign after them. */
export function whoIsAsked(
  { t }: Pick<Wording, 't'>,
  { people }: Pick<CaseView, 'people'>,
  by: PersonId,
  asked: PersonId,
): string {
  const nameOf = (id: PersonId) => people.get(id)?.name ?? id;
  return t('desk.second.asks', { name: nameOf(by), asked: nameOf(asked) });
}
