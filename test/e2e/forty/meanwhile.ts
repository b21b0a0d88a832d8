import path from 'node:path';
import type { CentralDatabase } from '../../../central/database/openDatabase.ts';
import { openPhotoStore } from '../../../central/photos/openPhotoStore.ts';
import { seedTools } from '../../../central/seedTools.ts';
import { Fact } from '../../../shared/facts/fact.ts';
import { elsewhere } from './people.ts';
import type { ReturnKey } from './returns.ts';
import type { ToldReturn } from './tellReturns.ts';

/**
 * What happens at central while a station cannot ask it: a supervisor at another one declines a case,
 * and the office corrects the price of an order line.
 */
export async function whileNobodyAsks(
  database: CentralDatabase,
  folder: string,
  toldOf: (name: ReturnKey) => ToldReturn,
): Promise<void> {
  const photos = await openPhotoStore({
    kind: 'folder',
    folder: path.join(folder, 'central/photos'),
  });
  const tools = seedTools(database, photos);
  await tools.registerPerson(elsewhere.person, elsewhere.pin);
  await tools.registerStation({ stationId: 'ewr-desk-2', siteId: 'ewr', name: 'Second desk' });
  const finished = toldOf('decided-meanwhile').facts.find((f) => f.kind === 'inspectionFinished');
  if (finished?.kind !== 'inspectionFinished') throw new Error('Nothing was inspected');
  const utc = new Date(Date.now() - 120_000).toISOString();
  const results = await tools.applyFacts([
    Fact.parse({
      id: '01f00000-0000-7000-8000-000000000001',
      siteId: finished.siteId,
      stationId: 'ewr-desk-2',
      personId: elsewhere.person.id,
      at: { ...finished.at, utc },
      kind: 'verdictDecided',
      caseId: finished.caseId,
      verdictId: finished.verdictId,
      decision: 'decline',
      choices: [],
      answers: [],
      reason: 'The client withdrew it by telephone.',
    }),
  ]);
  if (results[0]?.kind !== 'applied') throw new Error(JSON.stringify(results));
  await tools.putDocuments(
    toldOf('price-meanwhile').orderLines.map((line) => ({
      collection: 'orderLines' as const,
      body: {
        ...line,
        unitPrice: 6000,
        price: { amount: '60.00', per: 1 },
        invoiced: { net: 6000 * line.shippedQuantity, tax: 0 },
      },
    })),
  );
}
