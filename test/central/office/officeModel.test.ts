import { expect, test } from 'vitest';
import { startCentral } from '../../builders/central/centralInMemory.ts';
import { playAdmission, playOffice } from './playOffice.ts';

test('of twenty thousand commands each is taken or refused as a book beside them says', () => {
  expect(playAdmission({ seed: 7, commands: 20_000 })).toEqual([]);
});

test('records, history, feed and what each site gets are as that book has them', async () => {
  const central = await startCentral();
  try {
    const played = await playOffice(central, { seed: 1, commands: 3000, mostAtOnce: 400 });
    expect(played.wrong).toEqual([]);
    for (const outcome of [
      'created',
      'updated',
      'unchanged',
      'withdrawn',
      'refused taken',
      'refused changedMeanwhile',
      'refused withdrawn',
      'refused notHereYet',
    ])
      expect([outcome, played.outcomes.get(outcome) ?? 0]).not.toEqual([outcome, 0]);
  } finally {
    await central.close();
  }
});
