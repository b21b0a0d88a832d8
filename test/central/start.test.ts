import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { quickImports } from '../../build/system/quickImports.mjs';
import { compiledFiles } from '../builders/central/compiledFiles.ts';
import {
  findPostgres,
  type PostgresServer,
  startPostgres,
} from '../builders/central/postgresServer.ts';
import { signInFirst } from '../e2e/chromium/officeSignIn.ts';
import { callCentral } from './aStation.ts';

const bin = findPostgres();
const Ready = z.strictObject({
  ready: z.literal(true),
  url: z.string(),
  enrolmentCode: z.string().nullable(),
});

describe.skipIf(bin === null)('central as a process', () => {
  let server: PostgresServer;
  let folder: string;
  beforeAll(async () => {
    server = await startPostgres(bin ?? '');
    folder = await mkdtemp(path.join(os.tmpdir(), 'quayside-start-'));
  }, 60_000);
  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  test('says in one line that it is ready, tells no secret in its log, and stops when asked', async () => {
    const readyFile = path.join(folder, 'ready.json');
    const started = run(
      ['--data', path.join(folder, 'data'), '--port', '0', '--ready-file', readyFile],
      {
        DATABASE_URL: await server.createDatabase(),
        QUAYSIDE_ADMIN_TOKEN: 'the-admin-token-of-this-test',
        QUAYSIDE_LOG_LEVEL: 'trace',
      },
    );
    const { url, enrolmentCode } = Ready.parse(JSON.parse(await started.firstLine));
    expect(Ready.parse(JSON.parse(await readFile(readyFile, 'utf8'))).url).toBe(url);
    expect(enrolmentCode).toBeNull();

    const admin = 'the-admin-token-of-this-test';
    const codes = '/central/admin/enrolment-codes';
    expect((await callCentral(url, admin, 'POST', codes, { siteId: 'nowhere' })).status).toBe(404);
    const guess = { code: 'GUE-SSE-DCO-DE1', stationName: 'x' };
    expect((await callCentral(url, null, 'POST', '/central/enrol', guess)).status).toBe(404);
    expect((await callCentral(url, 'qs_a-guess', 'GET', '/central/people')).status).toBe(401);

    started.child.kill('SIGTERM');
    expect(await started.ended).toBe(0);
    expect(started.output.stdout.trim().split('\n')).toHaveLength(1);
    const log = started.output.stderr;
    expect(log).toContain('central stops');
    for (const secret of [admin, guess.code, 'qs_a-guess']) expect(log).not.toContain(secret);
  }, 60_000);

  test('leaves the bootstrap token and the first administrator’s link in files only its own user reads, and in no log', async () => {
    const data = path.join(folder, 'first');
    const started = run(['--data', data, '--port', '0'], {
      DATABASE_URL: await server.createCentralDatabase(),
      QUAYSIDE_LOG_LEVEL: 'trace',
    });
    const { url } = Ready.parse(JSON.parse(await started.firstLine));
    const file = path.join(data, 'admin-token');
    const token = (await readFile(file, 'utf8')).trim();
    expect(((await stat(file)).mode & 0o777).toString(8)).toBe('600');
    expect((await callCentral(url, token, 'GET', '/central/admin/gaps')).status).toBe(200);
    const linkFile = path.join(data, 'sign-in-link');
    const address = (await readFile(linkFile, 'utf8')).trim();
    const link = address.split('#link=')[1] ?? '';
    expect(address).toBe(`${url}/office/#link=${link}`);
    expect(((await stat(linkFile)).mode & 0o777).toString(8)).toBe('600');
    started.child.kill('SIGTERM');
    await started.ended;
    expect(started.output.stderr).toContain(file);
    expect(started.output.stderr).toContain(linkFile);
    for (const secret of [token, link])
      expect(started.output.stderr + started.output.stdout).not.toContain(secret);
  }, 60_000);

  test('takes the link away at the next start once somebody came in by it', async () => {
    const data = path.join(folder, 'used');
    const env = { DATABASE_URL: await server.createCentralDatabase() };
    const linkFile = path.join(data, 'sign-in-link');
    const first = run(['--data', data, '--port', '0'], env);
    const { url } = Ready.parse(JSON.parse(await first.firstLine));
    await signInFirst({
      url,
      newSignInLink: (await readFile(linkFile, 'utf8')).trim().split('#link=')[1] ?? '',
    });
    first.child.kill('SIGTERM');
    await first.ended;
    const second = run(['--data', data, '--port', '0'], env);
    await second.firstLine;
    await expect(stat(linkFile)).rejects.toThrow('ENOENT');
    second.child.kill('SIGTERM');
    await second.ended;
  }, 60_000);

  test('refuses to start with a webhook it cannot sign', async () => {
    const started = run(['--data', folder, '--port', '0'], {
      DATABASE_URL: await server.createCentralDatabase(),
      QUAYSIDE_REFUND_WEBHOOK_URL: 'http://127.0.0.1:9/refunds',
    });
    expect(await started.ended).toBe(1);
    expect(started.output.stderr).toContain('QUAYSIDE_REFUND_WEBHOOK_SECRET is not');
  }, 60_000);
});

type Started = {
  readonly child: ChildProcess;
  readonly output: { stdout: string; stderr: string };
  readonly firstLine: Promise<string>;
  readonly ended: Promise<number | null>;
};

function run(args: readonly string[], environment: Readonly<Record<string, string>>): Started {
  const start = path.join(import.meta.dirname, '../../central/start.ts');
  const child = spawn(process.execPath, [...quickImports, start, ...args], {
    env: { PATH: process.env['PATH'], ...compiledFiles, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = { stdout: '', stderr: '' };
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', resolve);
  });
  const firstLine = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (part: Buffer) => {
      output.stdout += part.toString();
      const [line, rest] = output.stdout.split('\n');
      if (rest !== undefined) resolve(line ?? '');
    });
    void ended.then(() => reject(new Error(`ended: ${output.stderr}`)));
  });
  firstLine.catch(() => undefined);
  child.stderr.on('data', (part: Buffer) => {
    output.stderr += part.toString();
  });
  return { child, output, firstLine, ended };
}
