/**
 * A thread of its own for files strangers made: its memory is bounded, and `readFile.ts` ends it
 * when it does not get on. It answers one file and is gone.
 */
import { parentPort } from 'node:worker_threads';
import { assertNever } from '../../../shared/result.ts';
import { bounds } from '../table/bounds.ts';
import { type FileRefusal, FileRefused } from '../table/fileRefusal.ts';
import { type CellKind, charactersOf } from '../table/rawRow.ts';
import { type Look, lookThrough } from './look.ts';
import { openTable, type Said, type TableForm } from './openTable.ts';
import type { RowTrouble } from './row.ts';
import { type TableRows, tableRows } from './tableRows.ts';

type AskedFile = {
  readonly kind: 'look' | 'rows';
  readonly path: string;
  readonly said: Said;
};

export type Asked =
  | AskedFile
  /** The rows that were sent are done with. */
  | { readonly kind: 'more' };

/** A row without the names of its columns, which go with each part. */
export type SentRow = {
  readonly row: number;
  readonly texts: readonly (string | undefined)[];
  readonly kinds: readonly (CellKind | undefined)[] | null;
  readonly trouble: RowTrouble | null;
};

export type SentRows = {
  readonly kind: 'rows';
  readonly rows: readonly SentRow[];
  readonly names: readonly string[];
  readonly sheet: string | null;
  /** Of JSON: counted, and without columns. */
  readonly areEntries: boolean;
};

export type Answered =
  | { readonly kind: 'getsOn' }
  | { readonly kind: 'look'; readonly look: Look }
  | SentRows
  | { readonly kind: 'end' }
  | { readonly kind: 'refused'; readonly refusal: FileRefusal };

const port = parentPort;
const { together } = bounds;
const tellEveryMs = 1000;
let told = performance.now();
let goOn = () => {};

port?.on('message', (asked: Asked) => {
  switch (asked.kind) {
    case 'more':
      return goOn();
    case 'look':
    case 'rows':
      void answer(asked);
      return undefined;
    default:
      return assertNever(asked);
  }
});

async function answer({ kind, path, said }: AskedFile): Promise<void> {
  try {
    const table = await openTable(path, said, getsOn);
    try {
      const rows = await tableRows(table, said.headings);
      if (kind === 'look') tell({ kind, look: await lookThrough(table, rows, getsOn) });
      else await sendRows(table.form, rows);
    } finally {
      await table.close();
    }
    tell({ kind: 'end' });
  } catch (cause) {
    if (!(cause instanceof FileRefused)) throw cause;
    tell({ kind: 'refused', refusal: cause.refusal });
  }
  port?.close();
}

async function sendRows(form: TableForm, table: TableRows): Promise<void> {
  const sheet = form.kind === 'xlsx' ? form.sheet : null;
  const areEntries = form.kind === 'json';
  let waiting: SentRow[] = [];
  const names: string[] = [];
  let characters = 0;
  for await (const some of table.rows) {
    getsOn();
    for (const raw of some) {
      while (names.length < raw.texts.length) names.push(table.nameOf(names.length));
      waiting.push({ ...raw, texts: [...raw.texts], trouble: table.troubleOf(raw) });
      characters += charactersOf(raw);
      if (waiting.length < together.rows && characters < together.characters) continue;
      await send(waiting);
      waiting = [];
      characters = 0;
    }
  }
  if (waiting.length > 0) await send(waiting);

  async function send(part: readonly SentRow[]): Promise<void> {
    const more = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    tell({ kind: 'rows', rows: part, names, sheet, areEntries });
    await more;
  }
}

function getsOn(): void {
  if (performance.now() - told < tellEveryMs) return;
  told = performance.now();
  tell({ kind: 'getsOn' });
}

function tell(answered: Answered): void {
  port?.postMessage(answered);
}
