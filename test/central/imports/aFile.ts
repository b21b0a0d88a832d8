import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { lookThrough } from '../../../central/imports/reading/look.ts';
import {
  type OpenTable,
  openTable,
  type Said,
} from '../../../central/imports/reading/openTable.ts';
import { namedRows } from '../../../central/imports/reading/readFile.ts';
import type { Row } from '../../../central/imports/reading/row.ts';
import { type TableRows, tableRows } from '../../../central/imports/reading/tableRows.ts';
import { FileRefused } from '../../../central/imports/table/fileRefusal.ts';
import { sayFileRefusal } from '../../../central/imports/table/sayFileRefusal.ts';

/** A file of that name on disk until the test is over. */
export async function aFile(name: string, content: string | Uint8Array): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'quayside-import-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = path.join(folder, name);
  await writeFile(file, content);
  return file;
}

/** What it is found to be, or why not; in this thread, which is quicker than `lookAt`. */
export function looked(name: string, content: string | Uint8Array, said: Said = {}) {
  return here(name, content, said, (table, rows) => lookThrough(table, rows, () => undefined));
}

/** The rows as plain objects, or why there are none; in this thread too. */
export function rowsOf(name: string, content: string | Uint8Array, said: Said = {}) {
  return here(name, content, said, async (_, table) => {
    const found: Row[] = [];
    for await (const some of table.rows)
      for (const raw of some) {
        const names = Array.from(raw.texts, (__, column) => table.nameOf(column));
        const sent = [{ ...raw, trouble: table.troubleOf(raw) }];
        found.push(
          ...namedRows({ kind: 'rows', rows: sent, names, sheet: null, areEntries: false }),
        );
      }
    return found.map(textsOf);
  });
}

async function here<T>(
  name: string,
  content: string | Uint8Array,
  said: Said,
  ask: (table: OpenTable, rows: TableRows) => Promise<T>,
): Promise<T | string> {
  const file = await aFile(name, content);
  try {
    const table = await openTable(file, said, () => undefined);
    try {
      return await ask(table, await tableRows(table, said.headings));
    } finally {
      await table.close();
    }
  } catch (cause) {
    if (cause instanceof FileRefused) return sayFileRefusal(cause.refusal);
    throw cause;
  }
}

export function textsOf({ at, cells, trouble }: Row): Record<string, string> {
  const texts = Object.fromEntries([...cells].map(([name, { text }]) => [name, text]));
  return { at: String(at.row), ...texts, ...(trouble ? { trouble: trouble.code } : {}) };
}
