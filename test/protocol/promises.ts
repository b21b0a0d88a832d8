import { dependenciesOf, providedBy, unknownCodes } from '../../central/cases/dependencies.ts';
import { unproved } from '../../central/cases/workingSet.ts';
import { withAck } from '../../renderer/storage/ackRanges.ts';
import type { FactRow } from '../../renderer/storage/rows.ts';
import { mostPutAside, rowsPutAside } from './centralRows.ts';
import { rowKey } from './centralState.ts';
import type { ModelCentral } from './modelCentral.ts';
import type { ModelStation } from './modelStation.ts';
import { hostileStation, officeCases } from './papers.ts';
import type { World } from './worldState.ts';

/** What must hold at every moment: a station shows nothing as accepted that is not, or that it sends again. */
export function brokenMeanwhile(
  { name, database }: ModelStation,
  { everAccepted }: ModelCentral,
): readonly string[] {
  const { facts, outbox, runs } = database();
  return [...facts.values()].flatMap((row): readonly string[] => {
    if (row.sequence === 0 || withAck(row, runs).acceptance !== 'accepted') return [];
    const what = `${name}#${row.sequence} ${row.id}`;
    if (!everAccepted.has(row.id)) return [`${what} is shown as accepted and never was`];
    return outbox.has(row.sequence) ? [`${what} is shown as accepted while it waits`] : [];
  });
}

/** Codes for what is nobody's, or not in its place. */
function isOfForgery(code: string): boolean {
  return [...unproved, 'stationRevoked'].some((one) => one === code);
}

/** Not `unknownFact`: what was released or corrected before is refused so, too. */
function isForWhatItNames(code: string): boolean {
  return code === unknownCodes.arrival || code === unknownCodes.unitGroup;
}

/** What must hold once everybody rests: nothing lost, nothing twice, everybody sees the same. */
export function brokenPromises({ stations, central, forged }: World): readonly string[] {
  const broken: string[] = [];
  const { facts, commands, refunds, due, chains } = central.state();

  const is = new Set<string>(officeCases.keys());
  for (const { fact } of facts.values()) for (const id of providedBy(fact)) is.add(id);

  for (const { name, journal, database } of stations) {
    const base = database();
    const shownOf = (row: FactRow | undefined) => row && withAck(row, base.runs).acceptance;
    if (base.outbox.size > 0)
      broken.push(
        `${name} still has ${[...base.outbox.keys()].map((s) => `#${s}`).join(', ')} to send`,
      );
    for (const { fact, sequence } of journal) {
      const what = `${name}#${sequence} ${fact.id}`;
      const row = commands.get(rowKey(name, fact.id));
      const status = row?.status;
      const why = row?.result.kind === 'refused' ? row.result.refusal.code : null;
      if (why !== null && isOfForgery(why)) broken.push(`${what} is honest and refused: ${why}`);
      if (
        why !== null &&
        isForWhatItNames(why) &&
        dependenciesOf(fact).every(({ id }) => is.has(id))
      )
        broken.push(`${what} is refused for what it names, which counts: ${why}`);
      if (status === undefined || status === 'deferred') {
        broken.push(`${what} reached no final state (${status ?? 'unknown to central'})`);
        continue;
      }
      if ((status === 'applied') !== facts.has(fact.id))
        broken.push(`${what} is ${status} but ${facts.has(fact.id) ? 'counts' : 'does not count'}`);
      const shown = shownOf(base.facts.get(fact.id)) ?? 'nothing';
      if (shown !== (status === 'applied' ? 'accepted' : 'refused'))
        broken.push(`${what} is ${status} at central, ${shown} at its station`);
      if (status !== 'applied' && !base.refused.has(fact.id))
        broken.push(`${what} is ${status}, and its station does not say so`);
      if (status === 'applied' && base.refused.has(fact.id))
        broken.push(`${what} is applied, and its station shows it as refused`);
    }
    const last = chains.get(name)?.lastSequence ?? 0;
    if (last !== journal.length)
      broken.push(`central's order of ${name} ends at ${last}, its journal at ${journal.length}`);

    for (const id of facts.keys())
      if (shownOf(base.facts.get(id)) !== 'accepted') broken.push(`${name} never saw ${id}`);
    for (const [id, row] of base.facts)
      if (row.acceptance !== 'refused' && !facts.has(id))
        broken.push(`${name} shows ${id}, which central does not have`);
    for (const id of refunds.keys())
      if (!base.refunds.has(id)) broken.push(`${name} never saw the refund of ${id}`);
    for (const id of base.refunds.keys())
      if (!refunds.has(id)) broken.push(`${name} shows a refund of ${id} that nobody owes`);
  }

  for (const { fact } of facts.values())
    if (forged.has(fact)) broken.push(`${fact.id} was forged and counts`);
  const aside = rowsPutAside(central.state(), hostileStation);
  if (aside > mostPutAside + 10) broken.push(`central put ${aside} rows aside for one station`);

  const approved = [...facts.values()].flatMap(({ fact }) =>
    fact.kind === 'verdictDecided' && fact.decision === 'approve' ? [fact.verdictId as string] : [],
  );
  if (new Set(approved).size < approved.length)
    broken.push(`a verdict was approved twice: ${approved.join(', ')}`);
  for (const verdict of due)
    if (!refunds.has(verdict)) broken.push(`${verdict} was approved and nobody is paid`);
  for (const verdict of refunds.keys())
    if (!approved.includes(verdict)) broken.push(`${verdict} is paid and nobody approved it`);
  return broken;
}
