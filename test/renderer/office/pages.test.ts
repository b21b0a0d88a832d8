import { expect, test } from 'vitest';
import { marksOf as connectionMarks } from '../../../renderer/office/connections/connectionRow.ts';
import { isShown, stateOf } from '../../../renderer/office/people/personRow.ts';
import {
  addressOf,
  type Place,
  placeAt,
  roomOf,
  waitingDraft,
} from '../../../renderer/office/places/place.ts';
import { languageOf, sheetsOf, type ToPrint } from '../../../renderer/office/printing/toPrint.ts';
import { isCalled, marksOf } from '../../../renderer/office/stations/stationRow.ts';
import type { Language } from '../../../renderer/wording/languages.ts';
import { Person } from '../../../shared/facts/documents.ts';

const now = Date.parse('2026-11-30T12:00:00Z');
const hours = (n: number) => new Date(now - n * 60 * 60_000).toISOString();

test.each<Place>([
  { at: 'newRecord', kind: 'policies', isFirst: true },
  { at: 'newRecord', kind: 'policies', isFirst: false },
  { at: 'policy', ref: waitingDraft },
  { at: 'people', who: null },
  { at: 'people', who: 'people-0a:1' },
  { at: 'newPerson' },
  { at: 'stations', which: null },
  { at: 'stations', which: '0197c-x' },
  { at: 'newStation' },
  { at: 'connections', which: null },
  { at: 'connections', which: 'erp.north' },
  { at: 'newConnection' },
])('$at has an address that leads there', (place) => {
  expect(placeAt(addressOf(place))).toEqual(place);
  expect(['people', 'connections', 'records', 'policy']).toContain(roomOf(place));
});

const aBadge = (more: Partial<ToPrint> = {}): ToPrint => ({
  name: 'Nina Roth',
  badge: 'NINA01',
  roles: ['dock'],
  site: 'Werk Hamburg',
  country: 'DE',
  languages: [],
  slip: null,
  ...more,
});
const slip = { slip: 'AAA-BBB-CCC-DDD', barcode: 'QS-J-AAABBBCCCDDD', goodUntil: hours(-24) };

test('badges fill ten of a sheet and slips eight, and no sheet has both', () => {
  const badges = Array.from({ length: 21 }, () => aBadge());
  const slips = Array.from({ length: 9 }, () => aBadge({ slip }));
  const sheets = sheetsOf([...slips, ...badges]);
  expect(sheets.map((sheet) => sheet.length)).toEqual([10, 10, 1, 8, 1]);
  for (const sheet of sheets) expect(new Set(sheet.map((it) => it.slip === null)).size).toBe(1);
});

test('sheets speak what is spoken where most of them work', () => {
  const of = (...countries: readonly string[]) =>
    languageOf(countries.map((country) => aBadge({ country })));
  expect(of('DE', 'AT', 'US')).toBe('de');
  expect(of('MX')).toBe('es');
  expect(of('CN', 'CN', 'DE')).toBe('zh');
  expect(of('NL')).toBe('en');
  expect(of()).toBe('en');
});

test('sheets speak what the site says is spoken there, before what is guessed', () => {
  const at = (country: string, ...languages: readonly Language[]) =>
    languageOf([aBadge({ country, languages })]);
  expect(at('DE', 'es', 'en')).toBe('es');
  expect(at('DE', 'en', 'de')).toBe('de');
  expect(at('NL', 'de')).toBe('de');
});

test('a person shows what is not as usual, and is found by name, badge, site and state', () => {
  const person = Person.parse({
    id: 'nina',
    name: 'Nina Ünal',
    badge: 'NINA01',
    roles: ['dock'],
    siteIds: ['site-1'],
    active: true,
  });
  const joined = { person, joinedAt: ['station-1'], lockedAt: [] };
  const left = { ...joined, person: { ...person, active: false } };
  expect(stateOf(joined)).toBe('joined');
  expect(stateOf({ ...joined, lockedAt: ['station-1'] })).toBe('locked');
  expect(stateOf({ ...joined, joinedAt: [] })).toBe('notJoined');
  expect(stateOf({ ...left, lockedAt: ['station-1'] })).toBe('left');
  const by = { shown: 'here', siteId: 'all', typed: '' } as const;
  expect(isShown(joined, by)).toBe(true);
  expect(isShown(left, by)).toBe(false);
  expect(isShown(left, { ...by, shown: 'left' })).toBe(true);
  expect(isShown(joined, { ...by, typed: 'ünal nina01' })).toBe(true);
  expect(isShown(joined, { ...by, typed: 'olga' })).toBe(false);
  expect(isShown(joined, { ...by, siteId: 'site-2' })).toBe(false);
});

test('a station is silent after a day, its clock off after two minutes, and a revoked one nothing else', () => {
  const station = {
    id: 's',
    name: 'Dock',
    siteId: 'site-1',
    fingerprint: '0123456789abcdef',
    enrolledAt: hours(100),
    revokedAt: null,
    lastContactAt: hours(1),
    version: '0.1.0',
    unsent: 0,
    clockSkewMs: 0,
    hasProvedKey: true,
  };
  expect(marksOf(station, now)).toEqual([]);
  expect(marksOf({ ...station, lastContactAt: null }, now)).toEqual(['neverHeard']);
  const grave = { ...station, lastContactAt: hours(25), clockSkewMs: -121_000, unsent: 3 };
  expect(marksOf(grave, now)).toEqual(['silent', 'clock', 'unsent']);
  expect(marksOf({ ...grave, revokedAt: hours(2) }, now)).toEqual(['revoked']);
  expect(marksOf({ ...station, clockSkewMs: 119_000 }, now)).toEqual([]);
});

test('a connection warns before its last key ends', () => {
  const key = (days: number) => ({ key: 'a', goodUntil: hours(-24 * days), usedAt: null });
  const connection = {
    id: 'erp',
    name: 'ERP',
    scopes: [],
    siteIds: null,
    appointedBy: 'Ada',
    appointedAt: hours(1),
    retiredAt: null,
    keys: [key(3), key(90)],
    calls: { all: 9, refused: 0, lastAt: null },
  };
  expect(connectionMarks(connection, now)).toEqual([]);
  expect(connectionMarks({ ...connection, keys: [key(3)] }, now)).toEqual(['endsSoon']);
  expect(connectionMarks({ ...connection, keys: [] }, now)).toEqual(['noKey']);
  expect(connectionMarks({ ...connection, retiredAt: hours(1) }, now)).toEqual(['retired']);
  const calls = { ...connection.calls, refused: 1 };
  expect(connectionMarks({ ...connection, calls }, now)).toEqual(['refused']);
});

test('somebody is found by their name without its marks, a station by its fingerprint too', () => {
  const body = {
    id: 'p',
    name: 'Jörg Überschär',
    badge: 'JOERG101',
    roles: ['dock'],
    siteIds: ['s'],
  };
  const person = Person.parse({ ...body, active: true });
  const row = { person, joinedAt: [], lockedAt: [] };
  const by = (typed: string) => isShown(row, { shown: 'all', siteId: 'all', typed });
  expect(['uberschar', 'ÜBERSCHÄR jörg', 'joerg101', ''].filter(by)).toHaveLength(4);
  expect(by('uberschar sabine')).toBe(false);
  const station = { name: 'Tor 1', fingerprint: 'ae34f00baa11' };
  expect(
    ['tor', '1', 'AE34 F0', 'ae34f00baa11'].filter((it) => isCalled(station, it)),
  ).toHaveLength(4);
  expect(isCalled(station, 'f00b')).toBe(false);
});
