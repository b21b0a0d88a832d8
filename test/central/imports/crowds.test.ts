import { afterAll, beforeAll, expect, test } from 'vitest';
import { centralApi } from '../../../shared/sync/centralApi.ts';
import { importUploadPath } from '../../../shared/sync/importsApi.ts';
import { type CentralInMemory, startCentral } from '../../builders/central/centralInMemory.ts';
import { askImports, bringFile, nothingSaid } from './askImports.ts';

let central: CentralInMemory;
beforeAll(async () => {
  central = await startCentral({});
});
afterAll(() => central.close());

const rows = (count: number) =>
  `number;name\n${Array.from({ length: count }, (_, n) => `R-${n};Rad`).join('\n')}\n`;

/** Still at it when the last of a crowd has asked. */
const long = 20_000;

test('however many begin at once, two files are run at a time, and none of them twice', async () => {
  const ids: string[] = [];
  for (let n = 0; n < 4; n += 1) ids.push((await bringFile(central, `${n}.csv`, rows(long))).id);
  const body = { ...nothingSaid, full: null, kind: 'articles', mode: 'test' };
  const begun = await Promise.all(
    [...ids, ...ids, ...ids].map(async (id) => {
      const answer = await askImports(central, 'POST', `${importUploadPath}/${id}/run`, body);
      return { id, status: answer.status };
    }),
  );
  const ran = begun.filter(({ status }) => status === 200).map(({ id }) => id);
  expect(ran.length).toBeLessThanOrEqual(2);
  expect(new Set(ran).size).toBe(ran.length);
  expect(new Set(begun.map(({ status }) => status))).toEqual(new Set([200, 400, 429]));
  for (const id of ids) {
    await askImports(central, 'POST', `${importUploadPath}/${id}/stop`, {});
    await askImports(central, 'POST', `${importUploadPath}/${id}/forget`, {});
  }
});

test('a crowd of questions about a file waits in a row, and beyond it is told to come again', async () => {
  const { id } = await bringFile(central, 'many.csv', rows(100));
  const asked = Array.from({ length: 26 }, () =>
    askImports(central, 'POST', `${importUploadPath}/${id}/look`, nothingSaid),
  );
  const answers = await Promise.all(asked);
  const later = answers.filter(({ status }) => status === 429);
  expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(18);
  expect(later.length).toBeGreaterThan(0);
  expect(later[0]?.headers.get('retry-after')).not.toBeNull();
  const state = await askImports(central, 'GET', `${importUploadPath}/${id}`);
  expect(centralApi.importState.response.parse(await state.json()).phase).not.toBe('writing');
});
