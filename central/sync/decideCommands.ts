import { plausibleTime } from '../../shared/deadlines/plausibleTime.ts';
import { accept, type Result, refuse } from '../../shared/result.ts';
import { type Admission, admitFact, rolesFor } from '../../shared/returns/admitFact.ts';
import { handsOf } from '../../shared/returns/caseFile.ts';
import { caseFromOpening } from '../../shared/returns/caseInForce.ts';
import type { Grant, Person, Refund } from '../../shared/returns/documents.ts';
import type { Fact, FactOf } from '../../shared/returns/fact.ts';
import { decidingOf } from '../../shared/returns/verdict.ts';
import type { CommandResult } from '../../shared/sync/centralApi.ts';
import type { Command } from '../../shared/sync/command.ts';
import type { Refusal } from '../../shared/sync/refusal.ts';
import type { EarlierPerson } from '../people/earlierPeopleRows.ts';
import type { RetiredKey } from '../people/keyPeriodRows.ts';
import { dueRefund } from '../refunds/dueRefund.ts';
import { addToIndex, arrivalNamedBy } from '../returns/factsOfCase.ts';
import {
  fileOf,
  type Hand,
  handKey,
  type Ledger,
  referencesOf,
  rememberGrant,
  standingArrival,
  standingLink,
} from '../returns/ledger.ts';
import { broughtBy, missingIn, unknownCodes } from '../returns/namedBy.ts';
import { mayRecord } from './mayRecord.ts';
import type { SentCommand } from './readCommand.ts';
import type { RefusedRecord } from './refusedRows.ts';

/** What central keeps about a command it has seen. */
export type KnownCommand = {
  readonly contentHash: string;
  readonly status: 'applied' | 'refused' | 'deferred' | 'quarantined';
  readonly result: CommandResult;
};

/** A station's chain; `lastHash` null: the next command anchors it anew. */
export type Chain = {
  lastSequence: number;
  lastHash: string | null;
  /** The latest moment anything in it says it was recorded at, as far as it was signed and believed. */
  recordedThrough?: Date | null;
};

/** Numbers of a station's chain that somebody decided not to wait for any more. */
export type SteppedOver = {
  readonly from: number;
  readonly through: number;
  readonly by: string;
  readonly at: string;
};

export type Batch = {
  readonly station: { readonly id: string; readonly siteId: string };
  /** Another station of the site brings this one's journal: nothing but proved work takes a number. */
  readonly handedInBy?: string | null;
  readonly chain: Chain;
  readonly steppedOver: readonly SteppedOver[];
  readonly known: Map<string, KnownCommand>;
  readonly ledger: Ledger;
  readonly proved: ReadonlySet<SentCommand>;
  /** Those signed with a key that is its person's no more. */
  readonly retired?: ReadonlyMap<SentCommand, RetiredKey>;
  /** By person, as they were before they were changed. */
  readonly earlier?: ReadonlyMap<string, readonly EarlierPerson[]>;
  /** Refused before, and named by what accepts them all the same. */
  readonly refused?: ReadonlyMap<string, RefusedRecord>;
  readonly acceptedAt: string;
};

/** A fact that counts from now on, with all that follows from it. */
export type Admitted = {
  readonly fact: Fact;
  readonly hand: Hand | null;
  readonly arrivalId: string | null;
  readonly opensCase: boolean;
  readonly refund: Refund | null;
  readonly grant: Grant | null;
};

export type Decided = {
  readonly sent: SentCommand;
  readonly result: CommandResult;
  /** Whether to store this answer, and whether the command takes its number in the sequence. */
  readonly keep: boolean;
  readonly numbered: boolean;
  readonly admitted: Admitted | null;
  /** Whoever sent what is not provably the station's own: its row is theirs. */
  readonly keptFor?: string;
  /** The refused record that counts by it. */
  readonly accepted?: { readonly record: RefusedRecord; readonly admitted: Admitted };
};

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
  if (sent.sequence === null) return { ...answer(sent, quarantinedAs(sent)), numbered: false };
  if (sent.stationId !== station.id)
    return {
      ...answer(sent, refusedAs(sent, { code: 'brokenChain' })),
      keep: false,
      numbered: false,
    };
  if (!mayTakeNumber && sent.sequence > chain.lastSequence)
    return {
      ...answer(sent, quarantinedAs({ ...sent, trouble: unprovedHandIn })),
      numbered: false,
      keptFor: batch.handedInBy ?? station.id,
    };
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

