/** Pictures of articles, from a folder: each file is named after its article, "KP-40%2F160.jpg". */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { writeExternalId } from '../../shared/office/externalId.ts';
import { officeRoot, Problem, RecordAnswer } from '../../shared/office/officeApi.ts';
import { adminToken } from './askAsAdmin.ts';

const Article = RecordAnswer.extend({ body: z.looseObject({ picture: z.string().optional() }) });

/** Says of each file what became of it; how many could not be brought in. */
export async function importPictures(
  url: string,
  folder: string,
  source: string,
  say: (line: string) => void,
): Promise<number> {
  let failed = 0;
  const names = (await readdir(folder)).filter((name) => /\.(jpe?g|png|webp)$/i.test(name));
  for (const name of names.toSorted()) {
    const id = idIn(path.parse(name).name);
    const said = await bring(url, path.join(folder, name), { source, id });
    if (said.isWrong) failed += 1;
    say(`${name}\t${said.words}`);
  }
  return failed;
}

/** A slash is in no file's name: it is written as in an address. */
function idIn(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

async function bring(
  url: string,
  file: string,
  article: { readonly source: string; readonly id: string },
): Promise<{ readonly isWrong: boolean; readonly words: string }> {
  const at = `${officeRoot}/articles/${writeExternalId(article)}`;
  const found = await asked(url, 'GET', at);
  if (!found.ok) return { isWrong: true, words: await problemIn(found) };
  const { version, body } = Article.parse(await found.json());
  const bytes = await readFile(file);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const kept = await asked(url, 'PUT', `${officeRoot}/pictures/${sha256}`, {
    body: new Uint8Array(bytes),
    headers: { 'content-type': 'application/octet-stream' },
  });
  if (!kept.ok) return { isWrong: true, words: await problemIn(kept) };
  if (body.picture === sha256) return { isWrong: false, words: 'unchanged' };
  const put = await asked(url, 'PUT', at, {
    body: JSON.stringify({ ...body, picture: sha256 }),
    headers: { 'content-type': 'application/json', 'if-match': `"${version}"` },
  });
  return put.ok
    ? { isWrong: false, words: body.picture === undefined ? 'created' : 'updated' }
    : { isWrong: true, words: await problemIn(put) };
}

async function asked(
  url: string,
  method: 'GET' | 'PUT',
  at: string,
  sent: {
    readonly body?: string | Uint8Array<ArrayBuffer>;
    readonly headers?: Readonly<Record<string, string>>;
  } = {},
): Promise<Response> {
  return await fetch(new URL(at, url), {
    method,
    ...sent,
    headers: { ...sent.headers, authorization: `Bearer ${adminToken()}` },
  });
}

async function problemIn(answer: Response): Promise<string> {
  return Problem.safeParse(await answer.json()).data?.detail ?? `central answered ${answer.status}`;
}
