/** How far an import is: shown as it goes, and kept beside the file so that a stopped one goes on. */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import type { ImportWish } from '../imports/run/runImport.ts';

const Kept = z.strictObject({
  key: z.string(),
  row: z.number(),
  outcomes: z.array(
    z.tuple([
      z.number(),
      z.strictObject({
        outcome: z.enum(['created', 'updated', 'unchanged', 'withdrawn', 'refused', 'waiting']),
        errors: z.array(z.strictObject({ address: z.string(), says: z.string() })),
      }),
    ]),
  ),
});

const keepEveryMs = 2000;

export async function importProgress(
  file: string,
  {
    key,
    isKept,
    isAnew,
    rows,
  }: {
    readonly key: string;
    readonly isKept: boolean;
    readonly isAnew: boolean;
    readonly rows: number;
  },
) {
  const beside = `${file}.progress`;
  let isWanted = true;
  let keptAt = 0;
  const stop = () => {
    isWanted = false;
  };
  process.once('SIGINT', stop);
  const before = isKept && !isAnew ? await keptIn(beside, key) : null;
  if (before) console.log(`Goes on behind row ${before.row}`);

  const note: NonNullable<ImportWish['onProgress']> = async (row, _counts, byRow) => {
    if (process.stderr.isTTY) process.stderr.write(`\rRow ${row} of about ${rows} `);
    if (isKept && (!isWanted || performance.now() - keptAt > keepEveryMs)) {
      keptAt = performance.now();
      const kept: z.output<typeof Kept> = {
        key,
        row,
        outcomes: [...byRow].map(([at, { outcome, errors }]) => [
          at,
          { outcome, errors: [...errors] },
        ]),
      };
      await writeFile(beside, JSON.stringify(kept));
    }
    return isWanted ? 'goOn' : 'stop';
  };
  return {
    after: before ?? { row: 0, outcomes: [] },
    note,
    async over(isStopped: boolean): Promise<void> {
      process.off('SIGINT', stop);
      if (isKept && !isStopped) await rm(beside, { force: true });
    },
  };
}

async function keptIn(beside: string, key: string) {
  try {
    const kept = Kept.parse(JSON.parse(await readFile(beside, 'utf8')));
    return kept.key === key ? kept : null;
  } catch {
    return null;
  }
}
