import type { Instant } from '../../shared/facts/time.ts';
import { claimsOf } from '../../shared/office/admit/claims.ts';
import { mostMerges } from '../../shared/office/admit/clientNamed.ts';
import { type OfficeSet, officeSet, recordKey } from '../../shared/office/admit/officeSet.ts';
import { readBody } from '../../shared/office/admit/readBody.ts';
import { referencesOf } from '../../shared/office/admit/references.ts';
import { ClientBody } from '../../shared/office/bodies/people.ts';
import { externalIdOf, ownIdOf, ownSource } from '../../shared/office/externalId.ts';
import type { OfficeKind } from '../../shared/office/kinds.ts';
import type { OfficeCommand, OfficeRecord } from '../../shared/office/officeCommand.ts';
import type { Rows } from '../database/rows.ts';
import { contractKey } from '../documents/contractKey.ts';
import { hasAdministrators } from '../people/administratorRows.ts';
import {
  contractsOf,
  grantedLines,
  papersBefore,
  policyEditions,
  usedVersions,
} from './paperRows.ts';
import { claimsHeldBy, holdersOf, type RecordKey, recordsOf } from './recordRows.ts';
import type { TestedParts } from './testedParts.ts';

/** All that these commands speak of, read once. */
export async function loadSet(
  rows: Rows,
  commands: readonly OfficeCommand[],
  now: Instant,
  earlier: TestedParts | null,
): Promise<{
  readonly set: OfficeSet;
  /** The numbers a record has before these commands. */
  readonly claimsBefore: (record: RecordKey) => readonly string[];
}> {
  const { keys: named, claims } = dependenciesOf(commands);
  const { keys, records } = await withMerged(rows, named);
  const ids = (kind: OfficeKind) =>
    keys.flatMap(({ kind: of, ownId }) => (of === kind ? [ownId] : []));
  const isThere = new Set(records.map(recordKey));
  const commanded = commands.map(({ kind, externalId }) => ({
    kind,
    ownId: ownIdOf(kind, externalId),
    source: externalId.source,
  }));
  /** Of what is new nothing was granted, and nobody has read it. */
  const thereBefore = (...kinds: readonly OfficeKind[]) =>
    commanded.filter((one) => kinds.includes(one.kind) && isThere.has(recordKey(one)));
  const idsBefore = (...kinds: readonly OfficeKind[]) =>
    thereBefore(...kinds).map(({ ownId }) => ownId);
  // What bears our own id may have been here before there were records.
  const ours = commanded.filter(({ source }) => source === ownSource).map(({ ownId }) => ownId);
  const speaksOf = (...kinds: readonly OfficeKind[]) =>
    commands.some(({ kind }) => kinds.includes(kind));
  const used = await usedVersions(rows, idsBefore('contracts'));
  const granted = await grantedLines(rows, idsBefore('order-lines'));
  const stored = {
    records,
    claims: await claimsHeldBy(
      rows,
      commanded.filter((one) => isThere.has(recordKey(one))),
    ),
    holders: await holdersOf(rows, claims),
    contracts: speaksOf('contracts', 'returns')
      ? await contractsOf(rows, { clientIds: ids('clients'), contractIds: ids('contracts') })
      : [],
    editions: speaksOf('policies') ? await policyEditions(rows) : [],
    hasAdministrators: speaksOf('policies') && (await hasAdministrators(rows)),
    papers: await papersBefore(rows, [...idsBefore('order-lines', 'returns'), ...ours]),
    isUsed: (contractId: string, version: number) => used.has(contractKey(contractId, version)),
    isGranted: (orderLineId: string) => granted.has(orderLineId),
  };
  const loaded = earlier?.amend(stored, claims) ?? stored;
  return {
    set: officeSet(loaded, now),
    claimsBefore: (record) => stored.claims.get(recordKey(record)) ?? [],
  };
}

/** The same with the clients that those named were merged into, whose contracts count for them. */
async function withMerged(rows: Rows, named: readonly RecordKey[]) {
  const keys = new Map(named.map((key) => [recordKey(key), key]));
  const records = [...(await recordsOf(rows, named))];
  let fresh: readonly OfficeRecord[] = records;
  for (let merges = 0; merges < mostMerges; merges += 1) {
    const into = fresh.flatMap(({ kind, externalId, body }) => {
      const client = kind === 'clients' ? ClientBody.parse(body) : null;
      if (client?.mergedInto === undefined) return [];
      const id = externalIdOf(client.mergedInto, externalId.source);
      const key: RecordKey = { kind, ownId: ownIdOf(kind, id) };
      return keys.has(recordKey(key)) ? [] : [key];
    });
    if (into.length === 0) break;
    for (const key of into) keys.set(recordKey(key), key);
    fresh = await recordsOf(rows, into);
    records.push(...fresh);
  }
  return { keys: [...keys.values()], records };
}

/** The records and numbers these commands speak of; what cannot be read names nothing. */
function dependenciesOf(commands: readonly OfficeCommand[]) {
  const keys = new Map<string, RecordKey>();
  const name = (key: RecordKey) => keys.set(recordKey(key), key);
  const claims: string[] = [];
  for (const command of commands) {
    const { kind, externalId } = command;
    name({ kind, ownId: ownIdOf(kind, externalId) });
    if (command.action !== 'put') continue;
    const body = readBody(kind, command.body);
    if (!body.ok) continue;
    for (const { kind: of, externalId: id } of referencesOf(kind, body.value, externalId.source))
      name({ kind: of, ownId: ownIdOf(of, id) });
    claims.push(...claimsOf(kind, body.value, externalId.source));
  }
  return { keys: [...keys.values()], claims };
}
