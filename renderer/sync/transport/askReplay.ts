import { accept, type Result, refuse } from '../../../shared/result.ts';
import type { ReplayPage, ReplayRequest } from '../../../shared/sync/replayApi.ts';
import { CentralTrouble, centralClient, type Fetch } from './centralClient.ts';

type ReplayTrouble = { readonly code: 'centralUnreachable' | 'centralRefuses' };
export type AskReplay = (asked: ReplayRequest) => Promise<Result<ReplayPage, ReplayTrouble>>;

/** Asks central for a page of a replay; what cannot be asked is a refusal, for the desk to go on with. */
export function askReplayOver(fetch: Fetch): AskReplay {
  const central = centralClient(fetch);
  return async (asked) => {
    try {
      return accept(await central.replay(asked));
    } catch (cause) {
      if (!(cause instanceof CentralTrouble)) throw cause;
      return refuse({
        code: cause.kind === 'refused' ? 'centralRefuses' : 'centralUnreachable',
      });
    }
  };
}
