/** A central put back to a back-up: the company's systems send everything once more, and nothing doubles. */
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { startEpoch } from '../../../central/database/metaRows.ts';
import { officeRecords } from '../../../central/database/officeSchema.ts';
import { documents } from '../../../central/database/schema.ts';
import { type CentralInMemory, startCentral } from '../../builders/central/centralInMemory.ts';
import { aReturnBody, article, everything, orderLine } from './aManufacturer.ts';
import { askOffice } from './askOffice.ts';

/** Told after the back-up: a second return on a second line, of an article of its own. */
const later: typeof everything = [
  ['articles', 'KP-50/200', { ...article, number: 'KP-50/200' }],
  ['order-lines', 'A-119/10', { ...orderLine, orderNumber: 'A-119', article: 'KP-50/200' }],
  ['returns', 'R-43', { ...aReturnBody, rma: 'R-43', trackingNumbers: ['330-43'] }],
];

test('what the ERP sends again is what was there, and what the back-up had not is there once', async () => {
  const lost = await aCentral();
  await send(lost, [...everything, ...later]);
  const backup = await aCentral();
  await send(backup, everything);
  await backup.database.write((rows) => startEpoch(rows, new Date()));
  expect(await send(backup, [...everything, ...later])).toEqual([
    ...everything.map(() => 'unchanged'),
    ...later.map(() => 'created'),
  ]);
  expect(await all(backup)).toEqual(await all(lost));
});

async function aCentral(): Promise<CentralInMemory> {
  const central = await startCentral();
  onTestFinished(() => central.close());
  return central;
}

async function send(central: CentralInMemory, records: typeof everything) {
  const outcomes: string[] = [];
  for (const [kind, id, body] of records) {
    const path = `${kind}/erp:${encodeURIComponent(id)}`;
    const answer = await askOffice(central, { method: 'PUT', path, body });
    outcomes.push(z.object({ outcome: z.string() }).parse(answer.body).outcome);
  }
  return outcomes;
}

/** Every record and every document, as they are kept. */
async function all({ database: { rows } }: CentralInMemory) {
  const records = await rows
    .select({ kind: officeRecords.kind, ownId: officeRecords.ownId, body: officeRecords.body })
    .from(officeRecords)
    .orderBy(officeRecords.kind, officeRecords.ownId);
  const papers = await rows
    .select({ collection: documents.collection, id: documents.id, body: documents.body })
    .from(documents)
    .orderBy(documents.collection, documents.id);
  return { records, papers };
}
