/**
 * Who sits at a station of the site, or has stolen one, and means harm: with a copy of every journal and
 * every token, but nobody's key save what lies at those two stations.
 */
import { dependenciesOf, providedBy } from '../../central/cases/dependencies.ts';
import type { SentCommand } from '../../central/commands/readCommand.ts';
import type { Fact } from '../../shared/facts/fact.ts';
import { assertNever } from '../../shared/result.ts';
import type { Command } from '../../shared/sync/command.ts';
import { caseId, factId, personId, stationId } from '../builders/cases/ids.ts';
import { aHold } from '../builders/cases/recordedFacts.ts';
import { readSealed, sealAfter, unreadable } from './cheapSeal.ts';
import { type Desk, factsOf } from './intentions.ts';
import type { Caller, ModelCentral } from './modelCentral.ts';
import type { ModelStation } from './modelStation.ts';
import { hostileStation, revokedStation } from './papers.ts';
import type { Attack } from './schedule.ts';

export type Strike = {
  readonly caller: Caller;
  readonly sent: readonly SentCommand[];
  /** What must never count. */
  readonly forged: readonly Fact[];
};

const mallory = { personId: 'mallory', stationId: hostileStation };
const rowsAtOnce = 10;

export function strike(
  attack: Attack,
  pick: number,
  world: {
    readonly victim: ModelStation;
    readonly others: readonly ModelStation[];
    readonly central: ModelCentral;
    readonly desk: Omit<Desk, 'station'>;
  },
): Strike {
  const { victim, others, central, desk } = world;
  const caller: Caller = { stationId: hostileStation, isProved: true };
  const { chains, facts } = central.state();
  const chainOf = (name: string) => {
    const { lastSequence = 0, lastHash = null } = chains.get(name) ?? {};
    return lastHash === null ? undefined : { sequence: lastSequence, hash: lastHash };
  };
  const last = chains.get(victim.name)?.lastSequence ?? 0;
  const unsent = victim.journal.filter(({ fact }) => !facts.has(fact.id));
  const id = () => `forged-${desk.fresh()}`;
  const junk = (sequence: number, of = victim.name) => unreadable(of, sequence, id());
  const plain = (sent: readonly SentCommand[]): Strike => ({ caller, sent, forged: [] });
  switch (attack) {
    case 'stealNumbers':
      return plain(Array.from({ length: 1 + pick }, (_, at) => junk(last + 1 + at)));
    case 'useUpIds':
      return plain(
        unsent.map(({ fact }) =>
          unreadable(victim.name, pick % 2 === 0 ? last + 1 : Math.max(1, last), fact.id),
        ),
      );
    case 'forgeBehind':
      return forgeBehind();
    case 'numberFarAhead': {
      const far = [Number.MAX_SAFE_INTEGER, last + 1_000, last + 2][pick % 3] ?? last + 2;
      const fact = holdBy('dora', victim.name);
      const sealed = sealAfter({ sequence: far - 1, hash: 'somewhere' }, fact, mallory);
      return { caller, sent: [junk(far), readSealed(sealed)], forged: [fact] };
    }
    case 'forge': {
      const by = pick % 3 === 0 ? [holdBy('mallory', victim.name)] : recordedAt(victim.name);
      return { caller, sent: chained(victim.name, by, mallory), forged: by };
    }
    case 'handInCopies': {
      const from = victim.journal.slice(pick % 4);
      const copies = pick % 2 === 0 ? from : from.toReversed();
      return plain([...copies, ...copies.slice(0, 2)].map(readSealed));
    }
    case 'copyToken':
      return {
        caller: { stationId: victim.name, isProved: false },
        sent: [junk(last + 1), junk(last + 2)],
        forged: [],
      };
    case 'putAside': {
      const of = pick % 2 === 0 ? victim.name : hostileStation;
      const next = (chains.get(of)?.lastSequence ?? 0) + 1;
      return plain(Array.from({ length: rowsAtOnce }, (_, at) => junk(next + at, of)));
    }
    case 'afterRevocation': {
      const by = recordedAt(revokedStation.id);
      return { caller, sent: chained(revokedStation.id, by), forged: by };
    }
    default:
      return assertNever(attack);
  }

  /**
   * Under a number long gone, the thing that somebody's next record names and a colleague has not sent
   * yet; and behind it that record, as it was signed.
   */
  function forgeBehind(): Strike {
    const unsentElsewhere = [victim, ...others].flatMap(({ journal }) =>
      journal.flatMap(({ fact }) => (facts.has(fact.id) ? [] : [fact])),
    );
    for (const { name, journal } of [victim, ...others]) {
      const at = chains.get(name)?.lastSequence ?? 0;
      const next = journal.find(({ sequence }) => sequence === at + 1);
      const names = next ? dependenciesOf(next.fact).map((named) => named.id) : [];
      const thing = unsentElsewhere.find(
        (fact) => fact.stationId !== name && providedBy(fact).some((one) => names.includes(one)),
      );
      if (at === 0 || !next || !thing) continue;
      const fact: Fact = { ...thing, stationId: stationId(name) };
      const behind = sealAfter({ sequence: at - 1, hash: 'somewhere' }, fact, mallory);
      return { caller, sent: [behind, next].map(readSealed), forged: [fact] };
    }
    return plain([]);
  }

  function recordedAt(station: string): readonly Fact[] {
    const what = pick % 2 === 0 ? 'approvedReturn' : 'approve';
    return factsOf(what, pick, { ...desk, station });
  }

  function holdBy(person: string, station: string): Fact {
    return {
      ...aHold({ caseId: caseId([...desk.cases.keys()][0] ?? 'case-1') }),
      id: factId(id()),
      personId: personId(person),
      stationId: stationId(station),
    };
  }

  /** In their place behind what central has, by whoever signs. */
  function chained(
    station: string,
    recorded: readonly Fact[],
    signer?: typeof mallory,
  ): readonly SentCommand[] {
    let before: Pick<Command, 'sequence' | 'hash'> | undefined = chainOf(station);
    return recorded.map((fact) => {
      const sealed = sealAfter(before, fact, signer);
      before = sealed;
      return readSealed(sealed);
    });
  }
}
