import { expect, test } from 'vitest';
import { admitFact } from '../../../shared/cases/admitFact.ts';
import { recordsHashOf } from '../../../shared/cases/decisions/recordsHash.ts';
import { readCaseFile } from '../../../shared/cases/reading/caseFile.ts';
import { basisOf } from '../../../shared/cases/reading/layers.ts';
import { nextReportNumber, reportName } from '../../../shared/cases/reading/reportName.ts';
import type { Fact, FactOf } from '../../../shared/facts/fact.ts';
import { aCase } from '../../builders/cases/aCase.ts';
import { aPerson } from '../../builders/cases/decidedFacts.ts';
import { caseId, factId, stationId } from '../../builders/cases/ids.ts';
import { aFinding, anArrival, aUnitGroup } from '../../builders/cases/recordedFacts.ts';

function aReport(overrides: Partial<FactOf<'reportMade'>> = {}): FactOf<'reportMade'> {
  const { siteId, stationId: station, at } = anArrival();
  return {
    siteId,
    stationId: station,
    at,
    id: factId('report-1'),
    personId: aPerson().id,
    kind: 'reportMade',
    caseId: caseId('case-1'),
    number: 1,
    version: 'client',
    language: 'en',
    paper: 'A4',
    sha256: 'a'.repeat(64),
    bytes: 1000,
    recordsHash: 'b'.repeat(64),
    ...overrides,
  };
}

const goods: readonly Fact[] = [anArrival(), aUnitGroup(), aFinding()];
const fileOf = (...reports: Fact[]) => readCaseFile(aCase(), [...goods, ...reports]);

function codeOf(fact: Fact, file: ReturnType<typeof fileOf> | null): string {
  const view = {
    file,
    owner: null,
    goods: [],
    arrival: null,
    twin: null,
    target: null,
    isIdTaken: false,
    references: null,
    refunds: [],
  };
  const admitted = admitFact(fact, aPerson(), view);
  return admitted.ok ? 'admitted' : admitted.refusal.code;
}

test('a station never gives a number of a case out twice', () => {
  expect(codeOf(aReport(), fileOf())).toBe('admitted');
  const second = aReport({ id: factId('report-2') });
  expect(codeOf(second, fileOf(aReport()))).toBe('reportNumberTaken');
  expect(codeOf({ ...second, number: 2 }, fileOf(aReport()))).toBe('admitted');
  expect(codeOf(aReport(), null)).toBe('unknownCase');
});

test('two stations that could not hear of each other count alike, and their reports are not called alike', () => {
  const there = aReport({ id: factId('report-2'), stationId: stationId('station-2') });
  expect(codeOf(there, fileOf(aReport()))).toBe('admitted');
  expect(reportName(there)).not.toBe(reportName(aReport()));
  expect(nextReportNumber(fileOf(aReport(), there), there.stationId)).toBe(2);
});

test('of ten thousand stations two in a hundred thousand pairs at most have one mark', () => {
  const names = new Set<string>();
  for (let at = 0; at < 10_000; at += 1)
    names.add(reportName({ number: 1, stationId: stationId(`0193c2a4-7f00-7abc-9def-${at}`) }));
  expect(names.size).toBeGreaterThan(9_900);
  for (const name of names) expect(name).toMatch(/^1-[0-9A-HJKMNP-TV-Z]{4}$/);
});

test('a report changes nothing of what the case is decided by', () => {
  const [without, reported] = [fileOf(), fileOf(aReport())];
  expect(reported.state).toBe(without.state);
  const basis = (file: typeof without) =>
    file.layers.map((layer) => basisOf(file.facts, file.layers, layer));
  expect(basis(reported)).toEqual(basis(without));
  expect(recordsHashOf(reported)).toBe(recordsHashOf(without));
  expect(recordsHashOf(readCaseFile(aCase(), goods.slice(1)))).not.toBe(recordsHashOf(without));
});

test('somebody who takes the highest number there is keeps nobody from printing', () => {
  const taken = aReport({ number: 9999 });
  const elsewhere = stationId('station-2');
  expect(nextReportNumber(fileOf(taken), elsewhere)).toBe(1);
  const own = aReport({ id: factId('report-2'), stationId: elsewhere, number: 1 });
  expect(nextReportNumber(fileOf(taken, own), elsewhere)).toBe(2);
  expect(codeOf(own, fileOf(taken))).toBe('admitted');
});
