import { inRuns } from '../../policy/sayPortion.ts';
import type { Telling } from './telling.ts';

/** What fits into one cell of a page. */
const most = 4000;

/** Serials, those that follow each other as the first and the last; of very many the first, and how many more. */
export function sayUnitsShort({ wording }: Telling, serials: readonly string[]): string {
  if (serials.length === 0) return '–';
  const runs = inRuns(serials);
  let said = 0;
  let length = 0;
  for (const run of runs) {
    length += run.length + 2;
    if (length > most) break;
    said += 1;
  }
  const shown = runs.slice(0, said).join(', ');
  return said === runs.length
    ? shown
    : `${shown} ${wording.t('report.more', { count: runs.length - said })}`;
}
