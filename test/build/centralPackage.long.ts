import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packageCentral } from '../../build/package/centralPackage.mjs';
import { centralApi, shownPhotoPath } from '../../shared/sync/centralApi.ts';
import { callCentral, connectStation } from '../central/aStation.ts';
import { everything, source } from '../central/office/aManufacturer.ts';
import { askOffice } from '../central/office/askOffice.ts';
import { uploadPhoto } from '../central/uploadPhoto.ts';
import { aDecodableJpeg } from '../electron/photos/pictures.ts';
import { runPackaged, type Serving, servePackaged } from './aPackagedCentral.ts';

/** `npm run package -- --central`, unpacked where nothing of the project is, and used. */
describe.skipIf(process.platform !== 'linux')('central’s package', () => {
  const place = mkdtempSync(path.join(tmpdir(), 'quayside-installed-'));
  const data = path.join(place, 'data');
  let program: string;
  let version: string;
  let serving: Serving;
  let env: { readonly QUAYSIDE_ADMIN_TOKEN_FILE: string };

  beforeAll(async () => {
    const { archive, folder, version: packed } = await packageCentral();
    version = packed;
    spawnSync('tar', ['-xzf', archive, '-C', place]);
    program = path.join(place, path.basename(folder), 'quayside-central');
    serving = await servePackaged(program, ['serve', '--data', data, '--port', '0']);
    env = { QUAYSIDE_ADMIN_TOKEN_FILE: path.join(data, 'admin-token') };
  });
  afterAll(async () => {
    await serving.stop();
    rmSync(place, { recursive: true, force: true });
  });

  test('brings its own Node, and neither Electron nor types nor sources of tests', () => {
    const { stdout } = spawnSync('find', [path.dirname(program)], { encoding: 'utf8' });
    const files = stdout.split('\n').map((file) => path.relative(path.dirname(program), file));
    expect(files).toContain('bin/node');
    expect(files.filter((file) => /electron-|\.ts$|\.map$|react|dexie|vite/.test(file))).toEqual(
      [],
    );
  });

  test('answers to health with its version, and tells its whole contract', async () => {
    const health = await fetch(`${serving.url}/central/health`);
    expect(await health.json()).toMatchObject({ status: 'ok', version });
    for (const door of ['central', 'office'])
      expect((await fetch(`${serving.url}/${door}/openapi.json`)).status).toBe(200);
  });

  test('takes a company in, enrols a station with its command and shows the station a picture', async () => {
    const adminToken = readFileSync(env.QUAYSIDE_ADMIN_TOKEN_FILE, 'utf8').trim();
    const central = { url: serving.url, adminToken };
    for (const [kind, id, body] of everything) {
      const asked = { method: 'PUT', path: `${kind}/${source}:${encodeURIComponent(id)}`, body };
      expect((await askOffice(central, asked)).status).toBe(201);
    }
    const sites = runPackaged(program, ['calendar', '--url', serving.url], env);
    expect(sites.stdout).toContain('Werk Ulm');
    const [siteId = ''] = sites.stdout.split('\t');
    const issued = runPackaged(program, ['stations', 'code', siteId, '--url', serving.url], env);
    const enrolled = await callCentral(serving.url, null, 'POST', '/central/enrol', {
      code: issued.stdout.trim(),
      stationName: 'Tor 1',
    });
    const { stationId, token } = centralApi.enrol.response.parse(enrolled.body);
    const station = connectStation(serving.url, stationId, token, new Map());
    const sha256 = createHash('sha256').update(aDecodableJpeg).digest('hex');
    expect(await uploadPhoto(serving.url, station, aDecodableJpeg, sha256)).toBe(204);
    const shown = await fetch(`${serving.url}${shownPhotoPath(sha256)}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
  });

  test('says what it can do, and in words what it cannot', () => {
    expect(runPackaged(program, []).stdout).toContain('serve');
    const refused = runPackaged(program, ['fly']);
    expect([refused.status, refused.stderr]).toEqual([
      2,
      expect.stringMatching(/^There is no “fly”/),
    ]);
    const demo = runPackaged(program, ['serve', '--demo']);
    expect([demo.status, demo.stderr]).toEqual([2, expect.stringMatching(/not of an installed/)]);
  });

  test('reads a file of the company’s in a thread of its own', () => {
    const file = path.join(place, 'articles.csv');
    writeFileSync(file, 'Artikel;Bezeichnung\nKP-40/160;Kreiselpumpe\n');
    const look = runPackaged(program, ['import', '--look', file]);
    expect(look.stderr).toBe('');
    expect(look.stdout).toContain('Bezeichnung');
  });

  test('stops when asked', async () => {
    expect(await serving.stop()).toBe(0);
  });
});
