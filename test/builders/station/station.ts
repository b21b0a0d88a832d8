/**
 * A whole station in this process: the real database (in memory), the real journal, vault and photo
 * files (in a folder of its own), and the real way through them to central.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Dexie } from 'dexie';
import { type Abilities, createAbilities } from '../../../electron/main/createAbilities.ts';
import { noKeyring } from '../../../electron/main/machine/keyring.ts';
import { refreshAllCases } from '../../../renderer/cases/refreshAllCases.ts';
import type { StationClock } from '../../../renderer/desktop/stationClock.ts';
import { type ActionContext, newId } from '../../../renderer/recording/actionContext.ts';
import { startStation } from '../../../renderer/station/startStation.ts';
import type { StationDatabase } from '../../../renderer/storage/stationDatabase.ts';
import { type Sync, startSync } from '../../../renderer/sync/startSync.ts';
import type { Enrolment } from '../../../shared/desktop/desktopApi.ts';
import { appOrigin } from '../../../shared/desktop/desktopApi.ts';
import { accepted } from '../cases/accepted.ts';
import type { CentralInMemory } from '../central/centralInMemory.ts';
import { until } from './until.ts';

export type Station = {
  readonly db: StationDatabase;
  readonly abilities: Abilities;
  readonly enrolment: Enrolment;
  /** Where its main process keeps everything. */
  readonly folder: string;
  readonly clock: StationClock;
  readonly now: () => number;
  readonly sync: Sync;
  /** Was the database found empty or behind at this start? */
  readonly wasLost: boolean;
  /** Badge and PIN, as on the sign-in screen; what actions need from then on. */
  readonly signIn: (badge: string, pin?: string) => Promise<ActionContext>;
  readonly goOffline: () => void;
  readonly goOnline: () => void;
  /** Everything is sent and answered, photos are verified, and what central has is here. */
  readonly quiet: () => Promise<void>;
  /** Ends the process and starts it again; meanwhile the browser engine may have lost its database. */
  readonly restart: (meanwhile?: {
    readonly databaseWiped?: boolean;
    /** Does something to the closed database. */
    readonly toDatabase?: (name: string) => Promise<void>;
  }) => Promise<Station>;
  readonly close: () => Promise<void>;
};

export type StationOptions = {
  /** Where it is, perhaps behind something, and who enrols stations there. */
  readonly central: Pick<CentralInMemory, 'url' | 'enrolmentCode'>;
  readonly siteId?: string;
  readonly stationName?: string;
  readonly now?: () => number;
  /** Stands between the station and the network. */
  readonly fetch?: typeof fetch;
  /** What its people choose in the dialogs for unsent work. */
  readonly rescueFile?: string;
  /** Starts with the cable out (after enrolling, which needs central). */
  readonly offline?: boolean;
};

let stations = 0;
const demoPin = '123456';

export async function aStation(options: StationOptions): Promise<Station> {
  stations += 1;
  const number = stations;
  const folder = await mkdtemp(path.join(os.tmpdir(), 'quayside-station-'));
  const line = { up: true };
  const name = `station-${number}-${process.pid}`;
  const first = await abilitiesIn(folder, options, line);
  const code = await options.central.enrolmentCode(options.siteId ?? 'site-1');
  const stationName = options.stationName ?? `Station ${number}`;
  const { url: centralUrl } = options.central;
  const enrolment = accepted(await first.desktop.enrolStation({ centralUrl, code, stationName }));
  await first.desktop.refreshPeople({});
  // Everybody has been here before: whoever comes first with the cable out could not join.
  for (const { badge, pin } of await first.desktop.demoCards({})) {
    accepted(await first.desktop.signIn({ badge, pin }));
    await first.desktop.signOut({});
  }
  line.up = !options.offline;
  const life = { end: async () => {} };
  return await started({ abilities: first, enrolment, folder, line, name, options, life });
}

type Parts = {
  readonly abilities: Abilities;
  readonly enrolment: Enrolment;
  readonly folder: string;
  readonly line: { up: boolean };
  readonly name: string;
  readonly options: StationOptions;
  /** Ends whatever runs of it now, after restarts too. */
  readonly life: { end: () => Promise<void> };
};

async function started(parts: Parts): Promise<Station> {
  const { abilities, enrolment, folder, line, name, options, life } = parts;
  const { desktop } = abilities;
  const { bootId } = await desktop.stationState({});
  const now = options.now ?? Date.now;
  const clock: StationClock = { now, monotonicMs: () => performance.now(), bootId };
  const { db, wasLost } = accepted(await startStation(desktop, now(), name));
  await refreshAllCases(db, () => new Date(now()).toISOString());
  const sync = startSync({
    db,
    desktop,
    clock,
    fetch: (at, init) => abilities.forward(new Request(`${appOrigin}${at}`, init)),
    everyMs: 50,
  });

  life.end = async () => {
    await sync.stop();
    db.close();
    await abilities.close();
  };

  return {
    db,
    abilities,
    enrolment,
    folder,
    clock,
    now,
    sync,
    wasLost,
    async signIn(badge, pin = demoPin) {
      const person = accepted(await desktop.signIn({ badge, pin }));
      return { db, desktop, clock, person, enrolment, newId };
    },
    goOffline() {
      line.up = false;
    },
    goOnline() {
      line.up = true;
      sync.nudge();
    },
    async quiet() {
      await until('everything is sent', async () => {
        const waiting = await db.photos.filter((photo) => photo.state !== 'verified').count();
        return (await db.outbox.count()) === 0 && waiting === 0;
      });
      const asked = await db.meta.get('station');
      await until('central was asked once more', async () => {
        const last = (await db.meta.get('station'))?.lastContact;
        return sync.status().reached === true && last !== undefined && last !== asked?.lastContact;
      });
    },
    async restart(meanwhile = {}) {
      await life.end();
      if (meanwhile.databaseWiped) await Dexie.delete(name);
      await meanwhile.toDatabase?.(name);
      return await started({ ...parts, abilities: await abilitiesIn(folder, options, line) });
    },
    async close() {
      await life.end();
      await Dexie.delete(name);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function abilitiesIn(
  folder: string,
  options: StationOptions,
  line: { readonly up: boolean },
): Promise<Abilities> {
  const network = options.fetch ?? fetch;
  return await createAbilities({
    locksByItself: false,
    folder,
    keyring: noKeyring,
    centralUrl: options.central.url,
    fetch: async (...request) => {
      if (!line.up) throw new TypeError('the cable is out');
      return await network(...request);
    },
    minimumFreeBytes: 0,
    ...(options.rescueFile !== undefined && {
      chooseFile: {
        toWrite: async () => options.rescueFile ?? null,
        toRead: async () => options.rescueFile ?? null,
      },
    }),
    clock: { now: options.now ?? Date.now, monotonicMs: () => performance.now() },
  });
}
