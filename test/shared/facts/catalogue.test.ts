import { expect, test } from 'vitest';
import {
  CatalogueCode,
  type CatalogueEntry,
  defectsInForce,
  shippedEntry,
  sortOfCode,
  X12Code,
  x12Of,
} from '../../../shared/facts/catalogue.ts';
import {
  ClaimReason,
  Disposition,
  defectCodes,
  MisuseIndicator,
} from '../../../shared/facts/codes.ts';
import { anEntry, entryId } from '../../builders/cases/anEntry.ts';

const asked = { on: '2026-11-18', productGroup: 'pumps' } as const;
const idsOf = (entries: readonly CatalogueEntry[], of = asked) =>
  defectsInForce(entries, of).map(({ entry }) => entry.id as string);

test('without a word of the company every defect we ship is offered, in our order', () => {
  expect(idsOf([])).toEqual([...defectCodes]);
});

test('what the company says more exactly follows our code, and decides by it', () => {
  const offered = defectsInForce([anEntry()], asked);
  const at = offered.findIndex(({ entry }) => entry.id === 'entry-d17');
  expect(offered[at]).toMatchObject({ group: 'workmanship', code: 'workmanship.weld' });
  expect(offered[at - 1]?.entry.id).toBe('workmanship.weld');
});

test.each<[string, Partial<CatalogueEntry>, boolean]>([
  ['of its product group', { productGroups: ['pumps', 'valves'] }, true],
  ['of another product group', { productGroups: ['valves'] }, false],
  ['from this day', { validFrom: '2026-11-18' }, true],
  ['from tomorrow', { validFrom: '2026-11-19' }, false],
  ['withdrawn today', { withdrawn: { on: '2026-11-18', reason: 'Merged' } }, false],
  ['withdrawn from tomorrow', { withdrawn: { on: '2026-11-19', reason: 'Merged' } }, true],
])('an entry %s is offered or not', (_, part, isOffered) => {
  expect(idsOf([anEntry(part)]).includes('entry-d17')).toBe(isOffered);
});

test('an article of no product group is offered what is for all, and nothing for some', () => {
  const some = anEntry({ productGroups: ['pumps'] });
  const all = anEntry({ id: entryId('entry-d18'), code: 'D18' });
  const ids = defectsInForce([some, all], { on: asked.on, productGroup: null });
  expect(ids.map(({ entry }) => entry.id as string)).toContain('entry-d18');
  expect(ids.map(({ entry }) => entry.id as string)).not.toContain('entry-d17');
});

test('a company can take one of our own defects off its benches', () => {
  const gone = { ...shippedEntry('workmanship.weld'), withdrawn: { on: asked.on, reason: 'D17' } };
  expect(idsOf([gone, anEntry()])).toEqual(
    defectCodes.map((code) => (code === 'workmanship.weld' ? 'entry-d17' : code)),
  );
});

test('every code of ours has a sort of its own and an X12 code, which an entry may say otherwise', () => {
  const sorts = {
    defect: defectCodes,
    misuseSign: MisuseIndicator.options,
    reason: ClaimReason.options,
    disposition: Disposition.options,
  };
  for (const [sort, codes] of Object.entries(sorts))
    for (const code of codes) expect([code, sortOfCode(code)]).toEqual([code, sort]);
  expect(new Set(CatalogueCode.options).size).toBe(Object.values(sorts).flat().length);
  for (const of of CatalogueCode.options)
    expect(X12Code.safeParse(x12Of(shippedEntry(of))).success).toBe(true);
  expect(x12Of({ of: 'scrap', x12: '1292:SD' })).toBe('1292:SD');
});
