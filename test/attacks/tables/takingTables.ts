import { type ChildProcess, fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { hostileTables } from './hostileTables.ts';
import type { TableRead } from './readTables.ts';

export type TableTaken = TableRead & { readonly kind: string };

/** Hands hostile tables, one after the other, to a process that reads them; a new one every so often. */
export async function takeTables(
  count: number,
  isLong: boolean,
  perProcess: number,
): Promise<readonly TableTaken[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'quayside-hostile-'));
  const taken: TableTaken[] = [];
  let reader: ChildProcess | null = null;
  try {
    for await (const { kind, file } of hostileTables(count, folder, isLong)) {
      if (taken.length % perProcess === 0) reader?.kill();
      if (taken.length % perProcess === 0) reader = startReader();
      if (reader === null) continue;
      reader.send(file);
      taken.push({ kind, ...(await answerOf(reader, kind)) });
      await rm(file);
    }
  } finally {
    reader?.kill();
    await rm(folder, { recursive: true, force: true });
  }
  return taken;
}

function startReader(): ChildProcess {
  return fork(path.join(import.meta.dirname, 'readTables.ts'), {
    execArgv: ['--no-warnings'],
    // It reads each file by a thread, to whose start what Node keeps compiled adds the half.
    env: { ...process.env, NODE_DISABLE_COMPILE_CACHE: '1' },
  });
}

async function answerOf(reader: ChildProcess, kind: string): Promise<TableRead> {
  return await new Promise((resolve, reject) => {
    const ended = () => reject(new Error(`ended by ${kind}`));
    reader.once('exit', ended);
    reader.once('message', (said: TableRead) => {
      reader.off('exit', ended);
      resolve(said);
    });
  });
}
