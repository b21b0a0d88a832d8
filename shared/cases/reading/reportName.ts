import type { FactOf } from '../../facts/fact.ts';
import { highestReportNumber } from '../../facts/takingFacts.ts';
import type { CaseFile } from './caseFile.ts';

/** Without I, L, O and U: nobody reads one for another, or a word into it. */
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * How a report is called: its number in the case and the mark of its station, "2-K7QM". Two stations
 * that could not hear of each other may both count to two; their marks tell them apart on paper for good.
 */
export function reportName({
  number,
  stationId,
}: Pick<FactOf<'reportMade'>, 'number' | 'stationId'>): string {
  return `${number}-${stationMark(stationId)}`;
}

/**
 * The next number of this case, as far as this station has heard; where somebody has taken the highest
 * there is, the lowest this station has not given yet.
 */
export function nextReportNumber(
  { reports }: Pick<CaseFile, 'reports'>,
  stationId: FactOf<'reportMade'>['stationId'],
): number {
  const next = 1 + reports.reduce((highest, { number }) => Math.max(highest, number), 0);
  if (next <= highestReportNumber) return next;
  const own = new Set(reports.flatMap((r) => (r.stationId === stationId ? [r.number] : [])));
  let free = 1;
  while (own.has(free)) free += 1;
  return free;
}

/** Four signs of an id, the same everywhere and for ever. FNV-1a, of which the twenty highest bits. */
function stationMark(stationId: string): string {
  let hash = 0x811c9dc5;
  for (const sign of stationId)
    hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return [27, 22, 17, 12].map((shift) => signs[(hash >>> shift) & 31]).join('');
}
