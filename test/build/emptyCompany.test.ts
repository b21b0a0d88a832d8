import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { firstStep } from '../../build/run/emptyCompany.mjs';

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

  test('is the page to open and the file the token is in', async () => {
    answer = { code: 200, type: 'text/html; charset=utf-8' };
    const file = path.join(folder, 'central/admin-token');
    mkdirSync(path.dirname(file));
    writeFileSync(file, 'secret\n');
    expect(await firstStep({ url, folder })).toBe(
      `open ${url}/office/ and set the company up, with the admin token in ${file}`,
    );
  });

  test('names no page that is not there, and no file that was deleted as it should be', async () => {
    answer = { code: 404, type: 'application/json' };
    expect(await firstStep({ url, folder })).toBe(
      `put the company in by ${url}/office/v1 ("A company's own data" in central/OPERATING.md), ` +
        'with the token of an administrator',
    );
  });
});
