import type { ApiError } from '../../shared/sync/centralApi.ts';
import { setStationValues } from '../storage/meta.ts';
import { nobodyWaits } from '../storage/peopleFirst.ts';
import type { StationDatabase } from '../storage/stationDatabase.ts';
import { watchOutbox } from '../storage/watchOutbox.ts';
import { asLeader } from './asLeader.ts';
import { clockOffset } from './clockOffset.ts';
import { pacing } from './pacing.ts';
import { keepCasePhotos } from './photos/keepCasePhotos.ts';
import { photoLane } from './photos/photoLane.ts';
import { pullChanges } from './pull/pullChanges.ts';
import { sendOutbox } from './push/sendOutbox.ts';
import { evictCases } from './retention/evictCases.ts';
import { evictPhotos } from './retention/evictPhotos.ts';
import { evictRefusals } from './retention/evictRefusals.ts';
import {
  CentralTrouble,
  type CentralTroubleKind,
  centralClient,
  type Fetch,
} from './transport/centralClient.ts';
import type { CatchUp, SyncDeps, SyncDesktop } from './transport/syncDeps.ts';
import { wakeableSleep } from './wakeableSleep.ts';

export type SyncStatus = {
  /** Did central answer the last time it was asked? null before the first time. */
  readonly reached: boolean | null;
  readonly trouble: {
    readonly kind: CentralTroubleKind | 'storage';
    readonly code: ApiError['code'] | null;
    readonly detail: string;
    /** Something else than central answered in its place. */
    readonly isStranger?: boolean;
  } | null;
  /** Why the last round of photos ended early, though commands may go through. */
  readonly photoTrouble?: string | null;
  /** Under way while there is much to bring in. */
  readonly catchingUp?: CatchUp | null;
  /** When it asks again by itself, milliseconds since 1970 UTC. */
  readonly nextAt: number | null;
};

export type Sync = {
  /** Something changed (a save, the network): look now instead of at the next round. */
  readonly nudge: () => void;
  /** Somebody is here: after trouble it looks now, and otherwise at its usual round. */
  readonly wake: () => void;
  readonly stop: () => Promise<void>;
  readonly status: () => SyncStatus;
  readonly pausePhotos: (paused: boolean) => Promise<void>;
  /** Most bits per second for photos; null: no limit. */
  readonly limitPhotos: (bitsPerSecond: number | null) => Promise<void>;
};

export type SyncOptions = {
  readonly db: StationDatabase;
  readonly desktop: SyncDesktop;
  readonly fetch: Fetch;
  readonly clock: { readonly now: () => number };
  readonly onContact?: (contact: { readonly at: string; readonly offsetMs: number }) => void;
  readonly onStatus?: (status: SyncStatus) => void;
  /** Between two rounds when all is well. */
  readonly everyMs?: number;
};

const tidyEveryMs = 60 * 60_000;
const picturesEveryMs = 60_000;
/** A number that changes faster is read by nobody, and the whole screen is drawn for it. */
const broughtEveryMs = 500;

/**
 * Keeps a station and central alike: commands first, then what is new, photos beside it whenever no
 * command waits. Trouble is never an end: it tries again, slower and slower, until `stop`.
 */
