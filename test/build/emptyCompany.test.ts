import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { firstStep, openInBrowser } from '../../build/run/emptyCompany.mjs';

describe('what npm start says of an empty company', () => {
  let answer: { readonly code: number; readonly type: string };
  const server = createServer((_request, response) => {
    response.writeHead(answer.code, { 'content-type': answer.type }).end('here');
  });
  let folder: string;
  let url: string;
  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'quayside-empty-'));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('No port');
    url = `http://127.0.0.1:${address.port}`;
  });
  afterEach(() => {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('is the page to open, by the link for the first who comes', async () => {
    answer = { code: 200, type: 'text/html; charset=utf-8' };
    keep('sign-in-link', `${url}/office/#link=once\n`);
    expect(await firstStep({ url, folder })).toBe(
      `open ${url}/office/#link=once (once, within a day of the first start)`,
    );
  });

  test('is the page alone once there is no link any more', async () => {
    answer = { code: 200, type: 'text/html' };
    expect(await firstStep({ url, folder })).toBe(`open ${url}/office/ and sign in`);
  });

  test('names no page that is not there, and the file the token is in', async () => {
    answer = { code: 404, type: 'application/json' };
    const file = keep('admin-token', 'secret\n');
    const said = await firstStep({ url, folder });
    expect(said).toContain(`${url}/office/v1 (`);
    expect(said).toMatch(new RegExp(`the admin token in ${file}$`));
  });

  test('names no file that was deleted as it should be', async () => {
    answer = { code: 404, type: 'application/json' };
    expect(await firstStep({ url, folder })).toMatch(/with the token of an administrator$/);
  });

  test('is opened by a file that only its user reads, since everybody reads the arguments of a program', () => {
    const started: { program: string; args: readonly string[] }[] = [];
    const file = path.join(folder, 'out/set-up.html');
    openInBrowser(`${url}/office/#link=once`, file, (program, args) => {
      started.push({ program, args });
      return { once: () => undefined, unref: () => undefined };
    });
    expect(started).toMatchObject([{ args: [file] }]);
    expect(readFileSync(file, 'utf8')).toContain(`0;url=${url}/office/#link=once"`);
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o077).toBe(0);
  });

  function keep(name: string, secret: string): string {
    const file = path.join(folder, 'central', name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, secret);
    return file;
  }
});
