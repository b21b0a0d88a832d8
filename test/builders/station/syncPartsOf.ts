import { centralClient } from '../../../renderer/sync/transport/centralClient.ts';
import type { SyncDeps } from '../../../renderer/sync/transport/syncDeps.ts';
import type { SmallCentral } from '../central/smallCentral.ts';
import type { LoneStation } from './aLoneStation.ts';

/** A lone station put in touch with a small central, step by step. */
export function syncPartsOf(station: LoneStation, central: SmallCentral): SyncDeps {
  return {
    db: station.db,
    desktop: station.desktop,
    central: centralClient(central.fetch),
    now: station.clock.now,
    heard: () => {},
  };
}
