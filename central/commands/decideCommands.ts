import { caseFromOpening } from '../../shared/cases/reading/policyOfCase.ts';
import { plausibleTime } from '../../shared/deadlines/plausibleTime.ts';
import type { Fact } from '../../shared/facts/fact.ts';
import type { Refusal } from '../../shared/facts/refusal.ts';
import type { CommandResult } from '../../shared/sync/centralApi.ts';
import type { Command } from '../../shared/sync/command.ts';
import { growBy } from '../cases/caseBounds.ts';
import { providedBy } from '../cases/dependencies.ts';
import { addToIndex } from '../cases/factsOfCase.ts';
import { dutyKey, rememberGrant } from '../cases/workingSet.ts';
import { withRecord } from './acceptRecord.ts';
import { admit, groundless } from './admitInBatch.ts';
import { answer, quarantinedAs, refusedAs, repeated } from './answers.ts';
import type { Admitted, Batch, Decided } from './batch.ts';
import { mayRecord } from './mayRecord.ts';
import type { SentCommand } from './readCommand.ts';

/**
 * Decides about commands in the order they were sent. Pure but for the batch it is given, which
 * grows: later commands are decided upon what earlier ones brought. Stops at a gap in the sequence.
 */
export function decideCommands(
  sent: readonly SentCommand[],
  batch: Batch,
): { readonly decided: readonly Decided[]; readonly expectedSequence: number | null } {
  const decided: Decided[] = [];
  for (const one of sent) {
    const outcome = decideOne(one, batch);
    if (outcome === 'gap') return { decided, expectedSequence: batch.chain.lastSequence + 1 };
    remember(outcome, batch);
    decided.push(outcome);
  }
  return { decided, expectedSequence: null };
}

function decideOne(sent: SentCommand, batch: Batch): Decided | 'gap' {
  const { station, chain, known } = batch;
  const mayTakeNumber = (batch.handedInBy ?? null) === null || isProvedLink(sent, batch);
  const isNext =
    sent.sequence === chain.lastSequence + 1 && sent.stationId === station.id && mayTakeNumber;
  const before = known.get(sent.id);
  if (before) {
    if (before.contentHash !== sent.contentHash)
      return {
        ...answer(sent, refusedAs(sent, { code: 'idReused' })),
        keep: false,
        numbered: isNext,
      };
    const open = before.status === 'deferred' || before.status === 'quarantined';
    // What waited and now turns out not to be storable waits no longer.
    if (before.status === 'deferred' && !sent.command)
      return { ...answer(sent, quarantinedAs(sent)), numbered: false };
    if (!open || !sent.command)
      return { ...answer(sent, repeated(before.result)), keep: false, numbered: false };
    // Put aside unread, it was never held against its own hash.
    if (sent.hash !== sent.contentHash)
      return { ...answer(sent, refusedAs(sent, { code: 'brokenChain' })), numbered: false };
    return { ...decideContent(sent, sent.command, batch), numbered: false };
  }
  if (sent.envelope === null)
    return { ...answer(sent, quarantinedAs(sent)), keep: false, numbered: false };
  // Kept with whoever brought it: its id is not used up for the station it names.
  const aside = mayTakeNumber ? {} : { keptFor: batch.handedInBy ?? station.id };
  if (sent.sequence === null)
    return { ...answer(sent, quarantinedAs(sent)), numbered: false, ...aside };
  if (sent.stationId !== station.id)
    return {
      ...answer(sent, refusedAs(sent, { code: 'brokenChain' })),
      keep: false,
      numbered: false,
    };
  if (!mayTakeNumber) {
    const isLate = sent.sequence <= chain.lastSequence;
    const result = isLate
      ? refusedAs(sent, whyTooLate(sent.sequence, batch))
      : quarantinedAs({ ...sent, trouble: unprovedHandIn });
    return { ...answer(sent, result), numbered: false, ...aside };
  }
  if (sent.sequence > chain.lastSequence + 1)
    return sent.sequence - chain.lastSequence > furthestAhead
      ? {
          ...answer(sent, quarantinedAs({ ...sent, trouble: 'numbered too far ahead' })),
          keep: false,
          numbered: false,
        }
      : 'gap';
  if (!isNext)
    return { ...answer(sent, refusedAs(sent, whyTooLate(sent.sequence, batch))), numbered: false };
  if (!sent.command) return answer(sent, quarantinedAs(sent));
  const chained = chain.lastHash === null || sent.previousHash === chain.lastHash;
  if (!chained || sent.hash !== sent.contentHash)
    return answer(sent, refusedAs(sent, { code: 'brokenChain' }));
  return decideContent(sent, sent.command, batch);
}

