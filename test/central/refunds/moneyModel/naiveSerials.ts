/** Serials as a clerk would keep them: which case has which in hand, and who was paid for it. */

import type { Grant } from '../../../../shared/facts/documents.ts';
import type { Fact, UnitsCountedFact } from '../../../../shared/facts/fact.ts';
import type { SerialElsewhere } from '../../../../shared/policy/decision.ts';
import type { Office } from './office.ts';

type InHand = {
  readonly group: UnitsCountedFact['unitGroupId'];
  readonly serial: string;
  readonly unit: number;
};

/** The serials of a case that stand, each in the first group that counted it, in the order of counting. */
function inHand(facts: readonly Fact[], caseId: string): readonly InHand[] {
  const undone = new Set(facts.flatMap((f) => (f.kind === 'correction' ? [f.corrects] : [])));
  const counts = facts
    .filter((f): f is UnitsCountedFact => f.kind === 'unitsCounted' && f.caseId === caseId)
    .filter((f) => !undone.has(f.id))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const held: InHand[] = [];
  for (const { serials, unitGroupId: group } of counts)
    for (const serial of serials) {
      if (held.some((one) => one.serial === serial)) continue;
      held.push({ group, serial, unit: held.filter((one) => one.group === group).length });
    }
  return held;
}

function lineOf(facts: readonly Fact[], office: Office, { group }: InHand): string | undefined {
  const count = facts.find((f) => f.kind === 'unitsCounted' && f.unitGroupId === group);
  const returnLine = count?.kind === 'unitsCounted' ? count.returnLineId : null;
  const lines = office.cases.flatMap((c) => (c.id === count?.caseId ? c.lines : []));
  return lines.find((line) => line.id === returnLine)?.orderLineId ?? undefined;
}

/** What another case has in hand too, and that was not shipped again in between. */
export function serialsAgain(
  office: Office,
  facts: readonly Fact[],
  caseId: string,
): readonly SerialElsewhere[] {
  return inHand(facts, caseId).flatMap((mine) => {
    const own = lineOf(facts, office, mine);
    const listed = office.orderLines.find((line) => line.id === own)?.serials ?? [];
    const other = office.cases
      .map((c) => c.id)
      .filter((id) => id !== caseId)
      .toSorted()
      .find((id) =>
        inHand(facts, id).some(
          (theirs) =>
            theirs.serial === mine.serial &&
            !(listed.includes(mine.serial) && lineOf(facts, office, theirs) !== own),
        ),
      );
    return other === undefined
      ? []
      : [{ unitGroupId: mine.group, serial: mine.serial, caseId: other }];
  });
}

/** Serials this decision pays for though another case has them too, and nobody said that they count. */
export function paidWithoutAWord(
  grant: Grant,
  office: Office,
  facts: readonly Fact[],
): readonly string[] {
  const decision = facts.find((f) => f.id === grant.id);
  if (decision?.kind !== 'verdictDecided') return [];
  const again = serialsAgain(office, facts, grant.caseId);
  return inHand(facts, grant.caseId).flatMap(({ group, serial, unit }) => {
    const covers = (units: readonly { readonly from: number; readonly to: number }[]) =>
      units.some(({ from, to }) => from <= unit && unit + 1 <= to);
    const isPaid = grant.portions.some(
      (p) => p.unitGroupId === group && p.value > 0 && covers(p.units),
    );
    const isSeen = again.some((one) => one.unitGroupId === group && one.serial === serial);
    const isSaid = decision.answers.some(
      ({ question, answer, unitGroupId, units }) =>
        question === 'serialAgain' &&
        // Whoever overrides pays against the answer, by name and with a reason.
        (answer === 'countAgain' || decision.decision === 'override') &&
        unitGroupId === group &&
        (units === undefined || covers(units)),
    );
    return isPaid && isSeen && !isSaid ? [`${grant.id}: pays serial ${serial} a second time`] : [];
  });
}
