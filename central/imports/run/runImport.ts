import { accept, type Result, refuse } from '../../../shared/result.ts';
import type { Plan } from '../mapping/planOf.ts';
import { idOfRow, recordOf } from '../mapping/recordOf.ts';
import type { Said } from '../reading/openTable.ts';
import { readRows } from '../reading/readFile.ts';
import type { Row } from '../reading/row.ts';
import type { FileRefusal } from '../table/fileRefusal.ts';
import type { Bringing, BringRows, Office } from './office.ts';
import { type Counts, outcomes, type RowOutcome } from './outcomes.ts';
import { recordSender, rowsOf } from './sendRecords.ts';
import { type Withdrawing, withdrawMissing } from './withdrawMissing.ts';

export type ImportWish = {
  readonly file: string;
  readonly said: Said;
  readonly plan: Plan;
  readonly source: string;
  readonly office: Office;
  readonly mode: 'test' | 'goodRows' | 'allOrNothing';
  /** The file is everything there is: what is missing in it is withdrawn. null: it is not. */
  readonly full: { readonly confirmed: boolean; readonly reason: string } | null;
  /** Rows up to this one went in before; what became of those that did not. */
  readonly after?: {
    readonly row: number;
    readonly counts: Counts;
    readonly byRow: Iterable<readonly [number, RowOutcome]>;
  } | null;
  /** A test comes before all or nothing is written. */
  readonly onPhase?: (phase: 'testing' | 'writing') => void;
  /** After each part; 'stop' ends between two, and everything so far stands. */
  readonly onProgress?: (
    row: number,
    counts: Counts,
    byRow: ReadonlyMap<number, RowOutcome>,
  ) => Promise<'goOn' | 'stop'>;
};

export type Imported = {
  readonly counts: Counts;
  readonly byRow: ReadonlyMap<number, RowOutcome>;
  readonly isStopped: boolean;
  /** Nothing was written: a test, or one row was refused where all or nothing was wanted. */
  readonly isWritten: boolean;
  readonly withdrawing: Withdrawing | null;
};

/**
 * Brings a file's rows to the office. Rows of one id that follow each other are one record; an id that
 * comes again later is refused. What names a record that is not here yet is tried once more at the end.
 */
export async function runImport(wish: ImportWish): Promise<Result<Imported, FileRefusal>> {
  if (wish.mode === 'goodRows') return await bringAll(wish, 'parts');
  const tested = await bringAll(wish, 'test');
  return wish.mode === 'test' || !isGood(tested) ? tested : await bringAll(wish, 'whole');
}

async function bringAll(wish: ImportWish, how: Bringing): Promise<Result<Imported, FileRefusal>> {
  wish.onPhase?.(how === 'test' ? 'testing' : 'writing');
  const came = await wish.office.bring(how, (bring) => runOnce(wish, bring), isGood);
  const isWritten = how === 'parts' || (how === 'whole' && isGood(came));
  return came.ok ? accept({ ...came.value, isWritten }) : came;
}

/** Everything goes in, and whoever began it let it come to its end. */
function isGood(came: Result<Omit<Imported, 'isWritten'>, FileRefusal>): boolean {
  if (!came.ok || came.value.isStopped) return false;
  const { counts, withdrawing } = came.value;
  const areWithdrawn =
    withdrawing === null || (withdrawing.kind === 'withdrawn' && withdrawing.refused === 0);
  return counts.refused + counts.waiting === 0 && areWithdrawn;
}

async function runOnce(
  wish: ImportWish,
  bring: BringRows,
): Promise<Result<Omit<Imported, 'isWritten'>, FileRefusal>> {
  const { plan, source, after } = wish;
  const became = outcomes(after ?? null);
  const sender = recordSender(plan, { bring, source, outcomes: became });
  const firstRow = new Map<string, number>();
  let open: { readonly id: string; readonly rows: Row[] } | null = null;
  let isStopped = false;
  let hasNameless = false;

  async function close(): Promise<void> {
    if (open === null) return;
    const record = recordOf(plan, open.id, open.rows);
    const [row = 0] = rowsOf(record);
    const earlier = firstRow.get(record.id);
    hasNameless ||= record.id === '';
    if (record.id !== '' && earlier === undefined) firstRow.set(record.id, row);
    open = null;
    if (row <= (after?.row ?? 0)) return;
    const twice = {
      address: `row ${row}`,
      code: 'twice',
      text: `${record.id} : ${earlier}`,
      says: `The id “${record.id}” stands in row ${earlier} already`,
    };
    const errors =
      earlier === undefined || record.id === '' ? record.errors : [...record.errors, twice];
    if (errors.length > 0) became.set(rowsOf(record), { outcome: 'refused', errors });
    else await sender.send(record);
  }

  const read = await readRows(wish.file, wish.said, async (rows) => {
    for (const row of rows) {
      const id = idOfRow(plan, row);
      const goesOn =
        open !== null && plan.table.blankLine !== undefined && id !== '' && open.id === id;
      if (!goesOn) await close();
      if (open === null) open = { id, rows: [row] };
      else open.rows.push(row);
    }
    // What was read so far goes in before it is said to have.
    await sender.flush();
    const last = open?.rows[0]?.at.row;
    const done = last === undefined ? (rows.at(-1)?.at.row ?? 0) : last - 1;
    const wanted = (await wish.onProgress?.(done, became.counts, became.byRow)) ?? 'goOn';
    isStopped = wanted === 'stop';
    return wanted;
  });
  if (!read.ok) return refuse(read.refusal);
  if (!isStopped) await close();
  await sender.sendWaiting();
  const withdrawing =
    wish.full === null || isStopped
      ? null
      : hasNameless
        ? ({ kind: 'namelessRows' } as const)
        : await withdrawMissing(firstRow, { ...wish, ...wish.full, bring });
  if (withdrawing?.kind === 'withdrawn') became.countWithdrawn(withdrawing.count);
  return accept({
    counts: became.counts,
    byRow: became.byRow,
    isStopped,
    withdrawing,
  });
}
