import { and, eq, isNotNull, isNull, ne, sql } from 'drizzle-orm';
import { accept, type Result, refuse } from '../../shared/result.ts';
import type { Rows } from '../database/rows.ts';
import { audit, stationGaps, stations } from '../database/schema.ts';
import type { SkippedGap } from './batch.ts';
import { lockStation } from './commandRows.ts';

/** Something was offered behind numbers that nobody brought yet. What was missing before came. */
export async function noteGap(
  rows: Rows,
  stationId: string,
  gap: { readonly sequence: number; readonly behind: number },
  now: Date,
): Promise<void> {
  const ofStation = eq(stationGaps.stationId, stationId);
  await rows
    .delete(stationGaps)
    .where(
      and(ofStation, isNull(stationGaps.steppedOverAt), ne(stationGaps.sequence, gap.sequence)),
    );
  await rows
    .insert(stationGaps)
    .values({ stationId, ...gap, seenAt: now })
    .onConflictDoUpdate({
      target: [stationGaps.stationId, stationGaps.sequence],
      set: { behind: sql`least(${stationGaps.behind}, excluded.behind)` },
    });
}

export type OpenGap = {
  readonly stationId: string;
  readonly stationName: string;
  readonly from: number;
  readonly through: number;
  readonly seenAt: string;
};

/** What waits now, longest first. */
export async function openGaps(rows: Rows): Promise<readonly OpenGap[]> {
  const found = await rows
    .select({ gap: stationGaps, name: stations.name })
    .from(stationGaps)
    .innerJoin(
      stations,
      and(
        eq(stations.id, stationGaps.stationId),
        eq(sql`${stations.lastSequence} + 1`, stationGaps.sequence),
      ),
    )
    .where(isNull(stationGaps.steppedOverAt))
    .orderBy(stationGaps.seenAt)
    .limit(500);
  return found.map(({ gap, name }) => ({
    stationId: gap.stationId,
    stationName: name,
    from: gap.sequence,
    through: gap.behind - 1,
    seenAt: gap.seenAt.toISOString(),
  }));
}

export async function gapsSteppedOver(
  rows: Rows,
  stationId: string,
): Promise<readonly SkippedGap[]> {
  const found = await rows
    .select()
    .from(stationGaps)
    .where(and(eq(stationGaps.stationId, stationId), isNotNull(stationGaps.steppedOverAt)))
    .orderBy(stationGaps.sequence);
  return found.map(({ sequence, behind, steppedOverAt, steppedOverBy }) => ({
    from: sequence,
    through: behind - 1,
    by: steppedOverBy ?? '',
    at: steppedOverAt?.toISOString() ?? '',
  }));
}

export type SkipGapRefusal =
  | { readonly code: 'unknownStation' }
  /** The station's chain goes on with this number, so another one is not what it waits for. */
  | { readonly code: 'notMissing'; readonly next: number }
  /** Nothing was offered behind it: it may simply not be recorded yet. */
  | { readonly code: 'nothingBehind' };

/**
 * Somebody decides that numbers missing in a station's chain will never come. What is behind them
 * goes on; they are refused from now on. Asked again, it says the same.
 */
export async function skipGap(
  rows: Rows,
  decision: {
    readonly stationId: string;
    readonly sequence: number;
    readonly by: string;
    readonly why: string;
  },
  now: Date,
): Promise<Result<SkippedGap, SkipGapRefusal>> {
  const { stationId, sequence, by, why } = decision;
  const station = await lockStation(rows, stationId);
  if (!station) return refuse({ code: 'unknownStation' });
  const before = await gapsSteppedOver(rows, stationId);
  const same = before.find(({ from }) => from === sequence);
  if (same) return accept(same);
  const next = station.chain.lastSequence + 1;
  if (sequence !== next) return refuse({ code: 'notMissing', next });
  const [gap] = await rows
    .update(stationGaps)
    .set({ steppedOverAt: now, steppedOverBy: by })
    .where(and(eq(stationGaps.stationId, stationId), eq(stationGaps.sequence, sequence)))
    .returning({ behind: stationGaps.behind });
  if (!gap) return refuse({ code: 'nothingBehind' });
  const through = gap.behind - 1;
  await rows
    .update(stations)
    // The next one's predecessor is not here to compare with: it anchors the chain anew.
    .set({ lastSequence: through, lastHash: null })
    .where(eq(stations.id, stationId));
  await rows.insert(audit).values({
    at: now,
    actor: `admin: ${by}`,
    verb: 'step over',
    object: stationId,
    detail: { from: sequence, through, why },
  });
  return accept({ from: sequence, through, by, at: now.toISOString() });
}
