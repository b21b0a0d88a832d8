import { accept, type Result, refuse } from '../../../shared/result.ts';
import type { SearchResponse } from '../../../shared/sync/searchApi.ts';
import { CentralTrouble, centralClient, type Fetch } from './centralClient.ts';

type SearchTrouble = { readonly code: 'centralUnreachable' | 'centralRefuses' };

/** Asks central for cases; that it cannot be asked is a refusal, for the palette to say so. */
export function askSearchOver(
  fetch: Fetch,
): (text: string, signal: AbortSignal) => Promise<Result<SearchResponse, SearchTrouble>> {
  const central = centralClient(fetch);
  return async (text, signal) => {
    try {
      return accept(await central.search(text, signal));
    } catch (cause) {
      if (!(cause instanceof CentralTrouble)) throw cause;
      return refuse({
        code: cause.kind === 'refused' ? 'centralRefuses' : 'centralUnreachable',
      });
    }
  };
}
