import { expect, test } from 'vitest';
import { changedSinceArrival } from '../../../shared/cases/reading/changedSinceArrival.ts';
import type { PaperChange } from '../../../shared/facts/paperChange.ts';
import { aCase } from '../../builders/cases/aCase.ts';
import { anOrderLine } from '../../builders/cases/anOrderLine.ts';
import { returnLineId } from '../../builders/cases/ids.ts';
import { anArrival } from '../../builders/cases/recordedFacts.ts';

const arrival = anArrival();
const came = Date.parse(arrival.at.utc);
const at = (minutes: number) => new Date(came + minutes * 60_000).toISOString();
const lineId = returnLineId('line-1');
const quantity = (minutes: number, was: number): PaperChange => ({
  at: at(minutes),
  what: 'quantity',
  lineId,
  was,
});

function changed(changes: readonly PaperChange[], acceptedAt?: string, arrivals = [arrival]) {
  const file = {
    arrivals,
    acceptedAt: new Map(acceptedAt === undefined ? [] : [[arrival.id, acceptedAt]]),
    returnCase: aCase({ changes: [...changes] }),
  };
  return changedSinceArrival(file, [anOrderLine()]);
}

test('what changed before the goods came, or while none have, is nothing new', () => {
  expect(changed([quantity(-1, 4)])).toEqual([]);
  expect(changed([quantity(1, 4)], undefined, [])).toEqual([]);
});

test('of what changed several times it says how it was when the goods came', () => {
  const said = changed([quantity(-1, 2), quantity(1, 4), quantity(2, 6)]);
  expect(said).toMatchObject([{ what: 'quantity', was: 4, now: 10 }]);
});

test('what was changed back is no change', () => {
  expect(changed([quantity(1, 10), quantity(2, 6)])).toEqual([]);
});

test('a station whose clock is ahead hides nothing: central’s time of the arrival counts', () => {
  expect(changed([quantity(-30, 4)], at(-60))).toHaveLength(1);
});

test('a price of its order line counts as well', () => {
  const file = { arrivals: [arrival], acceptedAt: new Map(), returnCase: aCase() };
  const line = anOrderLine({
    invoiced: { net: 900, tax: 100 },
    changes: [{ at: at(1), what: 'invoiced', lineId: null, was: 1200, currency: 'USD' }],
  });
  expect(changedSinceArrival(file, [line])).toMatchObject([
    { what: 'invoiced', was: 1200, now: 1000, orderLineId: line.id },
  ]);
});
