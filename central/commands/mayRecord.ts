import { whyNotEntitled } from '../../shared/cases/decisions/entitled.ts';
import type { Person } from '../../shared/facts/documents.ts';
import type { Fact } from '../../shared/facts/fact.ts';
import type { Refusal } from '../../shared/facts/refusal.ts';
import { accept, type Result, refuse } from '../../shared/result.ts';
import type { Command } from '../../shared/sync/command.ts';
import type { Batch } from './batch.ts';
import { mayCountStill } from './mayCountStill.ts';
import type { SentCommand } from './readCommand.ts';

/** The right station, not revoked by then, a proved signature, a person entitled here and where the case is. */
export function mayRecord(
  sent: SentCommand,
  { fact }: Command,
  batch: Batch,
): Result<Person | null, Refusal> {
  const { station, workingSet } = batch;
  if (fact.stationId !== station.id) return refuse({ code: 'brokenChain' });
  if (fact.siteId !== station.siteId) return refuse({ code: 'otherSite' });
  const revokedAt = station.revokedAt ?? null;
  if (revokedAt !== null && !wasRecordedBefore(revokedAt, fact, batch))
    return refuse({ code: 'stationRevoked', at: revokedAt });
  const signers = signersOf(sent, fact, batch);
  if (!signers.ok) return signers;
  const returnCase = fact.caseId === null ? null : workingSet.cases.get(fact.caseId);
  if (returnCase && returnCase.siteId !== fact.siteId) return refuse({ code: 'otherSite' });
  const [signer, ...earlier] = signers.value;
  const whyNot = (person: Person | null) => whyNotEntitled(person, fact.kind, fact.siteId);
  const unentitled = whyNot(signer);
  if (!unentitled) return accept(signer);
  const then = earlier.find((person) => !whyNot(person));
  return then ? accept(then) : refuse(unentitled);
}

/** Whoever took a station away may have its clock and its people's hands: what they say is checked as a retired key's. */
function wasRecordedBefore(revokedAt: string, fact: Fact, { chain, acceptedAt }: Batch): boolean {
  const known = { acceptedAt, recordedThrough: chain.recordedThrough ?? null };
  return mayCountStill(fact, { retiredAt: revokedAt, why: 'left' }, known).ok;
}

/**
 * Who signed it: the person as they are, or as they were while the key was theirs; behind it, latest
 * first, as they were when they say they recorded it, where central can check that.
 */
function signersOf(
  sent: SentCommand,
  fact: Fact,
  batch: Batch,
): Result<readonly [Person | null, ...Person[]], Refusal> {
  const { recordedThrough = null } = batch.chain;
  const known = { acceptedAt: batch.acceptedAt, recordedThrough };
  const earlier = (batch.earlier?.get(fact.personId) ?? []).flatMap(({ person, until }) =>
    mayCountStill(fact, { retiredAt: until, why: 'left' }, known).ok ? [person] : [],
  );
  if (batch.proved.has(sent))
    return accept([batch.workingSet.people.get(fact.personId) ?? null, ...earlier]);
  const key = batch.retired?.get(sent);
  if (!key) return refuse({ code: 'badSignature' });
  const counts = mayCountStill(fact, key, known);
  return counts.ok ? accept([key.person, ...earlier]) : counts;
}
