import { accept, type Result, refuse } from '../../../shared/result.ts';
import type { SiteStations } from '../../../shared/sync/siteStationsApi.ts';
import { CentralTrouble, centralClient, type Fetch } from './centralClient.ts';

/** Asks central for the other stations of this site; that it cannot be asked is a refusal, to be said. */
export function askStationsOver(
  fetch: Fetch,
): () => Promise<Result<SiteStations, { readonly code: 'notTold' }>> {
  const central = centralClient(fetch);
  return async () => {
    try {
      return accept(await central.siteStations());
    } catch (cause) {
      if (!(cause instanceof CentralTrouble)) throw cause;
      return refuse({ code: 'notTold' });
    }
  };
}
