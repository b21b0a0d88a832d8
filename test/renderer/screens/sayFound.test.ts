import { expect, test } from 'vitest';
import type { FoundCase, ToldRefund } from '../../../renderer/queries/find/foundCase.ts';
import { sayHappened, sayStanding } from '../../../renderer/screens/find/sayFound.ts';
import { createWording } from '../../../renderer/wording/createWording.ts';
import { aCaseRow } from '../../builders/station/aCaseRow.ts';

const wording = createWording({ language: 'en', zone: 'America/New_York' });
const telling = { today: '2026-11-30', tellsSums: true };
const declined = { kind: 'declined', at: '2026-11-20T15:00:00Z' } as const;

const found = (state: FoundCase['row']['state']): FoundCase => ({
  row: aCaseRow({ rma: 'RMA-1', clientName: 'Harlan', state }),
  lists: [],
  outcome: declined,
});

test('a case that was declined and is looked at again is told as both', () => {
  expect(sayHappened(wording, found('declined'), telling)).toBe('Declined on Fri 20 Nov');
  for (const state of ['inspecting', 'sentBack', 'verdictProposed', 'partlyDecided'] as const)
    expect(sayHappened(wording, found(state), telling)).toMatch(/^Declined on Fri 20 Nov · ./);
});

test('of several refunds the sum and how many are told, and each as it stands', () => {
  const paid = {
    state: 'acknowledged',
    amount: 10_000,
    currency: 'USD',
    startedAt: '2026-11-20T15:00:00Z',
    dueOn: '2026-11-20',
    waitsFor: 0,
  } as const;
  const due = {
    ...paid,
    state: 'due',
    amount: 2_550,
    startedAt: null,
    dueOn: '2026-12-01',
  } as const;
  const failed = { ...paid, state: 'failed', currency: 'EUR', amount: 500 } as const;
  const usd = (minor: number) => wording.formatMoney({ minor, currency: 'USD' });
  const say = (earlier: readonly ToldRefund[], told = telling) =>
    sayHappened(
      wording,
      { ...found('refundDue'), outcome: { kind: 'refund', ...due, earlier } },
      told,
    );
  expect(say([])).toBe(`Refund of ${usd(2_550)} due, to be started by Tue 1 Dec`);
  expect(say([paid])).toBe(
    `2 refunds of ${usd(12_550)} in all · Refund of ${usd(2_550)} due, to be started by Tue 1 Dec · ` +
      `Refund of ${usd(10_000)} started on Fri 20 Nov, accepted by the payment system`,
  );
  const sums = `${usd(2_550)} + ${wording.formatMoney({ minor: 500, currency: 'EUR' })}`;
  expect(say([failed])).toContain(`2 refunds of ${sums} in all · `);
  expect(say([failed])).toMatch(/failed$/);
  // Who is told no sums is told the same of two once.
  expect(say([paid, paid], { ...telling, tellsSums: false })).toBe(
    '3 refunds · Refund due, to be started by Tue 1 Dec · ' +
      'Refund started on Fri 20 Nov, accepted by the payment system',
  );
});

test('of what only central knows all refunds are told as well, and one that does not tell them says its own', () => {
  const latest = {
    kind: 'refund',
    state: 'due',
    amount: 2_550,
    currency: 'USD',
    startedAt: null,
    dueOn: '2026-12-01',
    waitsFor: 0,
  } as const;
  const { kind: _refund, ...told } = latest;
  const paid = { ...told, state: 'instructed', startedAt: '2026-11-20T15:00:00Z' } as const;
  const usd = (minor: number) => wording.formatMoney({ minor, currency: 'USD' });
  const due = `Refund of ${usd(2_550)} due, to be started by Tue 1 Dec`;
  expect(sayStanding(wording, latest, telling)).toBe(due);
  expect(sayStanding(wording, { ...latest, earlier: [{ ...paid, amount: 10_000 }] }, telling)).toBe(
    `2 refunds of ${usd(12_550)} in all · ${due} · Refund of ${usd(10_000)} started on Fri 20 Nov`,
  );
  // A total without one of them would be too small.
  expect(sayStanding(wording, { ...latest, earlier: [{ ...paid, amount: null }] }, telling)).toBe(
    `2 refunds · ${due} · Refund started on Fri 20 Nov`,
  );
  const untold = { ...latest, amount: null, earlier: [{ ...paid, amount: null }] };
  expect(sayStanding(wording, untold, { ...telling, tellsSums: false })).toBe(
    '2 refunds · Refund due, to be started by Tue 1 Dec · Refund started on Fri 20 Nov',
  );
});
