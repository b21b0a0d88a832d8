/** Pictures a company brings: of its articles, and what its clients sent. */
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { verifiedAmong } from '../../../central/photos/photoRows.ts';
import { ownIdOf } from '../../../shared/office/externalId.ts';
import { shownPhotoPath } from '../../../shared/sync/centralApi.ts';
import { type CentralInMemory, startCentral } from '../../builders/central/centralInMemory.ts';
import { aCommandLine } from '../../builders/central/commandLine.ts';
import { aDecodableJpeg, aJpeg as aHeader } from '../../electron/photos/pictures.ts';
import { aStation } from '../aStation.ts';
import { aJpeg } from '../uploadPhoto.ts';
import { aReturnBody, article, everything, site } from './aManufacturer.ts';
import { askOffice } from './askOffice.ts';

let central: CentralInMemory;
beforeAll(async () => {
  central = await startCentral();
  for (const [kind, id, body] of everything) await put(kind, id, body);
  await put('sites', 'Graz', { ...site, name: 'Graz' });
}, 60_000);
afterAll(() => central?.close());

async function put(kind: string, id: string, body: object): Promise<void> {
  const asked = { method: 'PUT', path: `${kind}/erp:${encodeURIComponent(id)}`, body };
  const { status, body: said } = await askOffice(central, asked);
  if (status >= 300) throw new Error(`${kind} ${id}: ${JSON.stringify(said)}`);
}

const siteOf = (id: string) => ownIdOf('sites', { source: 'erp', id });

async function bring(bytes: Buffer, sha256: string, token = central.adminToken) {
  const answer = await fetch(`${central.url}/office/v1/pictures/${sha256}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'image/jpeg' },
    body: new Uint8Array(bytes),
  });
  return { status: answer.status, body: (await answer.json()) as unknown };
}

async function isSeenAt(sha256: string, id: string): Promise<boolean> {
  return (await verifiedAmong(central.database.rows, [sha256], siteOf(id))).size === 1;
}

const evidence = (sha256: string) => [{ photoId: null, sha256, kind: 'photo', caption: 'Crack' }];
const withEvidence = (rma: string, sha256: string) => ({
  ...aReturnBody,
  rma,
  trackingNumbers: [],
  application: { ...aReturnBody.application, evidence: evidence(sha256) },
});

test('what a client sent is seen at the site of the return alone, whichever came first', async () => {
  const [before, after] = [aJpeg(), aJpeg()];
  expect(await bring(before.bytes, before.sha256)).toMatchObject({
    status: 201,
    body: { mediaType: 'image/jpeg', bytes: before.bytes.length },
  });
  expect(await isSeenAt(before.sha256, 'Werk Ulm')).toBe(false);
  await put('returns', 'R-seen', withEvidence('R-seen', before.sha256));
  await put('returns', 'R-late', withEvidence('R-late', after.sha256));
  expect((await bring(after.bytes, after.sha256)).status).toBe(201);
  for (const { sha256 } of [before, after]) {
    expect(await isSeenAt(sha256, 'Werk Ulm')).toBe(true);
    expect(await isSeenAt(sha256, 'Graz')).toBe(false);
  }
});

test('the picture of an article reaches its order lines, and a station shows it', async () => {
  const bytes = Buffer.concat([aDecodableJpeg, Buffer.from('of an article')]);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  expect((await bring(bytes, sha256)).status).toBe(201);
  await put('articles', 'KP-40/160', { ...article, picture: sha256 });
  const station = await aStation(central, new Map(), siteOf('Werk Ulm'));
  const line = (await station.pullAll()).find(({ collection }) => collection === 'orderLines');
  expect(line?.body).toMatchObject({ article: { picture: sha256 } });
  const shown = await fetch(`${central.url}${shownPhotoPath(sha256)}`, {
    headers: { authorization: `Bearer ${station.token}` },
  });
  expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
});

test('what is no picture, or another one, is refused and kept nowhere', async () => {
  const { bytes, sha256 } = aJpeg();
  const other = aJpeg();
  const huge = aHeader(10_000, 10_000);
  for (const [sent, under] of [
    [bytes, other.sha256],
    [Buffer.from('no picture'), sha256],
    [huge, sha256],
    [Buffer.alloc(0), sha256],
  ] as const)
    expect((await bring(sent, under)).status).toBe(400);
  expect((await bring(Buffer.alloc(16 << 20, 1), sha256)).status).toBe(413);
  expect((await bring(bytes, 'no-hash')).status).toBe(400);
  expect((await bring(bytes, sha256, 'nobody')).status).toBe(403);
  expect(await isSeenAt(sha256, 'Werk Ulm')).toBe(false);
});

const commandLine = aCommandLine();

test('a folder of pictures goes in by one command, each named after its article', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'quayside-pictures-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await put('articles', 'D/200', { ...article, number: 'D/200' });
  const { bytes, sha256 } = aJpeg();
  await writeFile(path.join(folder, 'D%2F200.jpg'), bytes);
  await writeFile(path.join(folder, 'nobody.png'), bytes);
  await writeFile(path.join(folder, 'notes.txt'), 'no picture');
  const run = async () => await commandLine(central, 'import', '--pictures', folder);
  const first = await run();
  expect(first.stdout).toBe('D%2F200.jpg\tcreated\nnobody.png\tNo articles erp:nobody\n');
  expect([first.code, first.stderr]).toEqual([1, '1 could not be brought in\n']);
  const at = `articles/erp:${encodeURIComponent('D/200')}`;
  expect((await askOffice(central, { method: 'GET', path: at })).body).toMatchObject({
    version: 2,
    body: { number: 'D/200', picture: sha256 },
  });
  await rm(path.join(folder, 'nobody.png'));
  expect(await run()).toMatchObject({ code: 0, stdout: 'D%2F200.jpg\tunchanged\n' });
});
