import type { Contract, PolicyVersion } from '../../shared/facts/documents.ts';
import type { Instant } from '../../shared/facts/time.ts';
import { type Admitted, readBody } from '../../shared/office/admit/admitOffice.ts';
import { claimsOf } from '../../shared/office/admit/claims.ts';
import type { Known } from '../../shared/office/admit/known.ts';
import { referencesOf } from '../../shared/office/admit/references.ts';
import { ownIdOf } from '../../shared/office/externalId.ts';
import type { OfficeKind } from '../../shared/office/kinds.ts';
import type { OfficeCommand, OfficeRecord } from '../../shared/office/officeCommand.ts';
import type { Rows } from '../database/rows.ts';
import { contractKey } from '../documents/contractKey.ts';
import { contractsOf, grantedLines, policyEditions, usedVersions } from './paperRows.ts';
import { claimsHeldBy, holdersOf, type RecordKey, recordsOf } from './recordRows.ts';

/** What a batch of commands is admitted with: read once, and kept true while they are taken in turn. */
export type OfficeSet = { readonly known: Known; take(admitted: Admitted): void };

export async function officeSet(
  rows: Rows,
  commands: readonly OfficeCommand[],
  now: Instant,
): Promise<OfficeSet> {
  const { keys, claims } = dependenciesOf(commands);
  const records = new Map((await recordsOf(rows, keys)).map((it) => [keyOf(it), it]));
  const holders = new Map(await holdersOf(rows, claims));
  const held = new Map(await claimsHeldBy(rows, keys));
  const ids = (kind: OfficeKind) =>
    keys.flatMap(({ kind: of, ownId }) => (of === kind ? [ownId] : []));
  const commandedIds = (kind: OfficeKind) =>
    commands.flatMap(({ kind: of, externalId }) =>
      of === kind ? [ownIdOf(kind, externalId)] : [],
    );
  const needsContracts = commands.some(({ kind }) => kind === 'contracts' || kind === 'returns');
  const contracts: Contract[] = needsContracts
    ? [...(await contractsOf(rows, { clientIds: ids('clients'), contractIds: ids('contracts') }))]
    : [];
  const used = await usedVersions(rows, commandedIds('contracts'));
  const granted = await grantedLines(rows, commandedIds('order-lines'));
  const editions: PolicyVersion[] = commands.some(({ kind }) => kind === 'policies')
    ? [...(await policyEditions(rows))]
    : [];
  return {
    known: {
      now,
      record: (kind, externalId) =>
        records.get(keyOf({ kind, ownId: ownIdOf(kind, externalId) })) ?? null,
      contractsOf: (clientId) => contracts.filter((it) => it.clientId === clientId),
      versionsOf: (contractId) => contracts.filter(({ id }) => id === contractId),
      isUsed: (contractId, version) => used.has(contractKey(contractId, version)),
      isGranted: (orderLineId) => granted.has(orderLineId),
      holderOf: (claim) => holders.get(claim) ?? null,
      policies: () => editions,
    },
    take({ record, documents, claims: own }) {
      records.set(keyOf(record), record);
      if (own !== null) {
        for (const claim of held.get(keyOf(record)) ?? []) holders.delete(claim);
        for (const claim of own) holders.set(claim, record.ownId);
        held.set(keyOf(record), own);
      }
      for (const { collection, body } of documents) {
        if (collection === 'policyVersions') editions.push(body);
        if (collection !== 'contracts') continue;
        const at = contracts.findIndex(
          ({ id, version }) => id === body.id && version === body.version,
        );
        if (at === -1) contracts.push(body);
        else contracts[at] = body;
      }
    },
  };
}

const keyOf = ({ kind, ownId }: RecordKey | OfficeRecord) => `${kind} ${ownId}`;

/** The records and numbers these commands speak of; what cannot be read names nothing. */
function dependenciesOf(commands: readonly OfficeCommand[]) {
  const keys = new Map<string, RecordKey>();
  const name = (key: RecordKey) => keys.set(keyOf(key), key);
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
