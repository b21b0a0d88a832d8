import { describe, expect, test } from 'vitest';
import {
  type Announced,
  likelihood,
  type Traits,
} from '../../../renderer/queries/lists/likelihood.ts';
import { aCase } from '../../builders/cases/aCase.ts';
import { anOrderLine } from '../../builders/cases/anOrderLine.ts';
import { caseId, clientId } from '../../builders/cases/ids.ts';

const line = anOrderLine();
const unit = {
  gtin: line.article.gtin,
  number: line.article.number,
  lot: null,
  serials: [],
  quantity: 1,
};

function announced(id: string, overrides: Partial<Announced['paper']> = {}): Announced {
  return {
    paper: aCase({ id: caseId(id), expectedOn: '2026-12-24', ...overrides }),
    orderLines: [line],
    clientName: 'Harbour Tools Ltd',
  };
}
function goods(overrides: Partial<Traits> = {}): Traits {
  return { labels: [], clientId: null, units: [], today: '2026-11-18', ...overrides };
}
const order = (traits: Traits, ...cases: readonly Announced[]) =>
  likelihood(traits, cases).map((one) => one.caseId);
const reasons = (traits: Traits, one: Announced) =>
  likelihood(traits, [one])[0]?.reasons.map((reason) => reason.kind);

describe('Which announced return goods without papers may be', () => {
  test('nothing is guessed where nothing speaks for it, a day least of all', () => {
    expect(order(goods(), announced('a', { expectedOn: '2026-11-18' }))).toEqual([]);
  });

  test('a number printed on them outweighs everything inside, however it is written', () => {
    const labelled = announced('labelled', { trackingNumbers: ['1Z 999-AA1'] });
    const traits = goods({ labels: ['1z999aa1'], units: [unit] });
    expect(order(traits, announced('article'), { ...labelled, orderLines: [] })).toEqual([
      'labelled',
      'article',
    ]);
  });

  test('a serial outweighs an article, an article a client', () => {
    const withSerial = { ...announced('serial'), orderLines: [{ ...line, serials: ['SN-1'] }] };
    const ofClient = { ...announced('client', { clientId: clientId('c-9') }), orderLines: [] };
    const traits = goods({ clientId: 'c-9', units: [{ ...unit, serials: ['SN-1'] }] });
    expect(order(traits, ofClient, announced('article'), withSerial)).toEqual([
      'serial',
      'article',
      'client',
    ]);
  });

  test('the reasons are named: article, lot, as many as announced, and that it is due', () => {
    const traits = goods({ units: [{ ...unit, lot: 'AB-123', quantity: 10 }] });
    expect(reasons(traits, announced('a', { expectedOn: '2026-11-17' }))).toEqual([
      'article',
      'lot',
      'quantity',
      'expected',
    ]);
  });
});
