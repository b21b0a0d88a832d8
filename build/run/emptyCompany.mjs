import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * What whoever opened an empty company does next, and with what they come in.
 * @param {{ readonly url: string, readonly folder: string }} central
 */
export async function firstStep({ url, folder }) {
  const page = await firstPage({ url, folder });
  if (page?.isLink) return `open ${page.address} (once, within a day of the first start)`;
  if (page) return `open ${page.address} and sign in`;
  const file = secretIn(folder, 'admin-token');
  const token = existsSync(file) ? `the admin token in ${file}` : 'the token of an administrator';
  return `put the company in by ${url}/office/v1 ("A company's own data" in central/OPERATING.md), with ${token}`;
}

/** Where a company is set up: by the link for the first who comes, or signed in; null: no page is there. */
export async function firstPage({ url, folder }) {
  const page = `${url}/office/`;
  if (!(await isPage(page))) return null;
  const link = secretIn(folder, 'sign-in-link');
  return existsSync(link)
    ? { address: readFileSync(link, 'utf8').trim(), isLink: true }
    : { address: page, isLink: false };
}

/**
 * Opens a page in whatever browser somebody uses. The address holds a secret and everybody on the machine
 * reads the arguments of a program, so the browser is given a file that leads there.
 * @param {string} address
 * @param {string} file
 * @param {(program: string, args: readonly string[], how: { stdio: 'ignore', detached: true }) =>
 *   { once(event: 'error', then: () => void): unknown, unref(): void }} start
 */
export function openInBrowser(address, file, start = spawn) {
  mkdirSync(path.dirname(file), { recursive: true });
  const to = address.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  writeFileSync(
    file,
    `<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0;url=${to}">`,
    { mode: 0o600 },
  );
  const opener = { darwin: 'open', win32: 'explorer.exe' }[process.platform] ?? 'xdg-open';
  const child = start(opener, [file], { stdio: 'ignore', detached: true });
  // Where there is no such program the address stands on the terminal.
  child.once('error', () => {});
  child.unref();
}

function secretIn(folder, name) {
  return path.join(folder, 'central', name);
}

async function isPage(address) {
  const answer = await fetch(address);
  await answer.body?.cancel();
  return answer.ok && (answer.headers.get('content-type') ?? '').startsWith('text/html');
}