export function startSync(options: SyncOptions): Sync {
  const { db, desktop, clock, everyMs = 15_000 } = options;
  const stopping = new AbortController();
  const bell = wakeableSleep();
  const pace = pacing();
  let peopleKnown = false;
  /** Somebody's work, or somebody who came, asked for this round before its time. */
  let isAsked = false;
  let isWaking = false;
  let tidyAt = 0;
  let picturesAt = 0;
  let broughtAt = 0;
  let contact: { readonly at: string; readonly offsetMs: number } | null = null;
  let status: SyncStatus = { reached: null, trouble: null, nextAt: null };

  const deps: SyncDeps = {
    db,
    desktop,
    central: centralClient(options.fetch),
    now: clock.now,
    heard(centralTime, askedAt) {
      const heardAt = clock.now();
      const offsetMs = clockOffset(centralTime, askedAt, heardAt);
      contact = { at: new Date(heardAt).toISOString(), offsetMs };
    },
    brought(catchingUp) {
      const isToldOf = catchingUp !== null && clock.now() - broughtAt < broughtEveryMs;
      if (isToldOf) return;
      broughtAt = clock.now();
      say({ ...status, reached: true, catchingUp });
    },
  };
  const photos = photoLane(deps, stopping.signal, (photoTrouble) => {
    say({ ...status, photoTrouble });
  });

  let newestBefore = 0;
  const unwatch = watchOutbox(db, (waiting, newest) => {
    photos.holdFor(waiting);
    void desktop.reportUnsent({ count: waiting }).catch(() => {});
    if (newest > newestBefore) bell.ring();
    newestBefore = Math.max(newest, newestBefore);
  });

  const running = asLeader(`quayside-sync:${db.name}`, stopping.signal, async () => {
    while (!stopping.signal.aborted) await round();
  });

  async function round(): Promise<void> {
    try {
      await nobodyWaits(db);
      const sent = await sendOutbox(deps);
      const { people } = await pullChanges(deps);
      if (people || !peopleKnown) {
        await desktop.refreshPeople({});
        peopleKnown = true;
      }
      await keepContact();
      say({
        ...status,
        reached: true,
        trouble: null,
        catchingUp: null,
        nextAt: clock.now() + everyMs,
      });
      // What central put off must not hold the photos up: they may be what it waits for.
      if (sent === 'waiting') photos.holdFor(0);
      photos.start();
      await bringPhotos();
      await tidyUp();
      if (sent === 'empty') pace.reset();
      isAsked = await bell.sleep(sent === 'empty' ? everyMs : pace.afterTrouble(null, isAsked));
    } catch (cause) {
      await keepContact().catch(() => {});
      const { kind, code, asked, detail, isStranger } = readTrouble(cause);
      const wait = pace.afterTrouble(asked, isAsked);
      say({
        ...status,
        reached: kind !== 'offline' && !isStranger,
        catchingUp: null,
        trouble: { kind, code, detail, ...(isStranger && { isStranger }) },
        nextAt: clock.now() + wait,
      });
      isAsked = await bell.sleep(wait, asked !== null);
    }
  }

  /** Pictures to look at come last, and never make a round fail. */
  async function bringPhotos(): Promise<void> {
    if (clock.now() < picturesAt) return;
    const brought = await keepCasePhotos(deps).catch(() => 0);
    if (brought === 0) picturesAt = clock.now() + picturesEveryMs;
  }

  async function tidyUp(): Promise<void> {
    if (clock.now() < tidyAt) return;
    tidyAt = clock.now() + tidyEveryMs;
    await evictPhotos(deps);
    await evictRefusals(deps);
    await evictCases(deps);
  }

  async function keepContact(): Promise<void> {
    if (contact === null) return;
    const { at, offsetMs } = contact;
    contact = null;
    await setStationValues(db, { lastContact: at, offsetMs });
    options.onContact?.({ at, offsetMs });
  }

  function say(next: SyncStatus): void {
    status = next;
    options.onStatus?.(next);
  }

  return {
    nudge: bell.ring,
    wake() {
      if (status.trouble === null || isWaking) return;
      isWaking = true;
      // Not before the scan that woke it has its answer.
      void nobodyWaits(db).then(() => {
        isWaking = false;
        bell.ring();
      });
    },
    status: () => status,
    pausePhotos: photos.pause,
    limitPhotos: photos.limitTo,
    async stop() {
      stopping.abort();
      bell.stop();
      unwatch();
      await Promise.all([running, photos.ended()]);
    },
  };
}

function readTrouble(cause: unknown): {
  readonly kind: CentralTroubleKind | 'storage';
  readonly code: ApiError['code'] | null;
  readonly asked: number | null;
  readonly detail: string;
  readonly isStranger: boolean;
} {
  const detail = cause instanceof Error ? cause.message : String(cause);
  return cause instanceof CentralTrouble
    ? {
        kind: cause.kind,
        code: cause.code,
        asked: cause.retryAfterMs,
        detail,
        isStranger: cause.isStranger,
      }
    : { kind: 'storage', code: null, asked: null, detail, isStranger: false };
}
