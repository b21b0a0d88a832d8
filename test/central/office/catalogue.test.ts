import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { CatalogueEntry } from '../../../shared/facts/catalogue.ts';
import { type CentralInMemory, startCentral } from '../../builders/central/centralInMemory.ts';
import { moveIn } from '../aCompany.ts';
import { aStation } from '../aStation.ts';
import { askOffice } from './askOffice.ts';

let central: CentralInMemory;
beforeAll(async () => {
  central = await startCentral({ fill: async (tools) => void (await moveIn(tools, 1)) });
}, 60_000);
afterAll(() => central?.close());

const put = (id: string, body: object) =>
  askOffice(central, { method: 'PUT', path: `catalogue/${id}`, body });
const withdraw = (id: string) =>
  askOffice(central, { method: 'DELETE', path: `catalogue/${id}?reason=No+more` });
const pore = { of: 'workmanship.weld', code: 'D17', names: { de: 'Pore' } };

async function fed(): Promise<ReadonlyMap<string, CatalogueEntry>> {
  const station = await aStation(central, new Map());
  const told = (await station.pullAll()).filter(({ collection }) => collection === 'catalogue');
  return new Map(told.map(({ id, body }) => [id, CatalogueEntry.parse(body)]));
}

const refusalOf = ({ body }: { readonly body: unknown }) =>
  z.object({ errors: z.array(z.object({ field: z.string(), code: z.string() })) }).parse(body)
    .errors[0];

test('an entry of the company’s own reaches every station, and stays for what was recorded with it', async () => {
  const first = await put('erp:D17', { ...pore, productGroups: ['pumps'] });
  expect(first.status).toBe(201);
  const { ownId } = z.object({ ownId: z.string() }).parse(first.body);
  expect((await fed()).get(ownId)).toMatchObject({
    of: 'workmanship.weld',
    code: 'D17',
    productGroups: ['pumps'],
    x12: '1293:PW',
    withdrawn: null,
  });
  expect((await withdraw('erp:D17')).status).toBe(200);
  expect((await fed()).get(ownId)).toMatchObject({
    names: { de: 'Pore' },
    withdrawn: { reason: 'No more' },
  });
  expect((await put('erp:D17', pore)).status).toBe(200);
  expect((await fed()).get(ownId)).toMatchObject({ withdrawn: null });
});

test('an entry keeps the code it stands for: what was recorded with it was decided by that', async () => {
  await put('erp:D20', { ...pore, code: 'D20' });
  const moved = await put('erp:D20', { ...pore, code: 'D20', of: 'material.crack' });
  expect([moved.status, refusalOf(moved)]).toEqual([409, expect.objectContaining({ field: 'of' })]);
  const other = await put('quayside:material.crack', { of: 'material.corrosion' });
  expect([other.status, refusalOf(other)]).toEqual([409, expect.objectContaining({ field: 'of' })]);
});

test('a defect we ship can be called otherwise, or taken off the benches, without being sent first', async () => {
  expect((await put('quayside:material.crack', { of: 'material.crack', code: 'C1' })).status).toBe(
    201,
  );
  expect((await withdraw('quayside:function.noise')).status).toBe(200);
  const entries = await fed();
  expect(entries.get('material.crack')).toMatchObject({ code: 'C1', withdrawn: null });
  expect(entries.get('function.noise')).toMatchObject({ withdrawn: { reason: 'No more' } });
});

test('what policy and decisions speak of is renamed and never withdrawn, and has one name', async () => {
  const gone = await withdraw('quayside:scrap');
  expect([gone.status, refusalOf(gone)?.code]).toEqual([409, 'stays']);
  expect((await put('erp:R1', { of: 'scrap', names: { de: 'Schrott' } })).status).toBe(201);
  const second = await put('erp:R2', { of: 'scrap', names: { de: 'Abfall' } });
  expect([second.status, refusalOf(second)?.code]).toEqual([409, 'taken']);
  expect((await withdraw('erp:R1')).status).toBe(200);
});

test('an entry without a name, or of a code we do not know, is refused with its field', async () => {
  expect(refusalOf(await put('erp:D30', { of: 'workmanship.weld' }))?.field).toBe('names');
  expect(refusalOf(await put('erp:D31', { of: 'rust', names: { en: 'Rust' } }))?.field).toBe('of');
});
