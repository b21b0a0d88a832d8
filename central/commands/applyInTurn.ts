import { type Applied, applyCommands } from './applyCommands.ts';
import type { Turn } from './turn.ts';

/** While others ask as well: twenty milliseconds of work or so. */
const partShared = 5;

/** Applies what a station pushed in parts, as small as the others who ask need it. */
export async function applyInTurn(
  deps: Parameters<typeof applyCommands>[0],
  caller: Parameters<typeof applyCommands>[1],
  commands: readonly unknown[],
  turn: Turn,
): Promise<Applied> {
  const parts: Applied[] = [];
  for (let from = 0; from < commands.length || parts.length === 0; ) {
    if (from > 0) await turn.giveWay();
    const through = turn.isShared() ? from + partShared : commands.length;
    const part = await applyCommands(deps, caller, commands.slice(from, through));
    parts.push(part);
    if (part.expectedSequence !== null) break;
    from = through;
  }
  return {
    results: parts.flatMap(({ results }) => results),
    expectedSequence: parts.at(-1)?.expectedSequence ?? null,
    refundsDue: parts.some(({ refundsDue }) => refundsDue),
    atTwo: parts.flatMap(({ atTwo }) => atTwo),
  };
}