const unprovedHandIn = 'handed in by another station, and not provably its own';
/** No station records so much between two contacts: waiting for what is before would be for ever. */
const furthestAhead = 1_000_000;

/** Signed by a person, as it was sealed, and behind what came last. */
function isProvedLink(sent: SentCommand, { chain, proved, retired, station }: Batch): boolean {
  if (sent.command?.fact.stationId !== station.id || sent.hash !== sent.contentHash) return false;
  if (!proved.has(sent) && retired?.has(sent) !== true) return false;
  const isNext = sent.sequence === chain.lastSequence + 1;
  return !isNext || chain.lastHash === null || sent.previousHash === chain.lastHash;
}

/** Its number was used by another command, or stepped over. */
function whyTooLate(sequence: number, { steppedOver }: Batch): Refusal {
  const gap = steppedOver.find(({ from, through }) => from <= sequence && sequence <= through);
  return gap ? { code: 'steppedOver', by: gap.by, at: gap.at } : { code: 'brokenChain' };
}

function decideContent(sent: SentCommand, command: Command, batch: Batch): Decided {
  const { fact } = command;
  const entitled = mayRecord(sent, command, batch);
  if (!entitled.ok) return answer(sent, refusedAs(sent, entitled.refusal));
  const without = groundless(sent, fact, batch);
  if (without) return without;
  const admitted = admit(fact, entitled.value, batch);
  if (!admitted.ok) return answer(sent, refusedAs(sent, admitted.refusal));
  const applied = {
    ...answer(sent, { kind: 'applied', id: sent.id, acceptedAt: batch.acceptedAt }),
    admitted: admitted.value,
  };
  return fact.kind === 'acceptedAnyway' ? withRecord(applied, fact, batch) : applied;
}

function laterOf(before: Date | null, fact: Fact, acceptedAt: string): Date {
  const at = Date.parse(plausibleTime(fact.at, acceptedAt).instant);
  return new Date(Math.max(before?.getTime() ?? at, at));
}

/** Lets the batch know what was decided, for the commands after this one. */
function remember(decided: Decided, batch: Batch): void {
  const { sent, result, keep, keptFor, numbered, admitted, accepted } = decided;
  const { chain, known, workingSet } = batch;
  if (numbered && sent.sequence !== null) {
    chain.lastSequence = sent.sequence;
    chain.lastHash = sent.hash;
  }
  const isItsOwn = keep && keptFor === undefined;
  if (isItsOwn && result.kind !== 'duplicate')
    known.set(sent.id, { contentHash: sent.contentHash, status: result.kind, result });
  // What was put aside unread may be read later: whoever names it waits. So it does for what another
  // station brought unproved, or under an id that is taken: nothing falls with that.
  if (isItsOwn && result.kind === 'refused')
    for (const id of bringsOf(sent)) workingSet.rejected.add(id);
  if (accepted) {
    const { id, contentHash } = accepted.record.sent;
    const counts: CommandResult = { kind: 'applied', id, acceptedAt: batch.acceptedAt };
    known.set(id, { contentHash, status: 'applied', result: counts });
    learn(accepted.admitted, batch);
  }
  if (!admitted) return;
  if (numbered)
    chain.recordedThrough = laterOf(chain.recordedThrough ?? null, admitted.fact, batch.acceptedAt);
  learn(admitted, batch);
}

function learn({ fact, duty, opensCase, refund, grant }: Admitted, batch: Batch): void {
  const { workingSet } = batch;
  for (const id of providedBy(fact)) workingSet.rejected.delete(id);
  addToIndex(workingSet.facts, fact, batch.acceptedAt);
  growBy(workingSet, fact);
  if (fact.kind === 'caseOpened' && opensCase)
    workingSet.cases.set(fact.caseId, caseFromOpening(fact));
  if (duty !== null && fact.caseId !== null)
    workingSet.duties.set(dutyKey(fact.caseId, fact.personId), duty);
  if (fact.kind === 'inspectionFinished') workingSet.takenIds.add(fact.verdictId);
  if (fact.kind === 'verdictDecided') workingSet.takenIds.add(fact.id);
  if (grant) rememberGrant(workingSet, grant);
  if (refund)
    workingSet.refunds.set(refund.caseId, [
      ...(workingSet.refunds.get(refund.caseId) ?? []),
      refund,
    ]);
}

export function bringsOf(sent: SentCommand): readonly string[] {
  return sent.command ? providedBy(sent.command.fact) : [sent.id];
}
