import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Chain, Decided, KnownCommand } from '../../../central/commands/batch.ts';
import { decideCommands } from '../../../central/commands/decideCommands.ts';
import { readCommand, type SentCommand } from '../../../central/commands/readCommand.ts';
import type { Fact } from '../../../shared/facts/fact.ts';
import { seal } from '../../../shared/node/seal.ts';
import { chainStart } from '../../../shared/sync/command.ts';
import { anOrderLine } from '../../builders/cases/anOrderLine.ts';
import { factId, orderLineId, personId, stationId } from '../../builders/cases/ids.ts';
import { emptyLedger } from '../../builders/central/emptyLedger.ts';
import { caseNumber, people } from '../aCompany.ts';
import { aBlindReturn, aReturn } from '../aReturn.ts';

const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });

/** What four stations recorded while none of them could reach central. */
function recorded(): ReadonlyMap<string, readonly SentCommand[]> {
  const one = aReturn(1);
  const two = aReturn(2);
  const { blind, counted, opened, link, finding } = aBlindReturn(3);
  const olgas = { ...one.approval, id: factId('rival-approval'), personId: personId('olga') };
  const facts: Readonly<Record<string, readonly Fact[]>> = {
    dock: [one.arrival, blind, counted, two.arrival],
    bench: [
      one.count,
      one.finding,
      two.count,
      opened,
      finding,
      one.inspection,
      two.finding,
      two.inspection,
    ],
    desk: [link, one.approval, two.approval],
    office: [olgas],
  };
  return new Map(
    Object.entries(facts).map(([station, list]) => [station, list.reduce(sealNext(station), [])]),
  );
}

function sealNext(station: string) {
  return (sealed: readonly SentCommand[], fact: Fact): readonly SentCommand[] => {
    const command = seal(
      {
        version: 1,
        fact: { ...fact, stationId: stationId(station) },
        basis: { cursor: null, heads: [] },
        stationId: stationId(station),
        sequence: sealed.length + 1,
        previousHash: sealed.at(-1)?.hash ?? chainStart,
      },
      privateKey,
    );
    return [...sealed, readCommand(command)];
  };
}

/** Central with nothing but memory. */
function aCentral() {
  const workingSet = emptyLedger({
    people,
    cases: [caseNumber(1), caseNumber(2)],
    orderLines: ['order-line-1', 'order-line-2'].map((id) => anOrderLine({ id: orderLineId(id) })),
  });
  const chains = new Map<string, Chain>();
  const answers = new Map<string, Map<string, KnownCommand>>();
  const applied: Decided[] = [];
  return {
    workingSet,
    applied,
    push(station: string, sent: readonly SentCommand[]) {
      const chain = chains.get(station) ?? { lastSequence: 0, lastHash: chainStart };
      const known = answers.get(station) ?? new Map<string, KnownCommand>();
      chains.set(station, chain);
      answers.set(station, known);
      const { decided } = decideCommands(sent, {
        station: { id: station, siteId: 'site-1' },
        chain,
        steppedOver: [],
        known,
        workingSet,
        proved: new Set(sent),
        acceptedAt: '2026-11-20T16:00:00.000Z',
      });
      applied.push(...decided.filter((d) => d.admitted !== null));
      return decided;
    },
  };
}

const stations = ['dock', 'bench', 'desk', 'office'] as const;
/** Which station sends which stretch of its journal next: gaps, repetitions, lost answers and all. */
const schedule = fc.array(
  fc.record({
    station: fc.constantFrom(...stations),
    from: fc.nat(6),
    count: fc.integer({ min: 1, max: 7 }),
  }),
  { maxLength: 40 },
);

test('whatever order and repetition commands arrive in, all count once and each return is refunded once', () => {
  const journals = recorded();
  fc.assert(
    fc.property(schedule, (pushes) => {
      const central = aCentral();
      for (const { station, from, count } of pushes)
        central.push(station, (journals.get(station) ?? []).slice(from, from + count));
      // In the end everybody gets through, and asks again about what was put off.
      for (let round = 0; round < 6; round += 1)
        for (const [station, journal] of journals) central.push(station, journal);

      const ids = central.applied.map((d) => d.sent.id);
      expect(new Set(ids).size).toBe(ids.length);
      const commands = [...journals.values()].flat().map((sent) => sent.id);
      const left = commands.filter((id) => !ids.includes(id));
      expect([['fact-approval-1'], ['rival-approval']]).toContainEqual(left);
      const refunds = [...central.workingSet.refunds.values()].flat();
      expect(refunds.map((r) => `${r.verdictId} ${r.amount}`).toSorted()).toEqual([
        'verdict-1 125000',
        'verdict-2 125000',
      ]);
    }),
    { numRuns: 400, seed: 20261123 },
  );
});