/** What the fact rests on fell, or is yet to come; null: all of it is here. */
function groundless(sent: SentCommand, fact: Fact, { ledger }: Batch): Decided | null {
  const missing = missingIn(ledger, fact);
  const fallen = missing.find((named) => ledger.fallen.has(named.id));
  if (fallen) return answer(sent, refusedAs(sent, { code: unknownCodes[fallen.kind] }));
  return missing.length > 0
    ? answer(sent, { kind: 'deferred', id: sent.id, missing: missing.map((n) => n.id) })
    : null;
}

/**
 * The refused record is decided about once more, as if whoever signed it had been entitled then: the
 * supervisor's word stands for who and when, and for nothing else.
 */
function withRecord(applied: Decided, fact: FactOf<'acceptedAnyway'>, batch: Batch): Decided {
  const { sent } = applied;
  const record = batch.refused?.get(fact.accepts);
  // Somebody else has accepted it meanwhile.
  if (!record || batch.known.get(record.sent.id)?.status === 'applied') return applied;
  if (!record.signer) return answer(sent, refusedAs(sent, { code: 'badSignature' }));
  const without = groundless(sent, record.fact, batch);
  if (without) return without;
  const { kind, caseId } = record.fact;
  const paper = caseId === null ? undefined : batch.ledger.cases.get(caseId);
  if (paper && paper.siteId !== record.fact.siteId)
    return answer(sent, refusedAs(sent, { code: 'otherSite' }));
  const entitled: Person = {
    ...record.signer,
    active: true,
    siteIds: [record.fact.siteId],
    roles: [...new Set([...record.signer.roles, ...rolesFor[kind]])],
  };
  const admitted = admit(record.fact, entitled, batch);
  return admitted.ok
    ? { ...applied, accepted: { record, admitted: admitted.value } }
    : answer(sent, refusedAs(sent, admitted.refusal));
}

function laterOf(before: Date | null, fact: Fact, acceptedAt: string): Date {
  const at = Date.parse(plausibleTime(fact.at, acceptedAt).instant);
  return new Date(Math.max(before?.getTime() ?? at, at));
}

function admit(fact: Fact, signer: Person | null, batch: Batch): Result<Admitted, Refusal> {
  const { ledger, acceptedAt } = batch;
  const person = signer;
  if (!person) return refuse({ code: 'inactivePerson' });
  const before = fact.caseId === null ? null : fileOf(ledger, fact.caseId);
  const isDecision = fact.kind === 'verdictDecided';
  // No clock that runs ahead decides on a later day than this one.
  const file =
    before && isDecision
      ? { ...before, acceptedAt: new Map(before.acceptedAt).set(fact.id, acceptedAt) }
      : before;
  const references =
    file && isDecision ? referencesOf(ledger, file, decidingOf(fact, file).on) : null;
  const arrivalId = arrivalNamedBy(fact);
  const target = targetOf(fact, batch);
  const refunds = fact.caseId === null ? [] : (ledger.refunds.get(fact.caseId) ?? []);
  const arrival = arrivalId === null ? null : standingArrival(ledger, arrivalId);
  const admission = admitFact(fact, person, {
    file,
    arrival,
    twin: null,
    target,
    isIdTaken: fact.kind === 'inspectionFinished' && ledger.takenIds.has(fact.verdictId),
    references,
    refunds,
  });
  if (!admission.ok) return admission;
  const hand = handOf(fact);
  const held = fact.caseId === null ? undefined : ledger.hands.get(handKey(fact.caseId, person.id));
  if (hand !== null && held !== undefined && held !== hand)
    return refuse({ code: 'ownHandsOnCase', hands: handsOf(fact) ?? 'received' });
  return accept({
    fact,
    hand,
    arrivalId: fact.kind === 'correction' && target ? arrivalNamedBy(target) : arrivalId,
    opensCase: fact.kind === 'caseOpened' && !ledger.cases.has(fact.caseId),
    refund: refundFrom(admission.value, file, references, acceptedAt, refunds.length),
    grant: admission.value.grant && { ...admission.value.grant, acceptedAt },
  });
}

