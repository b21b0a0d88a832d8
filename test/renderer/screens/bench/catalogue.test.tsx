import { expect, test } from 'vitest';
import { countUnits } from '../../../../renderer/actions/countUnits.ts';
import { BenchScreen } from '../../../../renderer/screens/bench/BenchScreen.tsx';
import { createWording } from '../../../../renderer/wording/createWording.ts';
import { WordingProvider } from '../../../../renderer/wording/WordingProvider.tsx';
import { withCatalogue } from '../../../../renderer/wording/withCatalogue.ts';
import { type CatalogueEntry, shippedEntry } from '../../../../shared/facts/catalogue.ts';
import type { Change } from '../../../../shared/sync/change.ts';
import { accepted } from '../../../builders/cases/accepted.ts';
import { anEntry, entryId } from '../../../builders/cases/anEntry.ts';
import { anOrderLine } from '../../../builders/cases/anOrderLine.ts';
import { caseId, returnLineId } from '../../../builders/cases/ids.ts';
import { ivan, officeDocuments } from '../../../builders/station/aLoneStation.ts';
import { label } from '../dock/aDock.tsx';
import { aBench, soon } from './aBench.tsx';

const valve = anEntry({
  id: entryId('entry-v1'),
  code: 'V1',
  names: { en: 'Porous seat' },
  productGroups: ['valves'],
});
const pump = anEntry({ productGroups: ['pumps'] });
const noise = {
  ...shippedEntry('function.noise'),
  withdrawn: { on: '2026-01-05', reason: 'Merged' },
};
const told = (entries: readonly CatalogueEntry[]): readonly Change[] =>
  entries.map((body) => ({ collection: 'catalogue', id: body.id, body }));

const { article } = anOrderLine();
const papers = officeDocuments().map((change) =>
  change.collection === 'orderLines'
    ? { ...change, body: anOrderLine({ article: { ...article, productGroup: 'pumps' } }) }
    : change,
);

/** The bench with a pump counted, and the form of a new finding open at its defects. */
async function atDefects(entries: readonly CatalogueEntry[]) {
  const wording = withCatalogue(
    createWording({ language: 'en', zone: 'America/New_York' }),
    entries,
  );
  const screen = (
    <WordingProvider wording={wording}>
      <BenchScreen />
    </WordingProvider>
  );
  const bench = await aBench([...papers, ...told(entries)], screen);
  const { arrivalId } = await bench.receive(label);
  accepted(
    await countUnits(bench.station.as(ivan), {
      caseId: caseId('case-1'),
      arrivalId,
      returnLineId: returnLineId('line-1'),
      article: { gtin: article.gtin, number: article.number, name: article.name },
      lot: null,
      serials: [],
      quantity: 10,
      identity: null,
      identifiedBy: 'scan',
      raw: null,
    }),
  );
  bench.scan('RMA-1001');
  await bench.says('Material');
  return bench;
}

function radio(word: string): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>('label')].find(
    (one) => one.textContent === word || one.textContent?.startsWith(word),
  );
}

function press(word: string): void {
  const found = radio(word);
  if (!found) throw new Error(`no choice ${word}`);
  found.click();
}

function type(words: string): void {
  const input = document.querySelector('input[name="sought"]');
  if (!(input instanceof HTMLInputElement)) throw new Error('no such field');
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, words);
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

test('the bench offers what is in force for the article’s product group', async () => {
  const bench = await atDefects([pump, valve, noise]);
  press('Workmanship');
  await bench.says('Pore in the weld');
  expect(radio('Porous seat')).toBeUndefined();
  press('Every kind');
  await bench.says('Function');
  press('Function');
  await bench.says('Leaks');
  expect(radio('Noise')).toBeUndefined();
});

test('letters of its name or the company’s code find a defect, and the finding records the entry', async () => {
  const bench = await atDefects([pump, valve]);
  type('d17');
  await expect.poll(() => radio('Pore in the weld')?.textContent, soon).toContain('D17');
  expect(radio('Material')).toBeUndefined();
  press('Pore in the weld');
  const kept = async () => (await bench.station.db.drafts.toArray())[0]?.draft;
  await expect
    .poll(kept, soon)
    .toMatchObject({ group: 'workmanship', code: 'workmanship.weld', entry: 'entry-d17' });
});

test('what was chosen before it was withdrawn stays chosen, and says so', async () => {
  const bench = await atDefects([pump]);
  press('Workmanship');
  await bench.says('Pore in the weld');
  press('Pore in the weld');
  const gone = { ...pump, withdrawn: { on: '2026-01-05', reason: 'Merged' } };
  await bench.station.db.catalogue.put(gone, gone.id);
  await bench.says('Pore in the weld was withdrawn from the catalogue on');
  expect(document.querySelector('form')?.textContent).toContain('Pore in the weld · D17');
});
