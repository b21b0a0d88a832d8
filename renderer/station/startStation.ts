import type { Desktop } from '../../shared/desktop/desktopApi.ts';
import { accept, type Result } from '../../shared/result.ts';
import { restoreHeldDecisions } from '../actions/heldDecisions.ts';
import { awaitRefresh } from '../cases/refreshAllCases.ts';
import { hasForgotten } from '../protocol/reconciling.ts';
import { highestSequence, setStationValues, startOver, stationValues } from '../storage/meta.ts';
import { type OpenRefusal, openStorage } from '../storage/openStorage.ts';
import type { StationDatabase } from '../storage/stationDatabase.ts';
import { adoptStation } from './adoptStation.ts';
import { type Reconciled, reconcileJournal } from './reconcileJournal.ts';
import { returnToJournal } from './returnToJournal.ts';

export type StartedStation = {
  readonly db: StationDatabase;
  readonly reconciled: Reconciled;
  /** The database was empty or behind although the journal remembers more, and nobody knows yet. */
  readonly wasLost: boolean;
  /** Unsent pictures that were lost with it. */
  readonly photosGone: number;
};

/** The name of the database; practice has one of its own. */
const stationDatabaseName = 'quayside';

/** An upgrade may write a table anew. */
const roomToOpen = 64 * 1024 * 1024;

/** Opens the database and brings it up to the journal, before anybody works with it. */
export async function startStation(
  desktop: Pick<
    Desktop,
    | 'stationState'
    | 'readJournal'
    | 'returnCommands'
    | 'settleCommands'
    | 'keptPhotos'
    | 'readPhoto'
    | 'keepPhoto'
    | 'heldDecisions'
    | 'keepHeldDecision'
  >,
  now: number,
  name = stationDatabaseName,
): Promise<Result<StartedStation, OpenRefusal>> {
  const opened = await openStorage(
    name,
    async () => (await desktop.stationState({})).freeBytes >= roomToOpen,
  );
  if (!opened.ok) return opened;
  const { db, fresh } = opened.value;
  // Before the database takes another station's name: what it alone has would leave it then.
  await returnToJournal(db, desktop);
  const { journal, enrolment } = await desktop.stationState({});
  if (enrolment) await adoptStation(db, enrolment.stationId, now);
  await restoreHeldDecisions(db, desktop);
  const stored = await highestSequence(db);
  await awaitRefresh(db);
  const reconciled = await reconcileJournal(db, desktop, now);
  const wasLost = hasForgotten({
    isFresh: fresh,
    journalled: journal.lastSequence,
    stored,
    broughtBack: reconciled.commands,
    answered: reconciled.answered,
  });
  if (wasLost) {
    // What central has accepted is no longer in the journal: it comes back by the change feed.
    await startOver(db);
    await setStationValues(db, {
      lastSequence: journal.lastSequence,
      lossUntold: true,
      photosGone: reconciled.photosGone,
    });
  }
  const { lossUntold = false, photosGone = 0 } = await stationValues(db);
  return accept({ db, reconciled, wasLost: lossUntold, photosGone });
}

/** Somebody has signed in and sees that the database was rebuilt. */
export async function tellLoss(db: StationDatabase): Promise<void> {
  await setStationValues(db, { lossUntold: false, photosGone: 0 });
}
