import { useLiveQuery } from 'dexie-react-hooks';
import { type PlausibleTime, plausibleTime } from '../../../shared/deadlines/plausibleTime.ts';
import type { Grant, Person, Refund } from '../../../shared/facts/documents.ts';
import type { Fact } from '../../../shared/facts/fact.ts';
import type { Instant } from '../../../shared/facts/time.ts';
import { type CaseSources, sourcesOfCases } from '../../cases/caseSources.ts';
import { withAcks } from '../../storage/ackRanges.ts';
import type { Acceptance, RefusedRow } from '../../storage/rows.ts';
import type { StationDatabase } from '../../storage/stationDatabase.ts';
import { useStationDatabase } from '../StationStorage.tsx';

/** One thing that happened to a case: a record of a person, or what office and central did. */
export type HistoryEntry = {
  readonly key: string;
  /** By central's clock, as far as can be told. */
  readonly at: Instant;
} & (
  | {
      readonly kind: 'fact';
      readonly fact: Fact;
      /** What was wrong with the station's clock. */
      readonly doubt: PlausibleTime['doubt'];
      readonly acceptance: Acceptance;
      readonly acceptedAt: Instant | null;
      /** Why central did not take it. */
      readonly refused: RefusedRow['why'] | null;
      readonly isTakenBack: boolean;
    }
  | { readonly kind: 'applied'; readonly description: string }
  | { readonly kind: 'reviewed'; readonly outcome: Reviewed }
  | { readonly kind: 'granted'; readonly grant: Grant }
  | { readonly kind: 'refundStarted'; readonly refund: Refund }
);
type Reviewed = NonNullable<CaseSources['paper']['review']>['outcome'];

export type CaseHistory = {
  /** Newest first. */
  readonly entries: readonly HistoryEntry[];
  readonly facts: ReadonlyMap<string, Fact>;
  readonly people: ReadonlyMap<string, Pick<Person, 'name'>>;
};

/** Live; undefined until read, null when this station knows no such case. */
export function useCaseHistory(caseId: string): CaseHistory | null | undefined {
  const db = useStationDatabase();
  return useLiveQuery(() => caseHistory(db, caseId), [db, caseId]);
}

/** All that is known here of what happened to a case, refused and taken-back records too. */
export async function caseHistory(
  db: StationDatabase,
  caseId: string,
): Promise<CaseHistory | null> {
  const sources = (await sourcesOfCases(db, [caseId])).get(caseId);
  if (!sources) return null;
  const rows = await withAcks(db, sources.rows);
  const [refused, people] = await Promise.all([
    db.refused.where('caseId').equals(caseId).toArray(),
    db.people.bulkGet([...new Set(rows.flatMap(({ fact }) => namedIn(fact)))]),
  ]);
  const whyOf = new Map(refused.map(({ id, why }) => [id, why]));
  const takenBack = new Set<string>(
    rows.flatMap(({ fact, acceptance }) =>
      fact.kind === 'correction' && acceptance !== 'refused' ? [fact.corrects] : [],
    ),
  );
  const recorded = rows.map(({ fact, acceptance, acceptedAt }): HistoryEntry => {
    const { instant, doubt } = plausibleTime(fact.at, acceptedAt);
    return {
      kind: 'fact',
      key: fact.id,
      at: instant,
      fact,
      doubt,
      acceptance,
      acceptedAt,
      refused: whyOf.get(fact.id) ?? null,
      isTakenBack: takenBack.has(fact.id),
    };
  });
  return {
    entries: [...recorded, ...ofPapers(sources)].sort(newestFirst),
    facts: new Map(rows.map(({ fact }) => [fact.id, fact])),
    people: new Map(people.flatMap((one) => (one ? [[one.id, one] as const] : []))),
  };
}

/** Whoever recorded it, and whom it speaks of. */
function namedIn(fact: Fact): readonly string[] {
  const { personId } = fact;
  return fact.kind === 'caseHandedOver'
    ? [personId, fact.from, ...(fact.to === null ? [] : [fact.to])]
    : [personId];
}

function ofPapers({ paper, grants, refunds }: CaseSources): readonly HistoryEntry[] {
  const { application, review } = paper;
  return [
    ...(application
      ? [
          {
            kind: 'applied' as const,
            key: 'applied',
            at: application.receivedAt,
            description: application.description,
          },
        ]
      : []),
    ...(review
      ? [
          {
            kind: 'reviewed' as const,
            key: 'reviewed',
            // Of the day alone something is known.
            at: `${review.sentOn}T12:00:00.000Z`,
            outcome: review.outcome,
          },
        ]
      : []),
    ...grants.map((grant) => ({
      kind: 'granted' as const,
      key: `grant ${grant.id}`,
      at: grant.acceptedAt,
      grant,
    })),
    ...refunds.flatMap((refund) =>
      refund.startedAt === null
        ? []
        : [
            {
              kind: 'refundStarted' as const,
              key: `refund ${refund.id}`,
              at: refund.startedAt,
              refund,
            },
          ],
    ),
  ];
}

/** Clocks order nothing but what is read; of one moment the record made later stands above. */
function newestFirst(a: HistoryEntry, b: HistoryEntry): number {
  const between = Date.parse(b.at) - Date.parse(a.at);
  return between === 0 ? (a.key < b.key ? 1 : -1) : between;
}
