/** A station without central: a real database in memory, a small journal, documents put in by hand. */
import { Dexie } from 'dexie';
import { refreshAllCases } from '../../../renderer/cases/refreshAllCases.ts';
import type { ActionContext } from '../../../renderer/recording/actionContext.ts';
import { startStation } from '../../../renderer/station/startStation.ts';
import type { StationDatabase } from '../../../renderer/storage/stationDatabase.ts';
import { applyChanges } from '../../../renderer/sync/pull/applyChanges.ts';
import type { SignedInPerson } from '../../../shared/desktop/desktopApi.ts';
import type { Role } from '../../../shared/facts/codes.ts';
import type { Change } from '../../../shared/sync/change.ts';
import { aCase } from '../cases/aCase.ts';
import { personId, siteId, stationId } from '../cases/ids.ts';
import { officePapers } from '../cases/officePapers.ts';
import { type SealingInMemory, sealingInMemory } from './sealingInMemory.ts';

export type LoneStation = {
  readonly db: StationDatabase;
  readonly desktop: SealingInMemory;
  /** Was the database found empty or behind at this start? */
  readonly wasLost: boolean;
  readonly clock: { readonly set: (utc: string) => void; readonly now: () => number };
  /** What an action needs when this person acts. */
  readonly as: (person: SignedInPerson) => ActionContext;
  /** The same folder opened again: the journal as it was, the database as it is or wiped. */
  readonly restart: (change?: { readonly wiped: boolean }) => Promise<LoneStation>;
};

/** Wednesday 2026-11-18, 10:00 in New York. */
export const openingTime = '2026-11-18T15:00:00.000Z';

export function aPerson(name: string, ...roles: Role[]): SignedInPerson {
  return { personId: personId(name), name, badge: name.toUpperCase().padEnd(4, '0'), roles };
}
export const dora = aPerson('dora', 'dock');
export const ivan = aPerson('ivan', 'inspector');
export const sara = aPerson('sara', 'supervisor');

/** One client, contract, order line, calendar, policy and case. */
export function officeDocuments(): readonly Change[] {
  return [...officePapers(), { collection: 'cases', id: 'case-1', body: aCase() }];
}

let stations = 0;

export async function aLoneStation(
  documents: readonly Change[] = officeDocuments(),
): Promise<LoneStation> {
  stations += 1;
  const station = await opened(`lone-${stations}`, sealingInMemory());
  if (documents.length > 0) {
    const page = { changes: [...documents], cursor: String(documents.length) };
    await applyChanges(station.db, page, station.clock.now());
  }
  return station;
}

async function opened(name: string, desktop: SealingInMemory): Promise<LoneStation> {
  let utc = openingTime;
  let ids = desktop.lines.length * 10;
  const clock = {
    set(to: string) {
      utc = to;
    },
    now: () => Date.parse(utc),
  };
  const started = await startStation(desktop, clock.now(), name);
  if (!started.ok) throw new Error(`not opened: ${started.refusal.code}`);
  const { db, wasLost } = started.value;
  await refreshAllCases(db, () => utc);
  return {
    db,
    wasLost,
    desktop,
    clock,
    as: (person) => ({
      db,
      desktop,
      person,
      clock: { now: clock.now, monotonicMs: () => 1000, bootId: 'boot-1' },
      enrolment: {
        stationId: stationId('station-1'),
        siteId: siteId('site-1'),
        siteName: 'Newark',
        stationName: 'Dock 1',
        fingerprint: 'f',
      },
      newId: () => {
        ids += 1;
        return `${name}-${String(ids).padStart(4, '0')}`;
      },
    }),
    async restart(change = { wiped: false }) {
      db.close();
      if (change.wiped) await Dexie.delete(name);
      return await opened(name, desktop);
    },
  };
}
