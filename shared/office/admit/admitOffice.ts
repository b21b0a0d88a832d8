import { accept, assertNever, type Result, refuse } from '../../result.ts';
import { canonicalJson } from '../../sync/canonicalJson.ts';
import { ownIdOf, writeExternalId } from '../externalId.ts';
import type { OfficeKind } from '../kinds.ts';
import {
  type OfficeCommand,
  type OfficeError,
  type OfficeRecord,
  officeError,
} from '../officeCommand.ts';
import type { Build } from './build.ts';
import { buildArticle, buildCalendar, buildClient, buildPerson, buildSite } from './build.ts';
import { buildCatalogueEntry, shippedRecord } from './buildCatalogue.ts';
import { buildOrderLine } from './buildGoods.ts';
import { buildReturn } from './buildReturn.ts';
import { buildContract, buildPolicy, policyFrom } from './buildTerms.ts';
import { claimsOf } from './claims.ts';
import type { Built, Known } from './known.ts';
import { readBody } from './readBody.ts';
import { referencesOf } from './references.ts';
import { whyElsewhere } from './sitesOf.ts';
import { withdrawnFrom } from './withdraw.ts';

export type Admitted = Built & {
  readonly outcome: 'created' | 'updated' | 'unchanged' | 'withdrawn';
  readonly record: OfficeRecord;
  /** All the numbers that are its own from now on; null: as before. */
  readonly claims: readonly string[] | null;
};

const builders: { readonly [K in OfficeKind]: Build<K> } = {
  sites: buildSite,
  calendars: buildCalendar,
  policies: buildPolicy,
  people: buildPerson,
  clients: buildClient,
  contracts: buildContract,
  articles: buildArticle,
  catalogue: buildCatalogueEntry,
  'order-lines': buildOrderLine,
  returns: buildReturn,
};

/**
 * The one door for what a company says of itself, whichever way it came. The same command again is
 * `unchanged`. Refusals name the field, the version the sender did not know, or what rests on it.
 */
export function admitOffice(
  command: OfficeCommand,
  known: Known,
): Result<Admitted, readonly OfficeError[]> {
  const { kind, externalId, expectedVersion } = command;
  const before = known.record(kind, externalId);
  const elsewhere = whyElsewhere(command, before, ownIdOf(kind, externalId));
  if (elsewhere) return refuse([elsewhere]);
  if (expectedVersion !== null && expectedVersion !== (before?.version ?? 0))
    return refuse([changedMeanwhile(before)]);
  switch (command.action) {
    case 'put':
      return put(command, kind, before, known);
    case 'withdraw':
      return withdraw(command, before ?? shippedRecord(command, known), known);
    case 'check':
      return before === null ? refuse([notHere(command)]) : check(command, before, known);
    default:
      return assertNever(command);
  }
}

function builderOf<K extends OfficeKind>(kind: K): Build<K> {
  return builders[kind];
}

function put(
  command: OfficeCommand & { readonly action: 'put' },
  kind: OfficeKind,
  before: OfficeRecord | null,
  known: Known,
): Result<Admitted, readonly OfficeError[]> {
  const read = readBody(kind, command.body);
  if (!read.ok) return read;
  const body = read.value;
  const isKept = before !== null && before.state !== 'withdrawn';
  if (before && isKept && canonicalJson(before.body) === canonicalJson(body))
    return accept({ outcome: 'unchanged', record: before, documents: [], claims: null });
  const { source } = command.externalId;
  const missing = referencesOf(kind, body, source).flatMap((named) => {
    const found = known.record(named.kind, named.externalId);
    const written = `${named.kind} ${writeExternalId(named.externalId)}`;
    if (found === null) return [officeError(named.field, 'notHereYet', `${written} is not here`)];
    return found.state === 'withdrawn'
      ? [officeError(named.field, 'withdrawn', `${written} was withdrawn`)]
      : [];
  });
  if (missing.length > 0) return refuse(missing);
  const ownId = before?.ownId ?? ownIdOf(kind, command.externalId);
  const built = builderOf(kind)({ ownId, source, body, before, known });
  if (!built.ok) return built;
  const claims = claimsOf(kind, body, source);
  const taken = claims.filter((claim) => (known.holderOf(claim) ?? ownId) !== ownId);
  if (taken.length > 0)
    return refuse(taken.map((claim) => officeError('', 'taken', `Another record has ${claim}`)));
  return accept({
    ...built.value,
    claims,
    outcome: before === null ? 'created' : 'updated',
    record: {
      ...next(command, before, ownId),
      body,
      state: kind === 'policies' ? 'draft' : 'current',
      changedAt: known.now,
    },
  });
}

function withdraw(
  command: OfficeCommand,
  before: OfficeRecord | null,
  known: Known,
): Result<Admitted, readonly OfficeError[]> {
  if (before === null) return refuse([notHere(command)]);
  if (before.state === 'withdrawn')
    return accept({ outcome: 'unchanged', record: before, documents: [], claims: null });
  const built = withdrawnFrom(command, before, known);
  if (!built.ok) return built;
  const record = { ...before, ...next(command, before, before.ownId), changedAt: known.now };
  return accept({
    ...built.value,
    claims: [],
    outcome: 'withdrawn',
    record: { ...record, state: 'withdrawn' },
  });
}

function check(
  command: OfficeCommand,
  before: OfficeRecord,
  known: Known,
): Result<Admitted, readonly OfficeError[]> {
  if (command.kind !== 'policies')
    return refuse([
      officeError('', 'notForThisKind', 'Only a policy is checked by a second person'),
    ]);
  const built = policyFrom(before, command, known);
  if (!built.ok) return built;
  const record = { ...before, ...next(command, before, before.ownId), changedAt: known.now };
  return accept({
    ...built.value,
    claims: null,
    outcome: 'updated',
    record: { ...record, state: 'current' },
  });
}

function next(command: OfficeCommand, before: OfficeRecord | null, ownId: string) {
  return {
    kind: command.kind,
    externalId: command.externalId,
    ownId,
    version: (before?.version ?? 0) + 1,
    changedBy: command.actor,
    changedById: command.actorId ?? null,
  };
}

function changedMeanwhile(before: OfficeRecord | null): OfficeError {
  return officeError(
    '',
    'changedMeanwhile',
    before === null
      ? 'There is no such record (any more); send it without a version'
      : `It is at version ${before.version} since ${before.changedAt}, changed by ${before.changedBy}`,
  );
}

function notHere({ kind, externalId }: OfficeCommand): OfficeError {
  return officeError('', 'notHereYet', `${kind} ${writeExternalId(externalId)} is not here`);
}
