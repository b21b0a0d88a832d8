import { and, eq, inArray, sql } from 'drizzle-orm';
import { mostWrongPins } from '../../shared/cases/pins.ts';
import { PersonId } from '../../shared/ids.ts';
import type { PinTries } from '../../shared/sync/joiningApi.ts';
import { pinTries } from '../database/keySchema.ts';
import type { Rows } from '../database/rows.ts';
import { audit } from '../database/schema.ts';
import { documentsOf } from '../documents/documentRows.ts';

type Counted = { readonly tries: readonly PinTries[]; readonly locked: readonly string[] };

/**
 * Takes what a station counted and gives back what is known of its people's tries there: a station
 * whose own count was set back hears it from here. What one station says locks nobody at another.
 * `locked`: who was not before.
 */
export async function countTries(
  rows: Rows,
  told: readonly PinTries[],
  station: { readonly stationId: string; readonly siteId: string },
  now: Date,
): Promise<Counted> {
  const { stationId, siteId } = station;
  const before = await triesAt(rows, stationId);
  const ids = [...new Set(told.map(({ personId }) => personId))];
  const people = await documentsOf(rows, 'people', ids);
  const theirs = told.filter(({ personId }) =>
    people.get(personId)?.siteIds.some((id) => id === siteId),
  );
  const byPerson = new Map(theirs.map((tries) => [tries.personId, tries]));
  if (byPerson.size > 0)
    await rows
      .insert(pinTries)
      .values(
        [...byPerson.values()].map(({ personId, made, cleared }) => ({
          personId,
          stationId,
          made,
          cleared: Math.min(made, cleared),
          toldAt: now,
        })),
      )
      .onConflictDoUpdate({
        target: [pinTries.personId, pinTries.stationId],
        set: {
          made: sql`greatest(${pinTries.made}, excluded.made)`,
          cleared: sql`greatest(${pinTries.cleared}, excluded.cleared)`,
          toldAt: now,
        },
      });
  const tries = await triesAt(rows, stationId);
  const wasLocked = new Set(before.filter(isLocked).map(({ personId }) => personId));
  const locked = tries.filter((one) => isLocked(one) && !wasLocked.has(one.personId));
  if (locked.length > 0)
    await rows.insert(audit).values(
      locked.map(({ personId, made }) => ({
        at: now,
        actor: stationId,
        verb: 'PIN locked',
        object: personId,
        detail: { made },
      })),
    );
  return { tries, locked: locked.map(({ personId }) => personId) };
}

const isLocked = ({ made, cleared }: PinTries) => made - cleared >= mostWrongPins;

async function triesAt(rows: Rows, stationId: string): Promise<readonly PinTries[]> {
  const found = await rows.select().from(pinTries).where(eq(pinTries.stationId, stationId));
  return found.map(({ personId, made, cleared }) => ({
    personId: PersonId.parse(personId),
    made,
    cleared,
  }));
}

/** What was tried so far counts no more: at one station, or (null) wherever they work. */
export async function forgiveTries(
  rows: Rows,
  of: { readonly personId: string; readonly stationId: string | null },
): Promise<number> {
  const theirs = eq(pinTries.personId, of.personId);
  const where =
    of.stationId === null ? theirs : and(theirs, inArray(pinTries.stationId, [of.stationId]));
  const forgiven = await rows
    .update(pinTries)
    .set({ cleared: sql`${pinTries.made}` })
    .where(where)
    .returning({ stationId: pinTries.stationId });
  return forgiven.length;
}

/** An administrator lets somebody try again who was locked out. */
export async function unlockPerson(
  rows: Rows,
  asked: { readonly personId: string; readonly by: string; readonly reason: string },
  now: Date,
): Promise<boolean> {
  const { personId, by, reason } = asked;
  if (!(await documentsOf(rows, 'people', [personId])).has(personId)) return false;
  const stations = await forgiveTries(rows, { personId, stationId: null });
  await rows.insert(audit).values({
    at: now,
    actor: `admin: ${by}`,
    verb: 'unlock person',
    object: personId,
    detail: { reason, stations },
  });
  return true;
}
