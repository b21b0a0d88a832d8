import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { OtherPicture } from '../../shared/cases/reading/picturesElsewhere.ts';
import type { Fact } from '../../shared/facts/fact.ts';
import { CaseId, FactId } from '../../shared/ids.ts';
import { ask } from '../database/ask.ts';
import { lockEntities } from '../database/lockRows.ts';
import type { Rows } from '../database/rows.ts';

const Row = z.object({ id: FactId, sha256: z.string(), caseId: CaseId, isGranted: z.boolean() });

/**
 * Standing records, of any case, of the pictures these facts took; of a parcel without a case they are
 * of the case it was linked to. Locked until the transaction ends: two cases with the same picture are
 * decided one after the other.
 */
export async function lockPictures(
  rows: Rows,
  facts: readonly Fact[],
): Promise<readonly OtherPicture[]> {
  const pictures = picturesIn(facts);
  if (pictures.length === 0) return [];
  await lockEntities(rows, lockNames(pictures));
  const found = await ask(
    rows,
    sql`
      with record as (
        select taken.id, taken.body ->> 'sha256' as sha256, coalesce(taken.case_id, (
          select link.case_id from facts as link
          where link.kind = 'arrivalLinked' and link.arrival_id = taken.arrival_id
          order by link.accepted_at desc, link.id desc limit 1)) as case_id
        from facts as taken
        where taken.kind = 'photoTaken' and taken.body ->> 'sha256' = any(${sql.param(pictures)}::text[])
          and not exists (
            select from facts as undone
            where undone.kind = 'correction' and undone.body ->> 'corrects' = taken.id
              and (undone.case_id = taken.case_id or undone.arrival_id = taken.arrival_id)))
      select id, sha256, case_id as "caseId", exists (
        select from grants where grants.case_id = record.case_id and decision <> 'decline') as "isGranted"
      from record where case_id is not null order by id`,
    Row,
  );
  return found.map(({ id, sha256, caseId, isGranted }) => ({
    caseId,
    photo: { id, sha256 },
    isGranted,
  }));
}

/** By the beginning of a hash: a case with hundreds of photos holds no more locks than that gives. */
function lockNames(pictures: readonly string[]): readonly string[] {
  return pictures.map((sha256) => `pictures ${sha256.slice(0, 2)}`);
}

function picturesIn(facts: readonly Fact[]): readonly string[] {
  return [...new Set(facts.flatMap((f) => (f.kind === 'photoTaken' ? [f.sha256] : [])))];
}
