import { readCaseFile } from '../../shared/cases/reading/caseFile.ts';
import { policyOfCase, withoutPapers } from '../../shared/cases/reading/policyOfCase.ts';
import type { PolicyVersion, ReturnCase, SiteCalendar } from '../../shared/facts/documents.ts';
import type { ArrivalFact } from '../../shared/facts/fact.ts';
import type { LocalDate } from '../../shared/facts/time.ts';
import { CaseId } from '../../shared/ids.ts';
import { rowsUnder } from '../storage/byIndex.ts';
import type { FactRow } from '../storage/rows.ts';
import type { StationDatabase } from '../storage/stationDatabase.ts';
import type { LoadedCase } from './loadedCase.ts';

/** Goods that are here and belong to no case yet. */
export type BlindGoods = { readonly arrival: ArrivalFact; readonly rows: readonly FactRow[] };

/** All of them, oldest first; read from what is recorded, so they are there from the first second. */
export async function blindGoods(db: StationDatabase): Promise<readonly BlindGoods[]> {
  const rows = await rowsUnder(db.facts, 'caseId', ['']);
  return await unlinked(db, rows);
}

export async function blindGoodsOf(
  db: StationDatabase,
  arrivalId: string,
): Promise<BlindGoods | null> {
  const about = await rowsUnder(db.facts, 'arrivalId', [arrivalId]);
  const blind = about.filter((row) => row.caseId === '');
  const corrections = await rowsUnder(
    db.facts,
    'fact.corrects',
    blind.map((row) => row.id),
  );
  return (await unlinked(db, [...blind, ...corrections]))[0] ?? null;
}

async function unlinked(
  db: StationDatabase,
  rows: readonly FactRow[],
): Promise<readonly BlindGoods[]> {
  const counted = rows.filter((row) => row.acceptance !== 'refused');
  const undone = new Set<string>(counted.map((row) => row.corrects));
  const arrivals = counted.flatMap(({ id, fact }) =>
    fact.kind === 'arrival' && fact.caseId === null && !undone.has(id) ? [fact] : [],
  );
  const links = (
    await rowsUnder(
      db.facts,
      'arrivalId',
      arrivals.map((arrival) => arrival.arrivalId),
    )
  ).filter((row) => row.kind === 'arrivalLinked' && row.acceptance !== 'refused');
  const takenBack = new Set(
    (
      await rowsUnder(
        db.facts,
        'fact.corrects',
        links.map((row) => row.id),
      )
    )
      .filter((row) => row.acceptance !== 'refused')
      .map((row) => row.corrects),
  );
  const linked = new Set(links.filter((l) => !takenBack.has(l.id)).map((l) => l.arrivalId));
  return arrivals
    .filter((arrival) => !linked.has(arrival.arrivalId))
    .sort((a, b) => (a.at.utc < b.at.utc ? -1 : 1))
    .map((arrival) => {
      const own = counted.filter((row) => row.arrivalId === arrival.arrivalId);
      const ids = new Set<string>(own.map((row) => row.id));
      return { arrival, rows: [...own, ...counted.filter((row) => ids.has(row.corrects))] };
    });
}

/**
 * Goods without a case read as a case without papers: their units, holds and seven days are shown
 * like those of any other.
 */
export function readBlind(
  { arrival, rows }: BlindGoods,
  known: {
    readonly policies: readonly PolicyVersion[];
    readonly calendars: readonly SiteCalendar[];
  },
  asOf: LocalDate,
): LoadedCase {
  const file = readCaseFile(
    paperless(arrival),
    rows.map((row) => row.fact),
  );
  const policy = policyOfCase(known.policies, file, asOf);
  const calendar = known.calendars
    .filter((one) => one.siteId === arrival.siteId)
    .sort((a, b) => b.version - a.version)[0];
  return {
    file,
    refunds: [],
    rows,
    client: null,
    orderLines: [],
    references:
      policy && calendar
        ? {
            policy,
            calendar,
            client: null,
            contract: null,
            orderLines: [],
            periodCalendar: null,
            grantedElsewhere: [],
            serialsElsewhere: [],
          }
        : null,
  };
}

function paperless({ arrivalId, siteId }: ArrivalFact): ReturnCase {
  return withoutPapers(CaseId.parse(`blind:${arrivalId}`), siteId, null);
}
