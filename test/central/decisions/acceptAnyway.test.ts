import { describe, expect, test } from 'vitest';
import { dutyKey } from '../../../central/cases/workingSet.ts';
import { decideCommands } from '../../../central/commands/decideCommands.ts';
import type { RefusedRecord } from '../../../central/commands/refusedRecord.ts';
import type { Person } from '../../../shared/facts/documents.ts';
import type { Fact, FactOf } from '../../../shared/facts/fact.ts';
import { aPerson } from '../../builders/cases/decidedFacts.ts';
import { factId, personId, siteId, stationId } from '../../builders/cases/ids.ts';
import { recordedOn } from '../../builders/cases/recordedFacts.ts';
import { aReturn } from '../aReturn.ts';
import { aBatch, pushed, recorded, said, sealed } from './aBatch.ts';

const { arrival, count, finding } = aReturn();
/** Who left since, without a role for what was counted. */
const dora = aPerson({
  id: personId('dora'),
  roles: [],
  active: false,
  siteIds: [siteId('site-2')],
});
const byDora = { ...count, personId: dora.id, stationId: stationId('station-7') };

function refusedOnce(fact: Fact, signer: Person | null = dora): RefusedRecord {
  const [sent] = sealed([fact], { sequence: 6, hash: 'a'.repeat(64) });
  if (!sent) throw new Error('nothing was sealed');
  return { sent, fact, signer };
}

function word({ sent, fact }: RefusedRecord, by = 'sara'): FactOf<'acceptedAnyway'> {
  return {
    id: factId(`word-of-${by}`),
    kind: 'acceptedAnyway',
    siteId: siteId('site-1'),
    stationId: stationId('station-1'),
    personId: personId(by),
    at: recordedOn('2026-11-20'),
    caseId: fact.caseId,
    accepts: fact.id,
    hash: sent.hash ?? '',
    hands: 'received',
    reason: 'Seen by myself',
  };
}

function batchWith(record: RefusedRecord, changes: Parameters<typeof aBatch>[0] = {}) {
  const batch = aBatch({ refused: new Map([[record.fact.id, record]]), ...changes });
  return batch;
}

describe('A supervisor’s word for a refused record', () => {
  test('lets it count as if its signer had been entitled, by their own hands', () => {
    const record = refusedOnce(byDora);
    const batch = batchWith(record);
    const sent = sealed([arrival, word(record), finding]);
    const { decided } = decideCommands(sent, batch);
    expect(decided.map(said)).toEqual(['applied', 'applied', 'applied']);
    expect(decided[1]?.accepted).toMatchObject({
      record,
      admitted: { fact: byDora, duty: 'touched' },
    });
    expect(batch.workingSet.duties.get(dutyKey('case-1', 'dora'))).toBe('touched');
    expect(batch.known.get(byDora.id)).toMatchObject({
      status: 'applied',
      result: { id: byDora.id },
    });
  });

  test('counts once: the second word adds nothing', () => {
    const record = refusedOnce(byDora);
    const batch = batchWith(record);
    const sent = sealed([arrival, word(record), word(record, 'olga')]);
    const { decided } = decideCommands(sent, batch);
    expect(decided.map(said)).toEqual(['applied', 'applied', 'applied']);
    expect(decided.map((one) => one.accepted !== undefined)).toEqual([false, true, false]);
  });

  test.each<[string, RefusedRecord, string]>([
    ['whose signature nobody can tell', refusedOnce(byDora, null), 'refused badSignature'],
    ['of a case of another site', refusedOnce({ ...byDora, siteId: siteId('site-2') }), 'refused'],
  ])('is no word for a record %s', (_, record, says) => {
    expect(recorded(batchWith(record), arrival, word(record)).at(-1)).toContain(says);
  });

  test('waits for what the record rests on, and falls with it', () => {
    const record = refusedOnce(byDora);
    expect(recorded(batchWith(record), word(record))).toEqual(['deferred']);
    const fallen = batchWith(record, { workingSet: { rejected: new Set(['arrival-1']) } });
    expect(recorded(fallen, word(record))).toEqual(['refused unknownArrival']);
  });

  test('does not stand for what the record says', () => {
    const record = refusedOnce(byDora);
    const { workingSet } = aBatch();
    const duties = new Map([[dutyKey('case-1', 'dora'), 'decided' as const]]);
    const batch = batchWith(record, { workingSet: { ...workingSet, duties } });
    const sent = sealed([arrival].map((fact) => ({ ...fact, personId: personId('ivan') })));
    pushed(batch, sent);
    expect(recorded(batch, word(record))).toEqual(['refused ownHandsOnCase']);
  });

  test('is for that very record: another content under its id is none', () => {
    const record = refusedOnce(byDora);
    const other = { ...word(record), hash: 'f'.repeat(64) };
    expect(recorded(batchWith(record), arrival, other).at(-1)).toBe('refused notRefused');
  });
});
