import { accept, type Result, refuse } from '../../../shared/result.ts';
import type { Plan } from '../mapping/planOf.ts';
import { idOfRow, type RowError, recordOf } from '../mapping/recordOf.ts';
import type { Said } from '../reading/openTable.ts';
import { readRows } from '../reading/readFile.ts';
import type { Row } from '../reading/row.ts';
import type { FileRefusal } from '../table/fileRefusal.ts';
import type { Bring, Bringing, Office } from './office.ts';
import { type Counts, type Outcomes, outcomes, type RowOutcome } from './outcomes.ts';
import { rowHasher } from './rowHash.ts';
import { type HashedRecord, recordSender } from './sendRecords.ts';
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
  readonly onProgress?: (row: number, became: Became) => Promise<'goOn' | 'stop'>;
};

/** Up to now; it goes on. */
export type Became = Pick<Outcomes, 'counts' | 'byRow' | 'problems'>;

export type Imported = Became & {
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
  bring: Bring,
): Promise<Result<Omit<Imported, 'isWritten'>, FileRefusal>> {
  const { plan, source, after } = wish;
  const became = outcomes(after ?? null);
  const sender = recordSender(plan, { bring, source, outcomes: became });
  const hashOf = rowHasher(plan);
  const firstRow = new Map<string, number>();
  let open: RowsOfRecord | null = null;
  let closed: RowsOfRecord[] = [];
  let isStopped = false;
  let hasNameless = false;

  /** What says the same as when it was last written is not looked at again. */
  async function bringClosed(): Promise<void> {
    const records = closed.map((one) => ({ ...one, hash: hashOf(one.rows) }));
    closed = [];
    const fresh = records.filter(({ id, rows }) => isFirst(id, rows));
    const same = fresh.length > 0 ? await bring.areSame(fresh) : new Set();
    for (const { id, rows, hash } of records) {
      const [row = 0] = rows.map(({ at }) => at.row);
      if (row <= (after?.row ?? 0)) continue;
      const isSame = isFirst(id, rows) && same.has(id);
      if (isSame) became.set(numbersOf(rows), unchanged);
      else await bringOne({ ...recordOf(plan, id, rows), hash });
    }
  }

  function isFirst(id: string, rows: readonly Row[]): boolean {
    return id !== '' && firstRow.get(id) === rows[0]?.at.row;
  }

  async function bringOne(record: HashedRecord): Promise<void> {
    const twice = isFirst(record.id, record.rows) || record.id === '' ? [] : [twiceIn(record)];
    const errors = [...record.errors, ...twice];
    if (errors.length > 0) became.set(numbersOf(record.rows), { outcome: 'refused', errors });
    else await sender.send(record);
  }

  function twiceIn({ id, rows }: HashedRecord): RowError {
    const earlier = firstRow.get(id);
    return {
      address: `row ${rows[0]?.at.row ?? 0}`,
      code: 'twice',
      text: `${id} : ${earlier}`,
      says: `The id “${id}” stands in row ${earlier} already`,
    };
  }

  function close(): void {
    if (open === null) return;
    const { id, rows } = open;
    hasNameless ||= id === '';
    if (id !== '' && !firstRow.has(id)) firstRow.set(id, rows[0]?.at.row ?? 0);
    closed.push(open);
    open = null;
  }

  const read = await readRows(wish.file, wish.said, async (rows) => {
    for (const row of rows) {
      const id = idOfRow(plan, row);
      const goesOn =
        open !== null && plan.table.blankLine !== undefined && id !== '' && open.id === id;
      if (!goesOn) close();
      if (open === null) open = { id, rows: [row] };
      else open.rows.push(row);
    }
    await bringClosed();
    const last = open?.rows[0]?.at.row;
    const readTo = last === undefined ? (rows.at(-1)?.at.row ?? 0) : last - 1;
    // What is gathered has not gone in yet, and is not said to have.
    const done = Math.min(readTo, sender.gatheredFrom() - 1);
    const wanted = (await wish.onProgress?.(done, became)) ?? 'goOn';
    isStopped = wanted === 'stop';
    if (isStopped && done < readTo) {
      await sender.flush();
      await wish.onProgress?.(readTo, became);
    }
    return wanted;
  });
  if (!read.ok) return refuse(read.refusal);
  if (!isStopped) close();
  await bringClosed();
  await sender.sendWaiting();
  const withdrawing =
    wish.full === null || isStopped
      ? null
      : hasNameless
        ? ({ kind: 'namelessRows' } as const)
        : await withdrawMissing(firstRow, { ...wish, ...wish.full, bring });
  if (withdrawing?.kind === 'withdrawn') became.countWithdrawn(withdrawing.count);
  return accept({ ...became, isStopped, withdrawing });
}

type RowsOfRecord = { readonly id: string; readonly rows: Row[] };

const unchanged: RowOutcome = { outcome: 'unchanged', errors: [] };

function numbersOf(rows: readonly Row[]): readonly number[] {
  return rows.map(({ at }) => at.row);
}
