/** Numbers missing in a station's chain, and the administrator who waits for them no longer: as gapRows.ts. */
import type { Decided } from '../../central/commands/batch.ts';
import type { SentCommand } from '../../central/commands/readCommand.ts';
import type { CentralState, Gap } from './centralState.ts';
import type { Bug } from './seededBugs.ts';

/** What was offered behind numbers nobody brought yet; null: nothing. */
export function gapSeen(
  state: CentralState,
  sent: readonly SentCommand[],
  seen: {
    readonly stationId: string;
    readonly caller: string;
    readonly decided: readonly Decided[];
    readonly expectedSequence: number | null;
    readonly bug: Bug | null;
  },
): Gap | null {
  const { stationId, caller, decided, expectedSequence, bug } = seen;
  const last = state.chains.get(stationId)?.lastSequence ?? 0;
  const claimed = sent.find(({ sequence }) => (sequence ?? 0) > last + 1)?.sequence ?? null;
  if (bug === 'gapFromAnyone' && claimed !== null && caller !== stationId)
    return { sequence: last + 1, behind: claimed };
  const behind = sent[decided.length]?.sequence ?? null;
  if (expectedSequence === null || behind === null) return null;
  const before = state.gaps.get(stationId);
  const isSame = before?.sequence === expectedSequence;
  return {
    sequence: expectedSequence,
    behind: isSame ? Math.min(before.behind, behind) : behind,
  };
}

export function stepOverGaps(state: CentralState, at: string): void {
  for (const [stationId, { sequence, behind }] of state.gaps) {
    if ((state.chains.get(stationId)?.lastSequence ?? 0) + 1 !== sequence) continue;
    const over = { from: sequence, through: behind - 1, by: 'an administrator', at };
    state.chains.set(stationId, { lastSequence: over.through, lastHash: null });
    state.steppedOver.set(stationId, [...(state.steppedOver.get(stationId) ?? []), over]);
    state.gaps.delete(stationId);
  }
}
