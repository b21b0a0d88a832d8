import http from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { photoPath, photoUploadPath, shownPhotoPath } from '../../shared/sync/centralApi.ts';
import { startCentral } from '../builders/central/centralInMemory.ts';
import { type Keys, moveInWithoutPins } from '../central/aCompany.ts';
import { aStation } from '../central/aStation.ts';
import { aJpeg, uploadPhoto } from '../central/uploadPhoto.ts';

const encoded = (text: string) => Buffer.from(text).toString('base64');
const long = 'x'.repeat(4000);
const names = [
  '',
  ' ',
  '0',
  '-1',
  '1e99',
  'NaN',
  '9'.repeat(30),
  '__proto__',
  '..',
  '%00',
  '%2e%2e%2f',
  '\u00ff',
  long,
];
const metadata = [
  ...names,
  ...names.map((name) => `sha256 ${encoded(name)}`),
  ...names.map((name) => `sha256 ${encoded('a'.repeat(64))},mediaType ${encoded(name)}`),
  `sha256 ${encoded('a'.repeat(64))},mediaType ${encoded('image/jpeg')},__proto__ ${encoded('x')}`,
  `sha256 ${encoded('a'.repeat(64))},sha256 ${encoded('b'.repeat(64))}`,
  'sha256,mediaType',
  ',,,,',
];

type Headers = Readonly<Record<string, string>>;

test('odd uploads, addresses and headers are refused in words, and the upload beside them goes through', async () => {
  let keys: Keys = new Map();
  const central = await startCentral({
    fill: async (tools, database) => {
      keys = await moveInWithoutPins(tools, database, 1);
    },
  });
  onTestFinished(() => central.close());
  const station = await aStation(central, keys);
  const statuses = new Map<number, number>();
  const ask = (method: string, path: string, headers: Headers, body = '') =>
    new Promise<void>((resolve, reject) => {
      const authorization = `Bearer ${station.token}`;
      const given = {
        authorization,
        'tus-resumable': '1.0.0',
        'content-length': String(body.length),
        ...headers,
      };
      const asked = http.request(
        `${central.url}${path}`,
        { method, headers: given, agent: false },
        (answer) => {
          const status = answer.statusCode ?? 0;
          statuses.set(status, (statuses.get(status) ?? 0) + 1);
          if (status >= 500)
            reject(new Error(`${method} ${path} ${JSON.stringify(headers)}: ${status}`));
          answer.resume().once('end', resolve);
        },
      );
      asked.once('error', reject);
      asked.end(body);
    });
  const good = {
    'upload-length': '10',
    'upload-metadata': `sha256 ${encoded('a'.repeat(64))},mediaType ${encoded('image/jpeg')}`,
  };
  const octets = { 'content-type': 'application/offset+octet-stream' };
  for (const odd of metadata)
    await ask('POST', photoUploadPath, { ...good, 'upload-metadata': odd });
  for (const odd of names)
    for (const name of [
      'upload-length',
      'upload-defer-length',
      'upload-concat',
      'upload-checksum',
      'tus-resumable',
      'x-http-method-override',
      'content-type',
    ])
      await ask('POST', photoUploadPath, { ...good, [name]: odd });
  const places = names
    .filter((name) => !/[ \u00ff]/.test(name))
    .map((name) => `${station.id}~${name}`);
  for (const place of places)
    for (const upload of [place, encodeURIComponent(place), place.slice(station.id.length + 1)]) {
      const path = `${photoUploadPath}/${upload}`;
      await ask('HEAD', path, {});
      await ask('PATCH', path, { ...octets, 'upload-offset': '0' }, 'x');
      await ask('DELETE', path, {});
      await ask('GET', photoPath(upload), {});
      await ask('GET', shownPhotoPath(upload), {});
    }
  for (const odd of names)
    await ask(
      'PATCH',
      `${photoUploadPath}/${station.id}~x`,
      { ...octets, 'upload-offset': odd },
      'x',
    );
  expect([...statuses.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThan(300);
  const { bytes, sha256 } = aJpeg();
  expect(await uploadPhoto(central.url, station, bytes, sha256)).toBe(204);
}, 120_000);
