import { expect, test } from 'vitest';
import { picturesOfOpenCases } from '../../../../renderer/sync/photos/picturesOfOpenCases.ts';
import { anOrderLine } from '../../../builders/cases/anOrderLine.ts';
import { officeDocuments } from '../../../builders/station/aLoneStation.ts';
import { label } from '../dock/aDock.tsx';
import { aBench, soon } from './aBench.tsx';

const picture = 'a1'.repeat(32);
const { article } = anOrderLine();

test('the bench shows how the article should look, by a picture that is kept for when the network is off', async () => {
  const bench = await aBench(
    officeDocuments().map((change) =>
      change.collection === 'orderLines'
        ? { ...change, body: anOrderLine({ article: { ...article, picture } }) }
        : change,
    ),
  );
  await bench.receive(label);
  bench.scan('RMA-1001');
  await bench.says('As it should be');
  const shown = () => [...document.querySelectorAll('img')].find(({ alt }) => alt === article.name);
  await expect.poll(() => shown()?.getAttribute('src') ?? '', soon).toContain(picture);
  expect((await picturesOfOpenCases(bench.station.db)).has(picture)).toBe(true);
});
