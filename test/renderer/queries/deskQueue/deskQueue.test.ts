import { expect, test } from 'vitest';
import { deskQueueOf } from '../../../../renderer/queries/deskQueue/deskQueue.ts';
import {
  bandOf,
  dueOf,
  filterFrom,
  isFiltered,
  type QueueFilter,
} from '../../../../renderer/queries/deskQueue/queueFilter.ts';
import { type CaseLine, lineOf } from '../../../../renderer/queries/lists/caseLines.ts';
import type { CaseListRow } from '../../../../renderer/storage/rows.ts';
import { caseId, personId } from '../../../builders/cases/ids.ts';

const [me, ivan] = [personId('me'), personId('ivan')];

function aRow(n: number, part: Partial<CaseListRow> = {}): CaseListRow {
  return {
    caseId: caseId(`case-${n}`),
    siteId: 'site-1',
    rma: `RMA-${n}`,
    clientId: `client-${n % 7}`,
    clientName: `Client ${n % 7}`,
    articles: [],
    state: 'verdictProposed',
    deadline: null,
    uncounted: null,
    dueBefore: `2026-12-0${1 + (n % 9)}T00:00:00.000Z`,
    runningPause: false,
    targets: null,
    endedOn: null,
    expectedOn: null,
    remainder: null,
    amount: n * 100,
    currency: 'USD',
    waiting: { here: n % 100 === 0 ? [n + 1] : [], sent: 0 },
    hasQuestion: n % 5 === 0,
    hasRefusal: false,
    heldBy: [],
    holds: [],
    desk: {
      wants: n % 10 === 3 ? 'release' : 'decision',
      signed: [],
      asks: null,
      isAnew: false,
      received: [],
      inspected: [n % 10 === 4 ? me : ivan],
      reasons: [n % 2 === 0 ? 'defective' : 'surplus'],
      carriers: n % 4 === 0 ? ['UPS'] : [],
    },
    lists: ['desk'],
    documents: [],
    pictures: [],
    revision: n,
    ...part,
  };
}

async function queueOf(rows: readonly CaseListRow[], filter: QueueFilter = {}) {
  const lines: readonly CaseLine[] = rows
    .map((row) => lineOf(row, null))
    .sort((a, b) => (a.place < b.place ? -1 : 1));
  const cached = {
    days: new Map([['any', lines]]),
    readWith: { runs: [], calendars: [], names: new Map() },
  };
  return await deskQueueOf({ cached, now: 0, personId: me, filter });
}
const ids = ({ length, keyAt }: { length: number; keyAt: (n: number) => string }) =>
  Array.from({ length }, (_, n) => keyAt(n));

test('what waits for somebody else stands apart, each part nearest deadline first', async () => {
  const queue = await queueOf(Array.from({ length: 10 }, (_, n) => aRow(n)));
  expect(ids(queue.mine)).toEqual([
    'case-0',
    'case-9',
    'case-1',
    'case-2',
    'case-5',
    'case-6',
    'case-7',
    'case-8',
  ]);
  expect(ids(queue.apart)).toEqual(['case-3', 'case-4']);
  expect(queue.all).toBe(8);
});

test('twenty thousand cases are filtered by every figure of their rows, none of them drawn', async () => {
  const rows = Array.from({ length: 20_000 }, (_, n) => aRow(n));
  const all = await queueOf(rows);
  expect([all.mine.length, all.apart.length]).toEqual([16_000, 4000]);
  expect(all.asked).toMatchObject({ question: 4000, decide: 12_000 });
  expect(all.clients[0]).toMatchObject({ key: 'client-0', count: 2858 });
  const shown = async (filter: QueueFilter) => {
    const queue = await queueOf(rows, filter);
    expect(queue.all).toBe(16_000);
    return queue.mine.length;
  };
  expect(await shown({ ask: 'question' })).toBe(4000);
  expect(await shown({ reason: 'defective' })).toBe(8000);
  expect(await shown({ carrier: 'UPS' })).toBe(4000);
  expect(await shown({ client: 'client-0' })).toBe(2287);
  expect(await shown({ value: 'small' })).toBe(80);
  expect(await shown({ value: 'huge', ask: 'question' })).toBe(2000);
  expect(await shown({ unaccepted: 'yes' })).toBe(200);
  expect(await shown({ due: 'late' })).toBe(0);
});

test('a value is read in whole units of its own currency, a sum nobody knows is in no band', () => {
  expect(bandOf({ amount: 9999, currency: 'USD' })).toBe('small');
  expect(bandOf({ amount: 9999, currency: 'JPY' })).toBe('large');
  expect(bandOf({ amount: 10_000_000, currency: 'KWD' })).toBe('huge');
  expect(bandOf({ amount: null, currency: 'USD' })).toBeNull();
});

test('days that cannot be counted are as urgent as late ones', () => {
  expect(dueOf({ standing: null, uncounted: { code: 'noCalendar' } as never })).toBe('late');
  expect(dueOf({ standing: null, uncounted: null })).toBe('later');
});

test('a kept view keeps what this build knows, and nothing else', () => {
  expect(filterFrom({ client: 'client-1', due: 'soon', unaccepted: 'yes' })).toEqual({
    client: 'client-1',
    due: 'soon',
    unaccepted: 'yes',
  });
  expect(isFiltered(filterFrom({ due: 'whenever', value: '5', ask: '', colour: 'red' }))).toBe(
    false,
  );
});
