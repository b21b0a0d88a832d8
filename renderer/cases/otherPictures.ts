import {
  type OtherPicture,
  picturesProveOnceSince,
  tellingRecords,
} from '../../shared/cases/reading/picturesElsewhere.ts';
import type { Grant } from '../../shared/facts/documents.ts';
import { rowsUnder } from '../storage/byIndex.ts';
import type { FactRow } from '../storage/rows.ts';
import type { StationDatabase } from '../storage/stationDatabase.ts';

/**
 * Standing records that tell anything of the pictures of these facts, of any case this station knows.
 * One chain of the database's own promises, which asks it nothing where there is no picture.
 */
export function otherPictures(
  db: StationDatabase,
  rows: readonly FactRow[],
): PromiseLike<readonly OtherPicture[]> {
  const hashes = rows.flatMap(({ fact }) =>
    fact.kind === 'photoTaken' && fact.at.utc >= picturesProveOnceSince ? [fact.sha256] : [],
  );
  if (hashes.length === 0) return Promise.resolve([]);
  return rowsUnder(db.facts, 'fact.sha256', [...new Set(hashes)]).then((found) => {
    const records = found.filter((row) => row.caseId !== '' && isCounted(row));
    const others = sharedByCases(records);
    if (others.length === 0) return [];
    const corrections = db.facts.where('fact.corrects').anyOf(others.map(({ id }) => id));
    return corrections.toArray().then((corrected) => {
      const undone = new Set(corrected.filter(isCounted).map((row) => row.corrects));
      const standing = others.filter((row) => !undone.has(row.id));
      const cases = [...new Set(standing.map((row) => row.caseId))];
      return rowsUnder(db.grants, 'caseId', cases).then((grants) => {
        const granted = grantedOn(grants);
        return tellingRecords(standing.flatMap((row) => asOtherPicture(row, granted)));
      });
    });
  });
}

function grantedOn(grants: readonly Grant[]): ReadonlySet<string> {
  return new Set(grants.flatMap((g) => (g.decision === 'decline' ? [] : [g.caseId])));
}

function asOtherPicture({ fact }: FactRow, granted: ReadonlySet<string>): readonly OtherPicture[] {
  if (fact.kind !== 'photoTaken' || fact.caseId === null) return [];
  return [{ caseId: fact.caseId, photo: fact, isGranted: granted.has(fact.caseId) }];
}

/** Those whose picture another case has too. */
function sharedByCases(records: readonly FactRow[]): readonly FactRow[] {
  const cases = new Map<string, Set<string>>();
  for (const record of records) {
    const picture = pictureIn(record);
    cases.set(picture, (cases.get(picture) ?? new Set()).add(record.caseId));
  }
  return records.filter((record) => (cases.get(pictureIn(record))?.size ?? 0) > 1);
}

function pictureIn({ fact }: FactRow): string {
  return fact.kind === 'photoTaken' ? fact.sha256 : '';
}

function isCounted({ acceptance }: FactRow): boolean {
  return acceptance !== 'refused';
}
