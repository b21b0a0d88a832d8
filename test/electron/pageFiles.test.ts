import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { contentSecurityPolicy } from '../../electron/main/contentSecurityPolicy.ts';
import { pageFile } from '../../electron/main/pageFiles.ts';
import { temporaryFolder } from './temporaryFolder.ts';

async function aPage() {
  const folder = await temporaryFolder();
  const page = path.join(folder, 'renderer');
  await mkdir(path.join(page, 'assets'), { recursive: true });
  for (const name of ['index.html', 'assets/a-1_b.js', 'assets/inter.woff2', 'assets/zxing.wasm'])
    await writeFile(path.join(page, name), name);
  await writeFile(path.join(page, '.hidden.js'), 'hidden');
  await writeFile(path.join(page, 'assets/run.sh'), 'script');
  await writeFile(path.join(folder, 'secret.json'), 'secret');
  await mkdir(path.join(folder, 'renderer2'));
  await writeFile(path.join(folder, 'renderer2/x.js'), 'neighbour');
  return page;
}

describe('a file of the page', () => {
  test.each([
    ['/', 'index.html', 'text/html; charset=utf-8'],
    ['/index.html', 'index.html', 'text/html; charset=utf-8'],
    ['/assets/a-1_b.js', 'assets/a-1_b.js', 'text/javascript; charset=utf-8'],
    ['/assets/a%2D1_b.js', 'assets/a-1_b.js', 'text/javascript; charset=utf-8'],
    ['/assets/inter.woff2', 'assets/inter.woff2', 'font/woff2'],
    ['/assets/zxing.wasm', 'assets/zxing.wasm', 'application/wasm'],
  ])('%s is served with its own type', async (pathname, content, mediaType) => {
    const file = await pageFile(await aPage(), pathname);
    expect([file?.content.toString(), file?.mediaType]).toEqual([content, mediaType]);
  });

  test.each([
    '/missing.js',
    '/assets',
    '/assets/',
    '/assets/run.sh',
    '/.hidden.js',
    '/../secret.json',
    '/..%2fsecret.json',
    '/%2e%2e/secret.json',
    '/assets/..%2f..%2fsecret.json',
    '/assets/%2e%2e/%2e%2e/secret.json',
    '/..\\secret.json',
    '/..%5csecret.json',
    '/../renderer2/x.js',
    '/..%2frenderer2%2fx.js',
    '/%252e%252e/secret.json',
    '//etc/hosts.json',
    '/%2fetc%2fhosts.json',
    '/C:%5cWindows%5cwin.json',
    '/index.html%00.js',
    '/index.html/',
    '/index.html%20',
    '/%',
    '',
  ])('%j is not', async (pathname) => {
    expect(await pageFile(await aPage(), pathname)).toBeNull();
  });
});

describe('the content security policy', () => {
  test('names no foreign source and nothing unsafe but compiling wasm', () => {
    const policy = contentSecurityPolicy(null);
    expect(policy).not.toMatch(/https?:|ws:|\*|'unsafe-inline'|'unsafe-eval'/);
    expect(policy).toContain("default-src 'none'");
  });

  test('is relaxed for hot reload only, and only towards that server', () => {
    const policy = contentSecurityPolicy('http://127.0.0.1:5173/');
    expect(policy).toContain("connect-src 'self' ws://127.0.0.1:5173;");
    expect(policy).not.toContain("'unsafe-eval'");
  });
});
