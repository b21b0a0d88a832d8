/** An import beside stations at work: what they ask waits for one small part of it, never for a batch. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { takeTurns } from '../../../central/http/turns.ts';
import { ownOffice, rowsShared } from '../../../central/imports/run/ownOffice.ts';
import { officeLimits } from '../../../shared/office/officeApi.ts';
import { type CentralInMemory, startCentral } from '../../builders/central/centralInMemory.ts';

let central: CentralInMemory;
beforeAll(async () => {
  central = await startCentral();
});
afterAll(() => central.close());

const rows = (name: string) =>
  Array.from({ length: officeLimits.rowsPerBatch }, (_, n) => ({
    source: name,
    id: `${name}-${n}`,
    body: { number: `${name}-${n}`, name: 'Schraube' },
  }));

/** Central's own office of which each transaction is noted. */
function noting(name: string, log: string[]) {
  const turns = takeTurns({ atOnce: 1, clock: () => performance.now() });
  const database: typeof central.database = {
    ...central.database,
    async write(work) {
      log.push('part');
      const came = await central.database.write(work);
      log.push('written');
      return came;
    },
  };
  const said = { actor: 'Ada', reason: 'Nightly' };
  const office = ownOffice(database, 'articles', name, said, () => new Date(), turns);
  const bring = () =>
    office.bring(
      'parts',
      (it) => it.rows(rows(name)),
      () => true,
    );
  return { turns, bring };
}

test('alone a batch is one transaction', async () => {
  const log: string[] = [];
  const answers = await noting('alone', log).bring();
  expect(answers.map(({ outcome }) => outcome)).toEqual(rows('alone').map(() => 'created'));
  expect(log).toEqual(['part', 'written']);
});

test('beside a station its parts are small, and the station comes in between two of them', async () => {
  const log: string[] = [];
  const { turns, bring } = noting('beside', log);
  const seen = { isOver: false, mostParts: 0 };
  const importing = bring().then((answers) => {
    seen.isOver = true;
    return answers;
  });
  let pushes = 0;
  while (!seen.isOver) {
    const from = log.length;
    await turns.take('dock', async () => {
      pushes += 1;
      const waited = log.slice(from).filter((what) => what === 'written').length;
      if (pushes > 1) seen.mostParts = Math.max(seen.mostParts, waited);
      // No part of the import is under way while a station is served.
      expect(log.length % 2).toBe(0);
      await new Promise((done) => setTimeout(done, 1));
    });
    await new Promise((done) => setTimeout(done, 3));
  }
  const answers = await importing;
  expect(answers.map(({ id }) => id)).toEqual(rows('beside').map(({ id }) => id));
  expect(answers.every(({ outcome }) => outcome === 'created')).toBe(true);
  expect(seen.mostParts).toBeLessThanOrEqual(1);
  expect(log.filter((what) => what === 'part').length).toBeLessThanOrEqual(
    1 + officeLimits.rowsPerBatch / rowsShared,
  );
});

test('a station at work when it begins finds no batch in its way', async () => {
  const log: string[] = [];
  const { turns, bring } = noting('later', log);
  await turns.take('dock', () => Promise.resolve());
  await bring();
  expect(log.filter((what) => what === 'part')).toHaveLength(
    officeLimits.rowsPerBatch / rowsShared,
  );
});
