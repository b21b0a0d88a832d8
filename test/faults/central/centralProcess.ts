/** Central as the process it is in service, to be killed without a word. */
import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { z } from 'zod';
import { quickImports } from '../../../build/system/quickImports.mjs';
import { type DatabasePlace, openDatabase } from '../../../central/database/openDatabase.ts';
import { openPhotoStore } from '../../../central/photos/openPhotoStore.ts';
import { type SeedTools, seedTools } from '../../../central/seedTools.ts';
import { compiledFiles } from '../../builders/central/compiledFiles.ts';
import { callCentral } from '../../central/aStation.ts';

export type CentralProcess = {
  readonly url: string;
  readonly pid: number;
  enrolmentCode(siteId?: string): Promise<string>;
  /** `kill -9`; resolves when it is gone. */
  kill(): Promise<void>;
  /** Asks it to finish; its exit code. */
  stop(): Promise<number | null>;
  readonly said: () => string;
};

export type ProcessOptions = {
  /** Its `--data`. */
  readonly folder: string;
  /** PostgreSQL instead of the database in the folder. */
  readonly databaseUrl?: string;
  readonly webhook?: { readonly url: string; readonly secret: string };
  readonly arguments?: readonly string[];
  /** Words before the command, such as those that put it into another namespace. */
  readonly within?: readonly string[];
  readonly port?: number;
};

const adminToken = 'the-admin-token-of-the-fault-tests';
const start = path.join(import.meta.dirname, '../../../central/start.ts');
const Ready = z.object({ url: z.string() });
const Code = z.object({ code: z.string() });
const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Resolves when it is ready; rejects with what it said when it ended before. */
export async function startCentralProcess(options: ProcessOptions): Promise<CentralProcess> {
  const [command, ...before] = [...(options.within ?? []), process.execPath];
  const child = spawn(
    command ?? process.execPath,
    [
      ...before,
      ...quickImports,
      start,
      '--data',
      options.folder,
      '--port',
      String(options.port ?? 0),
      ...(options.arguments ?? []),
    ],
    { env: environmentOf(options), stdio: ['ignore', 'pipe', 'pipe'] },
  );
  running.add(child);
  const output = { stdout: '', stderr: '' };
  child.stderr.on('data', (part: Buffer) => {
    output.stderr += part.toString();
  });
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      running.delete(child);
      resolve(code);
    });
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (part: Buffer) => {
      output.stdout += part.toString();
      const [line, rest] = output.stdout.split('\n');
      if (rest !== undefined) resolve(Ready.parse(JSON.parse(line ?? '')).url);
    });
    void ended.then((code) => reject(new Error(`central ended (${code}): ${output.stderr}`)));
  });
  return {
    url,
    pid: child.pid ?? 0,
    async enrolmentCode(siteId = 'site-1') {
      const codes = '/central/admin/enrolment-codes';
      return Code.parse((await callCentral(url, adminToken, 'POST', codes, { siteId })).body).code;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    stop() {
      child.kill('SIGTERM');
      return ended;
    },
    said: () => output.stderr,
  };
}

function environmentOf({ databaseUrl, webhook }: ProcessOptions): NodeJS.ProcessEnv {
  return {
    PATH: process.env['PATH'],
    ...compiledFiles,
    QUAYSIDE_ADMIN_TOKEN: adminToken,
    QUAYSIDE_LOG_LEVEL: 'warn',
    ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
    ...(webhook === undefined
      ? {}
      : {
          QUAYSIDE_REFUND_WEBHOOK_URL: webhook.url,
          QUAYSIDE_REFUND_WEBHOOK_SECRET: webhook.secret,
        }),
  };
}

/** Fills a database nobody runs on yet, and its photo folder. */
export async function fillCentral<T>(
  place: DatabasePlace,
  folder: string,
  fill: (tools: SeedTools, database: Awaited<ReturnType<typeof openDatabase>>) => Promise<T>,
): Promise<T> {
  const database = await openDatabase(place);
  try {
    const photos = await openPhotoStore({
      kind: 'folder',
      folder: path.join(folder, 'photos'),
    });
    return await fill(seedTools(database, photos), database);
  } finally {
    await database.close();
  }
}
