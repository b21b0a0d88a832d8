import type { Desktop } from '../../../shared/desktop/desktopApi.ts';
import type { StationDatabase } from '../../storage/stationDatabase.ts';
import type { CentralClient } from './centralClient.ts';

/** What synchronisation asks of the operating system. */
export type SyncDesktop = Pick<
  Desktop,
  'settleCommands' | 'reportUnsent' | 'refreshPeople' | 'keptPhotos' | 'readPhoto' | 'letPhotoGo'
>;

/** Changes taken over, of how many. */
export type CatchUp = { readonly done: number; readonly all: number };

/** What the parts of synchronisation work with. */
export type SyncDeps = {
  readonly db: StationDatabase;
  readonly desktop: SyncDesktop;
  readonly central: CentralClient;
  /** Wall clock, milliseconds since 1970 UTC. */
  readonly now: () => number;
  /** Central answered just now, and this is what its clock says. */
  readonly heard: (centralTime: string, askedAt: number) => void;
  /** How far a catch-up has come that takes its time; null once it is over. */
  readonly brought?: (far: CatchUp | null) => void;
};
