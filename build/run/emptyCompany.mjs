import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * What whoever opened an empty company does next, and with what they come in.
 * @param {{ readonly url: string, readonly folder: string }} central
 */
export async function firstStep({ url, folder }) {
  const secret = (name) => path.join(folder, 'central', name);
  const page = `${url}/office/`;
  if (await isPage(page)) {
    const link = secret('sign-in-link');
    if (!existsSync(link)) return `open ${page} and sign in`;
    return `open ${readFileSync(link, 'utf8').trim()} (once, within a day of the first start)`;
  }
  const file = secret('admin-token');
  const token = existsSync(file) ? `the admin token in ${file}` : 'the token of an administrator';
  return `put the company in by ${url}/office/v1 ("A company's own data" in central/OPERATING.md), with ${token}`;
}

async function isPage(address) {
  const answer = await fetch(address);
  await answer.body?.cancel();
  return answer.ok && (answer.headers.get('content-type') ?? '').startsWith('text/html');
}
