import type { Contract, PolicyVersion } from '../../facts/documents.ts';
import type { Instant } from '../../facts/time.ts';
import { ownIdOf } from '../externalId.ts';
import type { OfficeKind } from '../kinds.ts';
import type { OfficeRecord } from '../officeCommand.ts';
import type { Admitted } from './admitOffice.ts';
import type { Known, PaperBefore } from './known.ts';

/** What a batch of commands is admitted with, kept true while they are taken in turn. */
export type OfficeSet = { readonly known: Known; take(admitted: Admitted): void };

/** What there is when the first of them is asked for. */
export type Loaded = {
  readonly records: readonly OfficeRecord[];
  /** By record (`recordKey`), the numbers it has. */
  readonly claims: ReadonlyMap<string, readonly string[]>;
  /** By number, our id of who has it. */
  readonly holders: ReadonlyMap<string, string>;
  readonly contracts: readonly Contract[];
  readonly editions: readonly PolicyVersion[];
  readonly hasAdministrators: boolean;
  /** By our id, order lines and returns. */
  readonly papers: ReadonlyMap<string, PaperBefore>;
  readonly isUsed: Known['isUsed'];
  readonly isGranted: Known['isGranted'];
};

export function recordKey(of: { readonly kind: OfficeKind; readonly ownId: string }): string {
  return `${of.kind} ${of.ownId}`;
}

export function officeSet(loaded: Loaded, now: Instant): OfficeSet {
  const records = new Map(loaded.records.map((it) => [recordKey(it), it]));
  const holders = new Map(loaded.holders);
  const claims = new Map(loaded.claims);
  const contracts = [...loaded.contracts];
  const editions = [...loaded.editions];
  const papers = new Map(loaded.papers);

  function takeContract(body: Contract): void {
    const at = contracts.findIndex(({ id, version }) => id === body.id && version === body.version);
    if (at === -1) contracts.push(body);
    else contracts[at] = body;
  }

  return {
    known: {
      now,
      record: (kind, externalId) =>
        records.get(recordKey({ kind, ownId: ownIdOf(kind, externalId) })) ?? null,
      contractsOf: (clientId) =>
        contracts.filter(
          ({ id, clientId: of }) =>
            of === clientId &&
            records.get(recordKey({ kind: 'contracts', ownId: id }))?.state !== 'withdrawn',
        ),
      versionsOf: (contractId) => contracts.filter(({ id }) => id === contractId),
      isUsed: loaded.isUsed,
      isGranted: loaded.isGranted,
      paperBefore: (ownId) => papers.get(ownId) ?? null,
      holderOf: (claim) => holders.get(claim) ?? null,
      policies: () => editions,
      hasAdministrators: loaded.hasAdministrators,
    },
    take({ record, documents, claims: own }) {
      const key = recordKey(record);
      records.set(key, record);
      if (own !== null) {
        for (const claim of claims.get(key) ?? []) holders.delete(claim);
        for (const claim of own) holders.set(claim, record.ownId);
        claims.set(key, own);
      }
      for (const { collection, body } of documents) {
        if (collection === 'policyVersions') editions.push(body);
        if (collection === 'contracts') takeContract(body);
        if (collection === 'orderLines' || collection === 'cases')
          papers.set(body.id, { clientId: body.clientId, changes: body.changes ?? [] });
      }
    },
  };
}
