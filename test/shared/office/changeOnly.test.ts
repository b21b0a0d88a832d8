import { expect, test } from 'vitest';
import { changeOnly } from '../../../shared/office/admit/changeOnly.ts';

const before = {
  name: 'Old',
  address: ['Street 1'],
  manager: { name: 'Ada', email: 'ada@x.example' },
  rma: { pattern: '####', check: 'mod10' },
  lines: [{ id: 'a' }, { id: 'b' }],
};

test('a field without a place stays, one whose place is empty goes', () => {
  const said = { name: 'New', other: 'unsaid' };
  expect(changeOnly(before, said, ['name', 'address'])).toEqual({
    name: 'New',
    manager: before.manager,
    rma: before.rma,
    lines: before.lines,
  });
});

test('of what has fields of its own those alone change that have a place', () => {
  const said = { manager: { name: 'Bo' }, rma: { pattern: '##' } };
  expect(changeOnly(before, said, ['manager.name', 'rma.pattern', 'rma.check'])).toEqual({
    ...before,
    manager: { name: 'Bo', email: 'ada@x.example' },
    rma: { pattern: '##' },
  });
  expect(changeOnly(before, {}, ['rma.pattern'])).not.toHaveProperty('rma');
});

test('lines are said all together, and null is said too', () => {
  expect(changeOnly(before, { lines: [{ id: 'c' }] }, ['lines.id'])['lines']).toEqual([
    { id: 'c' },
  ]);
  expect(changeOnly({ period: { days: 1 } }, { period: null }, ['period.days'])).toEqual({
    period: null,
  });
});
