import { spawn } from 'node:child_process';
import { access, readFile } from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { quickImports } from '../../../build/system/quickImports.mjs';
import { ask } from '../../../central/database/ask.ts';
import { startCentral } from '../../builders/central/centralInMemory.ts';
import { aCommandLine } from '../../builders/central/commandLine.ts';
import { askOffice } from '../office/askOffice.ts';
import { aFile } from './aFile.ts';

const tool = path.join(import.meta.dirname, '../../../central/tools/import.ts');

let central: Awaited<ReturnType<typeof startCentral>>;
beforeAll(async () => {
  central = await startCentral({});
});
afterAll(() => central.close());

const commandLine = aCommandLine();
async function run(...words: readonly string[]) {
  const { code, stdout, stderr } = await commandLine(central, 'import', ...words);
  return { code, said: stdout + stderr };
}

/** By itself, so that somebody may press Ctrl-C. */
function start(...args: readonly string[]) {
  const child = spawn(
    process.execPath,
    ['--no-warnings', ...quickImports, tool, '--url', central.url, ...args],
    {
      env: { ...process.env, QUAYSIDE_ADMIN_TOKEN: central.adminToken },
    },
  );
  let said = '';
  child.stdout.on('data', (text: Buffer) => (said += text.toString()));
  child.stderr.on('data', (text: Buffer) => (said += text.toString()));
  const over = new Promise<{ said: string; code: number | null }>((resolve) => {
    child.on('close', (code) => resolve({ said, code }));
  });
  return { child, over };
}

test('says how it reads a file, what is wrong with it, and gives it back', async () => {
  const file = await aFile('teile.csv', 'Artikelnummer;Bezeichnung;Notiz\nT-1;Teil;x\nT-2;;y\n');
  const out = file.replace('.csv', '.out.csv');
  const tested = await run('--kind', 'articles', '--test', '--out', out, file);
  expect(tested).toMatchObject({ code: 0 });
  for (const words of [
    'CSV, utf-8, cut by ";"',
    'Artikelnummer → number',
    'Not used: Notiz',
    'Row 3\trefused\trow 3: name:',
    '1 new, 0 changed, 0 the same, 0 withdrawn, 1 refused, 0 waiting',
    'Nothing was written.',
  ])
    expect(tested.said).toContain(words);
  expect(await readFile(out, 'utf8')).toContain('T-1;Teil;x;created;');
  const refused = await run('--kind', 'articles', await aFile('a.csv', '%PDF-1.7'));
  expect(refused.code).toBe(1);
  expect(refused.said).toMatch(/^That is a PDF/);
});

test('stopped by Ctrl-C it goes on with the same file, and forgets that once it is through', async () => {
  const count = 4_000;
  const rows = Array.from({ length: count }, (_, n) => `C-${n};part\n`).join('');
  const file = await aFile('c.csv', `number;name\n${rows}`);
  const first = start('--kind', 'articles', file);
  const get = { method: 'GET', path: 'articles?limit=1' };
  await vi.waitUntil(
    async () => JSON.stringify((await askOffice(central, get)).body).includes('"C-'),
    { timeout: 60_000, interval: 5 },
  );
  first.child.kill('SIGINT');
  expect((await first.over).said).toContain('Stopped; the same command goes on.');
  const second = await run('--kind', 'articles', file);
  expect(second.code).toBe(0);
  expect(second.said).toMatch(/Goes on behind row \d+/);
  expect(second.said).toContain(`${count} new, 0 changed, 0 the same`);
  await expect(access(`${file}.progress`)).rejects.toThrow('ENOENT');
  const all = await run('--kind', 'articles', file);
  expect(all.said).toContain(`0 new, 0 changed, ${count} the same`);
  // The embedded database never looks by itself how large a table has become, and plans for an empty one.
  const [planned] = await ask(
    central.database.rows,
    sql`select reltuples as rows from pg_class where relname = 'office_records'`,
    z.object({ rows: z.number() }),
  );
  expect(planned?.rows).toBeGreaterThan(1000);
});
