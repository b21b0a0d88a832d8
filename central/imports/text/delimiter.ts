import { delimiters } from '../../../shared/sync/tableForms.ts';

export type Delimiter = (typeof delimiters)[number];

export type DelimiterFound = {
  readonly delimiter: Delimiter;
  /** `sep=;`: a first line Excel understands, and not a row of the table. */
  readonly by: 'said' | 'firstLine' | 'counted';
};

const linesLooked = 200;

/**
 * The character that cuts most lines of a text's beginning into the same number of cells, more than
 * one; what stands in quotation marks cuts nothing. A table of one column has whichever.
 */
export function findDelimiter(beginning: string): DelimiterFound {
  const [, said] = /^sep=(.)\r?\n/.exec(beginning) ?? [];
  const firstLine = delimiters.find((one) => one === said);
  if (firstLine !== undefined) return { delimiter: firstLine, by: 'firstLine' };
  const [best = ';'] = delimiters
    .map((delimiter) => ({ delimiter, score: scoreOf(cellsPerLine(beginning, delimiter)) }))
    .sort((one, other) => other.score - one.score)
    .map(({ delimiter }) => delimiter);
  return { delimiter: best, by: 'counted' };
}

/** How many lines agree on their number of cells; of two as many, the one with more cells. */
function scoreOf(counts: readonly number[]): number {
  const agreeing = new Map<number, number>();
  for (const count of counts) if (count > 1) agreeing.set(count, (agreeing.get(count) ?? 0) + 1);
  return Math.max(0, ...[...agreeing].map(([cells, lines]) => lines + Math.min(cells, 999) / 1000));
}

function cellsPerLine(text: string, delimiter: string): readonly number[] {
  const counts: number[] = [];
  let cells = 1;
  let isQuoted = false;
  let isCellStart = true;
  for (const letter of text) {
    if (counts.length >= linesLooked) break;
    if (letter === '"') isQuoted = isQuoted ? false : isCellStart || counts.length === 0;
    isCellStart = !isQuoted && (letter === delimiter || letter === '\n');
    if (isQuoted) continue;
    if (letter === delimiter) cells += 1;
    else if (letter === '\n') {
      counts.push(cells);
      cells = 1;
    }
  }
  return counts.length === 0 ? [cells] : counts;
}
