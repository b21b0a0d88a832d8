import type { Desktop, SignedInPerson, StationState } from '../../shared/desktop/desktopApi.ts';
import { desktop } from '../desktop/desktop.ts';
import { pageClock, type StationClock } from '../desktop/stationClock.ts';
import { caseListCache } from '../queries/lists/caseListCache.ts';
import { armScanner, type Unread } from '../scanner/armScanner.ts';
import { usualScanner } from '../scanner/profile.ts';
import { enrolAs, prefer, signIn, workAt } from '../session/session.ts';
import { refreshBehind } from '../station/refreshBehind.ts';
import { startStation } from '../station/startStation.ts';
import { stationValues } from '../storage/meta.ts';
import type { OpenRefusal } from '../storage/openStorage.ts';
import { prefetchIdentifierIndex } from '../storage/packed/identifierIndex.ts';
import { personPresses } from '../storage/peopleFirst.ts';
import { askForPersistence, type Persistence } from '../storage/persistence.ts';
import type { StationDatabase } from '../storage/stationDatabase.ts';
import { whenClosedByEngine } from '../storage/whenClosedByEngine.ts';
import { languageFor } from '../wording/languages.ts';
import { createScanSource, type ScanSource } from '../workflow/ScanFeed.tsx';
import { reloadPage } from './finishBeforeClosing.ts';

export type Application = {
  readonly db: StationDatabase;
  readonly desktop: Desktop;
  readonly clock: StationClock;
  readonly state: StationState;
  readonly persistence: Persistence;
  /** Every scan, before anybody has looked at it. */
  readonly scanner: ScanSource<string>;
  /** Scans that were taken for typing. */
  readonly unread: ScanSource<Unread>;
  /** The database had forgotten what the journal remembered. */
  readonly wasLost: boolean;
  /** Unsent pictures that were lost with it. */
  readonly photosGone: number;
};

export type Start =
  | { readonly kind: 'ready'; readonly application: Application }
  | { readonly kind: 'outside' }
  | { readonly kind: 'refused'; readonly refusal: OpenRefusal };

const againMs = 5_000;

/**
 * From an empty page to a station somebody can sign in at. What stands in the way is said, and where
 * it may pass (a full disk, another process), tried again until it has.
 */
export async function startApplication(
  window: Window & typeof globalThis,
  show: (start: Start | null, isScanMissed?: boolean) => void,
): Promise<void> {
  preferByMachine(window);
  if (!window.quayside) return show({ kind: 'outside' });
  const scanner = createScanSource<string>();
  const unread = createScanSource<Unread>();
  let shown: Start | null = null;
  const hear = (raw: string, at?: number) => {
    // Before anything is open nobody takes it, and whoever scanned believes that it counted.
    if (!scanner.deliver(raw, at) && shown?.kind !== 'ready') show(shown, true);
  };
  // Before the scanner, which keeps its keys to itself.
  const pressed = () => {
    if (shown?.kind === 'ready') personPresses(shown.application.db);
  };
  window.addEventListener('keydown', pressed, { capture: true, passive: true });
  armScanner(window, usualScanner, hear, unread.deliver);
  for (;;) {
    const start = await opened(scanner, unread);
    shown = start;
    show(start);
    // What waits to be stored is in the journal, so the page begins anew.
    if (start.kind === 'ready') whenClosedByEngine(start.application.db, () => reloadPage(window));
    if (start.kind !== 'refused' || start.refusal.code === 'newerDatabase') return;
    await new Promise((resolve) => {
      window.setTimeout(resolve, againMs);
    });
  }
}

async function opened(scanner: ScanSource<string>, unread: ScanSource<Unread>): Promise<Start> {
  try {
    return await openApplication(scanner, unread);
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    return { kind: 'refused', refusal: { code: 'cannotOpen', detail } };
  }
}

/** Storage, journal, preferences. */
async function openApplication(
  scanner: ScanSource<string>,
  unread: ScanSource<Unread>,
): Promise<Start> {
  const abilities = desktop();
  const clock = pageClock(await abilities.stationState({}));
  const started = await startStation(abilities, clock.now());
  if (!started.ok) return { kind: 'refused', refusal: started.refusal };
  const { db, wasLost, photosGone } = started.value;
  // While somebody finds their badge: lists and what a scan is looked up in.
  caseListCache(db, clock.now());
  refreshBehind(db, clock);
  void prefetchIdentifierIndex(db);
  // Asked again: the journal may have got back what only the database had.
  const [state, { preferences }, persistence, person] = await Promise.all([
    abilities.stationState({}),
    stationValues(db),
    askForPersistence(),
    abilities.signedIn({}),
  ]);
  if (preferences) {
    const { stationType, ...preferred } = preferences;
    prefer(preferred);
    workAt(stationType);
  }
  openSession(state, person);
  return {
    kind: 'ready',
    application: {
      db,
      desktop: abilities,
      clock,
      state,
      persistence,
      scanner,
      unread,
      wasLost,
      photosGone,
    },
  };
}

function openSession(state: StationState, person: SignedInPerson | null) {
  enrolAs(state.enrolment);
  signIn(person);
}

/** Until somebody chooses: the computer's language, and its wish for dark or for more contrast. */
function preferByMachine(window: Window) {
  const wants = (query: string) => window.matchMedia(query).matches;
  prefer({
    language: languageFor(window.navigator.languages),
    theme: wants('(prefers-contrast: more)')
      ? 'contrast'
      : wants('(prefers-color-scheme: dark)')
        ? 'dark'
        : 'light',
  });
}
