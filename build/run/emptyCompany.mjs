import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * What whoever opened an empty company does next, and with which token.
 * @param {{ readonly url: string, readonly folder: string }} central
 */
export async function firstStep({ url, folder }) {
  const file = path.join(folder, 'central', 'admin-token');
  const token = existsSync(file) ? `the admin token in ${file}` : 'the token of an administrator';
  const page = `${url}/office/`;
  return (await isPage(page))
    ? `open ${page} and set the company up, with ${token}`
    : `put the company in by ${url}/office/v1 ("A company's own data" in central/OPERATING.md), with ${token}`;
}

async function isPage(address) {
  const answer = await fetch(address);
  await answer.body?.cancel();
  return answer.ok && (answer.headers.get('content-type') ?? '').startsWith('text/html');
}
