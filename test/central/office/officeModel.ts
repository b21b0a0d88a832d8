/**
 * A company told in random order by two writers, beside a book of who said what that knows nothing of
 * how central decides: what is missing, withdrawn, taken or at another version must be refused, and
 * nothing else; what was taken must stand in the records, in the feed, and at each site its part of it.
 */
import { ownIdOf } from '../../../shared/office/externalId.ts';
import type { OfficeKind } from '../../../shared/office/kinds.ts';
import type { BatchRow } from '../../../shared/office/officeApi.ts';
import { calendar, client, contract, orderLine, site } from './aManufacturer.ts';

export type Told = { readonly kind: OfficeKind; readonly rows: readonly BatchRow[] };

type Kept = { version: number; withdrawn: boolean; text: string; row: BatchRow };

export type Book = {
  readonly kept: ReadonlyMap<string, Kept>;
  /** By site, what its returns ever named: "clients c-1", "order-lines l-2". */
  readonly drawn: ReadonlyMap<string, ReadonlySet<string>>;
  /** What must become of a row, by everything taken before it; a refusal with its first code. */
  expect(kind: OfficeKind, row: BatchRow): string;
  /** It was taken as expected. */
  enter(kind: OfficeKind, row: BatchRow): void;
};

export const sites = ['ulm', 'graz'] as const;
const clients = ['c-1', 'c-2', 'c-3'];
const articles = ['a-1', 'a-2', 'a-3', 'a-4'];
const lines = Array.from({ length: 12 }, (_, at) => `l-${at}`);
const returns = Array.from({ length: 16 }, (_, at) => `r-${at}`);

/** The sites, their calendars and the contracts the rest rests on, which stay. */
export const ground: readonly Told[] = [
  { kind: 'sites', rows: sites.map((id) => row(id, { ...site, name: id })) },
  { kind: 'calendars', rows: sites.map((id) => row(id, { ...calendar, site: id })) },
  { kind: 'clients', rows: clients.map((id) => row(id, { ...client, name: id })) },
  {
    kind: 'contracts',
    rows: clients.map((id) => row(`contract of ${id}`, { ...contract, client: id })),
  },
];

/** `random` gives numbers below 1. */
export function tell(random: () => number, most: number): Told {
  const one = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] ?? (of[0] as T);
  const kind = one([
    'clients',
    'articles',
    'order-lines',
    'order-lines',
    'returns',
    'returns',
  ] as const);
  const ids = { clients, articles, 'order-lines': lines, returns }[kind];
  const rows = Array.from({ length: 1 + Math.floor(random() * most) }, () => {
    const id = one(ids);
    const version = random() < 0.1 ? { expectedVersion: Math.floor(random() * 4) } : {};
    if (kind !== 'clients' && random() < 0.15)
      return { source: 'erp', id, withdraw: { reason: 'No more' }, ...version };
    return { ...row(id, bodyOf(kind, id)), ...version };
  });
  return { kind, rows };

  function bodyOf(of: typeof kind, id: string): object {
    switch (of) {
      case 'clients':
        return { ...client, name: `${id} ${one(['GmbH', 'AG'])}` };
      case 'articles':
        return { number: one(['N-1', 'N-2', 'N-3', 'N-4', 'N-5']), name: one(['Pump', 'Valve']) };
      case 'order-lines':
        return {
          ...orderLine,
          client: one(clients),
          article: one(articles),
          orderNumber: `O-${id}`,
          shippedQuantity: one([10, 20]),
        };
      default:
        return {
          rma: one([null, 'R-1', 'R-2', 'R-3', 'R-4', 'R-5', 'R-6', 'R-7']),
          site: one(sites),
          client: one(clients),
          lines: [{ orderLine: one(lines), reason: 'defective', requestedQuantity: 1 }],
        };
    }
  }
}

export function openBook(): Book {
  const kept = new Map<string, Kept>();
  const drawn = new Map(sites.map((id) => [id as string, new Set<string>()]));
  const at = (kind: OfficeKind, id: string) => kept.get(`${kind} ${id}`);
  const numberOf = (kind: OfficeKind, body: unknown): string | null => {
    const { rma, number } = body as { rma?: string | null; number?: string };
    if (kind === 'returns') return rma ?? null;
    return kind === 'articles' ? (number ?? null) : null;
  };
  return {
    kept,
    drawn,
    expect(kind, { id, body, withdraw, expectedVersion }) {
      const before = at(kind, id);
      if (expectedVersion !== undefined && expectedVersion !== (before?.version ?? 0))
        return 'refused changedMeanwhile';
      if (withdraw) {
        if (!before) return 'refused notHereYet';
        return before.withdrawn ? 'unchanged' : 'withdrawn';
      }
      if (before && !before.withdrawn && before.text === JSON.stringify(body)) return 'unchanged';
      for (const [of, named] of namesOf(kind, body)) {
        const found = at(of, named);
        if (!found) return 'refused notHereYet';
        if (found.withdrawn) return 'refused withdrawn';
      }
      const number = numberOf(kind, body);
      const other = [...kept].find(
        ([key, it]) =>
          key.startsWith(`${kind} `) &&
          key !== `${kind} ${id}` &&
          !it.withdrawn &&
          number !== null &&
          numberOf(kind, it.row.body) === number,
      );
      if (other) return 'refused taken';
      return before ? 'updated' : 'created';
    },
    enter(kind, said) {
      const before = at(kind, said.id);
      if (kind === 'returns' && !said.withdraw)
        for (const [of, id] of namesOf(kind, said.body))
          if (of !== 'sites') drawn.get(siteOf(said.body))?.add(`${of} ${id}`);
      kept.set(`${kind} ${said.id}`, {
        version: (before?.version ?? 0) + 1,
        withdrawn: said.withdraw !== undefined,
        text: JSON.stringify(said.withdraw ? before?.row.body : said.body),
        row: said.withdraw && before ? before.row : said,
      });
    },
  };
}

function namesOf(kind: OfficeKind, body: unknown): readonly (readonly [OfficeKind, string])[] {
  const said = body as {
    client: string;
    article: string;
    site: string;
    lines: readonly { readonly orderLine: string }[];
  };
  if (kind === 'order-lines')
    return [
      ['clients', said.client],
      ['articles', said.article],
    ];
  if (kind !== 'returns') return [];
  const drawn = said.lines.map(({ orderLine: line }) => ['order-lines', line] as const);
  return [['sites', said.site], ['clients', said.client], ...drawn];
}

export function siteOf(body: unknown): string {
  return (body as { readonly site: string }).site;
}

function row(id: string, body: object): BatchRow {
  return { source: 'erp', id, body };
}

export const own = (kind: OfficeKind, id: string) => ownIdOf(kind, { source: 'erp', id });
