/** One history in memory: central's pure decisions, and the naive ledger looking over its shoulder. */

import { fileOf, type WorkingSet } from '../../../../central/cases/workingSet.ts';
import type { Chain, KnownCommand } from '../../../../central/commands/batch.ts';
import { decideCommands } from '../../../../central/commands/decideCommands.ts';
import type { SentCommand } from '../../../../central/commands/readCommand.ts';
import type { CaseFile } from '../../../../shared/cases/reading/caseFile.ts';
import type { Grant, Person, Refund } from '../../../../shared/facts/documents.ts';
import { Fact } from '../../../../shared/facts/fact.ts';
import { commandHash } from '../../../../shared/node/seal.ts';
import { invoicedFor } from '../../../../shared/policy/decide/eligible.ts';
import { chainStart } from '../../../../shared/sync/command.ts';
import { aPerson } from '../../../builders/cases/decidedFacts.ts';
import { personId, stationId } from '../../../builders/cases/ids.ts';
import { emptyLedger } from '../../../builders/central/emptyLedger.ts';
import { dice as diceOf } from '../../../faults/dice.ts';
import { type Counted, NaiveLedger } from './naiveLedger.ts';
import { paidWithoutAWord, serialsAgain } from './naiveSerials.ts';
import { anOffice, supervisors } from './office.ts';
import { type AtStation, oneStep, type Teller } from './peopleAtWork.ts';

export const modelPeople: readonly Person[] = [
  aPerson({ id: personId('dora'), badge: 'DORA01', roles: ['dock'] }),
  aPerson(),
  aPerson({ id: personId('inga'), badge: 'INGA01' }),
  aPerson({ id: personId('igor'), badge: 'IGOR01' }),
  ...supervisors.map((name) =>
    aPerson({ id: personId(name), badge: `${name.toUpperCase()}1`, roles: ['supervisor'] }),
  ),
];

export type Tale = {
  readonly wrong: readonly string[];
  readonly decided: number;
  readonly granted: number;
  readonly refunds: number;
  readonly byTwo: number;
  readonly beyond: number;
  readonly exchanged: number;
  /** Serials of paid cases that another case had in hand. */
  readonly serialsAgain: number;
  /** Why what was refused was. */
  readonly refusals: readonly string[];
};

/** `atEnd` is told what central knows once everybody has met. */
export function playInMemory(
  seed: number,
  steps: number,
  atEnd: (known: WorkingSet) => void = () => {},
): Tale {
  const dice = diceOf(seed);
  const office = anOffice(dice, `h${seed}`);
  const workingSet = emptyLedger({ ...office, people: modelPeople });
  const lines = new Map<string, { invoiced: number; shipped: number; unitPrice: number }>(
    office.orderLines.map((line) => [
      line.id,
      { invoiced: invoicedFor(line), shipped: line.shippedQuantity, unitPrice: line.unitPrice },
    ]),
  );
  const naive = new NaiveLedger(lines, office.contract.secondApprovalAbove);
  const stations = ['left', 'right'].map(
    (id): AtStation => ({ id, told: { facts: [], refunds: [], grants: [] }, queue: [] }),
  );
  const chains = new Map<string, Chain>();
  const teller: Teller = { name: `h${seed}`, told: 0 };
  const tale = {
    wrong: [] as string[],
    decided: 0,
    granted: 0,
    refunds: 0,
    byTwo: 0,
    beyond: 0,
    exchanged: 0,
    serialsAgain: 0,
    refusals: [] as string[],
  };

  const meet = (station: AtStation) => {
    // One at a time, to hold the naive ledger against each.
    for (const fact of station.queue) push(station, fact);
    station.queue = [];
    const grants = [...workingSet.grants.values()].flat();
    const refunds = [...workingSet.refunds.values()].flat();
    station.told = { facts: [...workingSet.facts.byId.values()], refunds, grants };
  };
  const push = (station: AtStation, fact: Fact) => {
    const chain = chains.get(station.id) ?? { lastSequence: 0, lastHash: chainStart };
    chains.set(station.id, chain);
    const sent = sealed(fact, station.id, chain);
    const { decided } = decideCommands([sent], {
      station: { id: station.id, siteId: 'site-1' },
      chain,
      steppedOver: [],
      known: new Map<string, KnownCommand>(),
      workingSet,
      proved: new Set([sent]),
      acceptedAt: '2026-11-20T16:00:00.000Z',
    });
    const [one] = decided;
    if (fact.kind === 'verdictDecided') tale.decided += 1;
    if (one?.result.kind === 'refused')
      tale.refusals.push(`${fact.kind} ${one.result.refusal.code}`);
    const grant = one?.admitted?.grant ?? null;
    if (grant) enter(grant, one?.admitted?.refund ?? null);
    else if (one?.admitted?.refund) tale.wrong.push(`${fact.id}: a refund without a grant`);
  };
  const enter = (grant: Grant, refund: Refund | null) => {
    const file = fileOf(workingSet, grant.caseId);
    const told = [...workingSet.facts.byId.values()];
    tale.granted += 1;
    if (refund) tale.refunds += 1;
    if (grant.signedBy.length === 2) tale.byTwo += 1;
    if (grant.added.some((a) => (a.exchanged ?? 0) > 0)) tale.exchanged += 1;
    tale.wrong.push(
      ...naive.enter(grant, refund, file?.facts ?? [], file ? countedIn(file) : []),
      ...paidWithoutAWord(grant, office, told),
    );
    const again = serialsAgain(office, told, grant.caseId).length;
    if (again > 0 && grant.added.some((a) => a.paid > 0)) tale.serialsAgain += again;
  };

  for (let step = 0; step < steps; step += 1) {
    const station = dice.one(stations);
    oneStep(dice, office, station, teller);
    // Sometimes at once, sometimes after a long time offline.
    if (dice.below(station.id === 'left' ? 2 : 9) === 0) meet(station);
  }
  for (const station of [...stations, ...stations]) meet(station);
  for (const line of office.orderLines) {
    const { money, goods } = naive.ofLine(line.id);
    if (money + goods > invoicedFor(line)) tale.beyond += 1;
  }
  atEnd(workingSet);
  return tale;
}

export function countedIn({ returnCase, unitGroups }: CaseFile): readonly Counted[] {
  return unitGroups.map((group) => ({
    group: group.unitGroupId,
    line: returnCase.lines.find((line) => line.id === group.returnLineId)?.orderLineId ?? null,
    quantity: group.quantity,
  }));
}

/** As a station seals it, but for the signature, which nobody verifies here. */
function sealed(fact: Fact, station: string, chain: Chain): SentCommand {
  const content = {
    version: 1 as const,
    fact: Fact.parse(fact),
    basis: { cursor: null, heads: [] },
    stationId: stationId(station),
    sequence: chain.lastSequence + 1,
    previousHash: chain.lastHash ?? chainStart,
  };
  const hash = commandHash(content);
  return {
    id: fact.id,
    stationId: station,
    sequence: content.sequence,
    previousHash: content.previousHash,
    hash,
    contentHash: hash,
    command: { ...content, hash, signature: '' },
    trouble: '',
    envelope: '{}',
  };
}