function refundFrom(
  { refund }: Admission,
  file: ReturnType<typeof fileOf>,
  references: ReturnType<typeof referencesOf>,
  acceptedAt: string,
  earlier: number,
): Refund | null {
  return refund && file && references
    ? dueRefund(refund, file, references, acceptedAt, earlier)
    : null;
}

function targetOf(fact: Fact, { ledger, refused }: Batch): Fact | null {
  if (fact.kind === 'acceptedAnyway') {
    const record = refused?.get(fact.accepts);
    return record?.sent.hash === fact.hash ? record.fact : null;
  }
  if (fact.kind === 'correction') return ledger.facts.byId.get(fact.corrects) ?? null;
  if (fact.kind === 'released') return ledger.facts.byId.get(fact.heldFactId) ?? null;
  return fact.kind === 'arrivalLinked' ? standingLink(ledger, fact.arrivalId) : null;
}

function handOf(fact: Fact): Hand | null {
  if (fact.kind === 'verdictDecided') return 'decided';
  return handsOf(fact) === null ? null : 'touched';
}

/** Lets the batch know what was decided, for the commands after this one. */
function remember(decided: Decided, batch: Batch): void {
  const { sent, result, keep, keptFor, numbered, admitted, accepted } = decided;
  const { chain, known, ledger } = batch;
  if (numbered && sent.sequence !== null) {
    chain.lastSequence = sent.sequence;
    chain.lastHash = sent.hash;
  }
  if (keep && keptFor === undefined && result.kind !== 'duplicate')
    known.set(sent.id, { contentHash: sent.contentHash, status: result.kind, result });
  // What was put aside unread may be read later: whoever names it waits.
  if (result.kind === 'refused') for (const id of bringsOf(sent)) ledger.fallen.add(id);
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

function learn({ fact, hand, opensCase, refund, grant }: Admitted, batch: Batch): void {
  const { ledger } = batch;
  for (const id of broughtBy(fact)) ledger.fallen.delete(id);
  addToIndex(ledger.facts, fact, batch.acceptedAt);
  if (fact.kind === 'caseOpened' && opensCase) ledger.cases.set(fact.caseId, caseFromOpening(fact));
  if (hand !== null && fact.caseId !== null)
    ledger.hands.set(handKey(fact.caseId, fact.personId), hand);
  if (fact.kind === 'inspectionFinished') ledger.takenIds.add(fact.verdictId);
  if (grant) rememberGrant(ledger, grant);
  if (refund)
    ledger.refunds.set(refund.caseId, [...(ledger.refunds.get(refund.caseId) ?? []), refund]);
}

export function bringsOf(sent: SentCommand): readonly string[] {
  return sent.command ? broughtBy(sent.command.fact) : [sent.id];
}

function answer(sent: SentCommand, result: CommandResult): Decided {
  return { sent, result, keep: true, numbered: true, admitted: null };
}

function refusedAs(sent: SentCommand, refusal: Refusal): CommandResult {
  return { kind: 'refused', id: sent.id, refusal };
}

function quarantinedAs(sent: SentCommand): CommandResult {
  return { kind: 'quarantined', id: sent.id, reason: sent.trouble };
}

function repeated(result: CommandResult): CommandResult {
  return result.kind === 'applied' ? { ...result, kind: 'duplicate' } : result;
}
