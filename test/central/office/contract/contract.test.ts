import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CentralInMemory, startCentral } from '../../../builders/central/centralInMemory.ts';
import { officeClient } from './officeClient.ts';
import { writeContract } from './writeContract.ts';

let central: CentralInMemory;
beforeAll(async () => {
  central = await startCentral();
}, 60_000);
afterAll(() => central?.close());

test('the client’s types are those of the document central serves', async () => {
  const document: unknown = await (await fetch(`${central.url}/office/openapi.json`)).json();
  const { schemas, paths } = writeContract(document);
  await expect(schemas).toMatchFileSnapshot('./officeSchemas.ts');
  await expect(paths).toMatchFileSnapshot('./officePaths.ts');
});

test('who has nothing but the document says what a company has, and is told what is wrong', async () => {
  const ask = officeClient(central.url, central.adminToken);
  const ref = { source: 'erp', id: 'KP-40/160' };
  const body = {
    number: 'KP-40/160',
    name: 'Centrifugal pump',
    gtins: [{ gtin: '4006381333931' }],
  };
  const put = await ask('put', '/office/v1/articles/{ref}', { ref, body });
  expect(put).toMatchObject({ ok: true, answer: { outcome: 'created', version: 1 } });
  const got = await ask('get', '/office/v1/articles/{ref}', { ref });
  expect(got).toMatchObject({ ok: true, answer: { id: 'KP-40/160', version: 1 } });
  // @ts-expect-error -- the document says that an article has a name
  const bad = await ask('put', '/office/v1/articles/{ref}', { ref, body: { number: 'X' } });
  expect(bad).toMatchObject({ ok: false, problem: { status: 400, errors: [{ field: 'name' }] } });
  const many = await ask('post', '/office/v1/clients:batch', {
    body: { rows: [{ source: 'erp', id: 'K-1', withdraw: { reason: 'Over' } }], test: true },
  });
  expect(many).toMatchObject({ ok: true, answer: { written: false } });
});
