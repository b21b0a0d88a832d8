import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { CommandResult } from '../../../shared/sync/centralApi.ts';
import { CaseAtCentral, SearchResponse } from '../../../shared/sync/searchApi.ts';
import { readPull, readPush, readTolerantly } from '../../../shared/sync/tolerant.ts';
import { anArrival } from '../../builders/cases/recordedFacts.ts';
import { officeDocuments } from '../../builders/station/aLoneStation.ts';

const at = '2026-11-18T15:00:00.000Z';
const fact = { collection: 'facts', id: 'f', body: { fact: anArrival(), acceptedAt: at } };
const page = (changes: readonly unknown[]) => ({
  changes,
  cursor: '7',
  more: false,
  epoch: 'e',
  minimumContractVersion: 1,
  time: at,
});

/** The same with a field nobody here knows, in every object however deep. */
function grown(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(grown);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, grown(inner)] as const);
  return { ...Object.fromEntries(entries), sinceNextYear: { deep: [1, { x: null }] } };
}

describe('What a newer central says', () => {
  test('a page with fields this build does not know is read, and they are kept', () => {
    const changes = [...officeDocuments(), fact];
    const read = readPull(grown(page(changes)));
    if (!read.ok) throw new Error(read.refusal);
    expect(read.value).toMatchObject({ changes, cursor: '7', unread: [] });
    expect(read.value.changes).toEqual(changes.map(grown));
  });

  test('an unknown collection, an unknown kind of fact or a value out of bounds holds up nothing else', () => {
    const known = officeDocuments();
    const strange = [
      { collection: 'robots', id: 'r2', body: { arms: 2 } },
      { ...fact, id: 'g', body: { fact: { ...anArrival(), kind: 'weighed' }, acceptedAt: at } },
      { ...fact, id: 'h', body: { fact: { ...anArrival(), condition: 'frozen' }, acceptedAt: at } },
    ];
    const read = readPull(page([strange[0], ...known, strange[1], strange[2]]));
    expect(read).toMatchObject({
      ok: true,
      value: {
        changes: known,
        unread: [
          { collection: 'robots', id: 'r2' },
          { collection: 'facts', id: 'g' },
          { collection: 'facts', id: 'h' },
        ],
      },
    });
  });

  test('a station of before all refunds were told reads the latest of central’s answer', () => {
    const told = {
      state: 'instructed' as const,
      amount: 2_550,
      currency: 'USD',
      startedAt: at,
      dueOn: '2026-11-30',
      waitsFor: 0,
    };
    const standing = { kind: 'refund' as const, ...told, earlier: [{ ...told, amount: 10_000 }] };
    const cases = [{ caseId: 'case-1', rma: null, clientName: 'Harlan', standing }];
    const answer = SearchResponse.encode({ cases, more: false } as SearchResponse);
    const before = SearchResponse.extend({
      cases: z.array(
        CaseAtCentral.extend({
          standing: z.discriminatedUnion('kind', [
            z.strictObject({
              kind: z.literal('refund'),
              state: z.string(),
              amount: z.number().nullable(),
              currency: z.string(),
              startedAt: z.string().nullable(),
              dueOn: z.string().nullable(),
              waitsFor: z.number(),
            }),
          ]),
        }),
      ),
    });
    expect(before.safeParse(answer).success).toBe(false);
    expect(readTolerantly(before, answer)).toMatchObject({
      ok: true,
      value: { cases: [{ standing: { kind: 'refund', ...told } }] },
    });
  });

  test('a page that lacks what this build rests on is refused', () => {
    const { cursor: _cursor, ...lacking } = page([]);
    expect(readPull(lacking)).toMatchObject({ ok: false });
    expect(readPull('<html>')).toMatchObject({ ok: false });
  });

  test('an answer of an unknown kind leaves its command waiting; an unknown reason is a refusal all the same', () => {
    const said = {
      results: [
        { kind: 'applied', id: 'a', acceptedAt: at, by: 'central-2' },
        { kind: 'refused', id: 'b', refusal: { code: 'tooHeavy', kilograms: 4 } },
        { kind: 'postponed', id: 'c', until: at },
      ],
      expectedSequence: null,
      epoch: 'e',
      time: at,
      nextYear: true,
    };
    expect(readPush(said)).toMatchObject({
      ok: true,
      value: {
        results: [
          { kind: 'applied', id: 'a', acceptedAt: at },
          { kind: 'quarantined', id: 'b', reason: 'refused: tooHeavy' },
          { kind: 'deferred', id: 'c', missing: [] },
        ],
      },
    });
  });

  test('whatever is said, reading it ends, and what is accepted is what the schema accepts', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (said) => {
        const read = readTolerantly(CommandResult, said);
        if (read.ok) expect(CommandResult.safeParse(read.value).success).toBe(true);
        expect(readPull(said).ok && readPush(said).ok).toBe(false);
      }),
      { numRuns: 300, seed: 20261123 },
    );
  });
});
