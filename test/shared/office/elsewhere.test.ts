import { expect, test } from 'vitest';
import { whyElsewhere } from '../../../shared/office/admit/sitesOf.ts';
import type { OfficeCommand, OfficeRecord } from '../../../shared/office/officeCommand.ts';

const person = (...sites: readonly string[]) => ({
  name: 'Mo',
  badge: 'MO0001',
  roles: ['dock'],
  sites: sites.map((id) => ({ source: 'quayside', id })),
});
const command: OfficeCommand = {
  kind: 'people',
  externalId: { source: 'erp', id: '1' },
  actor: 'WMS',
  reason: 'x',
  sites: ['site-1'],
  expectedVersion: null,
  action: 'put',
  body: person('site-1'),
};
const stored = (body: unknown): OfficeRecord => ({
  kind: 'people',
  externalId: command.externalId,
  ownId: 'mo',
  version: 1,
  body,
  state: 'current',
  changedAt: '2026-11-20T12:00:00.000Z',
  changedBy: 'bootstrap',
  changedById: null,
});
const why = (body: unknown) =>
  whyElsewhere(command, body === null ? null : stored(body), 'mo')?.code ?? null;

test('who speaks for one site says what is of that site, and takes nothing of another', () => {
  expect(why(null)).toBeNull();
  expect(why(person('site-1'))).toBeNull();
  expect(why(person('site-1', 'site-2'))).toBe('otherSite');
});

test('nor a record that nobody can read any more', () => {
  expect(why({ badge: 'of an older form' })).toBe('otherSite');
});
