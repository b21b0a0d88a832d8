/** Commands nobody signed, or not like this: made from honest ones of every kind, by somebody with a token and no key. */
import { generateKeyPairSync, randomInt } from 'node:crypto';
import { count } from 'drizzle-orm';
import { expect } from 'vitest';
import { facts } from '../../../central/database/schema.ts';
import type { Fact } from '../../../shared/facts/fact.ts';
import { commandHash, seal, signHash } from '../../../shared/node/seal.ts';
import { type Command, chainStart } from '../../../shared/sync/command.ts';
import { factId, stationId } from '../../builders/cases/ids.ts';
import { aReturn } from '../../central/aReturn.ts';
import { aStation, type Pushed, verdictsOf } from '../../central/aStation.ts';
import type { Ground } from '../../central/onEachDatabase.ts';
import { everyField } from './everyField.ts';
import { everyKind } from './everyKind.ts';
import { leavesOf, oddValues, withLeaf } from './oddValues.ts';

type Forged = Readonly<Record<string, unknown>>;

const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
const resealed = (command: Forged): Forged => {
  const { hash: _hash, signature: _signature, ...content } = command;
  const hash = commandHash(content);
  return { ...content, hash, signature: signHash(hash, stranger) };
};

/** Each makes something else of an honest command that has not been sent. */
const forgeries: Readonly<Record<string, (honest: Command, other: Command) => Forged>> = {
  'signed by a stranger': (honest) => resealed(honest),
  'signed for another': (honest, other) => ({ ...honest, signature: other.signature }),
  'a bit of the signature': (honest) => {
    const bytes = Buffer.from(honest.signature, 'base64');
    const place = randomInt(bytes.length);
    bytes[place] = (bytes[place] ?? 0) ^ (1 << randomInt(8));
    return { ...honest, signature: bytes.toString('base64') };
  },
  'a value, the hash left': (honest) => changed(honest),
  'a value, the hash made anew': (honest) => {
    const one = changed(honest);
    const { hash: _hash, signature, ...content } = one;
    return { ...content, hash: commandHash(content), signature };
  },
  'a value, signed by a stranger': (honest) => resealed(changed(honest)),
  'another chain': (honest) => resealed({ ...honest, previousHash: 'f'.repeat(64) }),
  unsigned: ({ signature: _signature, ...honest }) => honest,
  'no hash': ({ hash: _hash, ...honest }) => honest,
  'more than it says': (honest) => ({ ...honest, admitted: true, role: 'supervisor' }),
  'in the name of a supervisor': (honest) =>
    resealed({ ...honest, fact: { ...honest.fact, personId: 'sara' } }),
};

/** What these take no number by: whatever is behind them waits for it. */
const misnumbered: typeof forgeries = {
  'another number': (honest) => ({ ...honest, sequence: honest.sequence + randomInt(1, 500) }),
  'a number out of reach': (honest) => resealed({ ...honest, sequence: 9_000_000_000_000_000 }),
  "another's number": (honest, other) => ({ ...honest, sequence: other.sequence }),
  'of another station': (honest, other) => ({ ...honest, stationId: other.stationId }),
};

/**
 * A station's chain as whoever forges its commands would write it: each has the number central waits for
 * and is behind the one before, so that nothing but its signature, or what it says, is in the way.
 */
function chainOf(id: string, keys: Ground['keys']) {
  let [sequence, made, previousHash] = [0, 0, chainStart];
  const honest = (fact: Fact): Command => {
    const key = keys.get(fact.personId);
    if (!key) throw new Error(`No key for ${fact.personId}`);
    const station = stationId(id);
    made += 1;
    return seal(
      {
        version: 1,
        // Under an id that was never refused: what was, is answered as before and read no more.
        fact: { ...fact, id: factId(`${fact.id}-${made}`), stationId: station },
        basis: { cursor: null, heads: [] },
        stationId: station,
        sequence: sequence + 1,
        previousHash,
      },
      key,
    );
  };
  return {
    honest,
    next(fact: Fact, forge: (one: Command) => Forged): Forged {
      const forged = forge(honest(fact));
      sequence += 1;
      // Behind what has no hash a chain begins anew: any will do.
      if (typeof forged['hash'] === 'string') previousHash = forged['hash'];
      return forged;
    },
  };
}

/** The fact with one of its values another; many of them odd. */
function changed(honest: Command): Forged {
  const before = JSON.stringify(honest.fact);
  const paths = leavesOf(honest.fact);
  for (;;) {
    const path = paths[randomInt(paths.length)] ?? [];
    const fact = withLeaf(honest.fact, path, oddValues[randomInt(oddValues.length)]);
    if (JSON.stringify(fact) !== before) return { ...honest, fact };
  }
}

export type ForgedFigures = {
  readonly sent: number;
  readonly applied: number;
  readonly failures: number;
  readonly answers: Readonly<Record<string, number>>;
};

/** Sends so many, by the forger's station and in the name of an honest one; then the honest one works on. */
export async function sendForged(ground: Ground, wanted: number): Promise<ForgedFigures> {
  const { central, keys, nextCase } = ground;
  const [forger, victim] = [await aStation(central, keys), await aStation(central, keys)];
  const storedBefore = await countFacts(ground);
  const answers = new Map<string, number>();
  let [sent, applied, failures] = [0, 0, 0];
  const victimCopy = await aStation(central, keys);
  // Honest ones that never leave the forger: what he saw, or made himself without a key.
  while (sent < wanted) {
    const owner = await aStation(central, keys);
    const number = nextCase();
    const beside = victimCopy.seal(aReturn(nextCase()).count);
    const records = [...everyKind(number), ...everyField(number)];
    const chain = chainOf(owner.id, keys);
    const numbered = records.flatMap((fact) =>
      Object.values(forgeries).map((forge) => chain.next(fact, (honest) => forge(honest, beside))),
    );
    const others = records.flatMap((fact) =>
      Object.values(misnumbered).map((forge) => forge(chain.honest(fact), beside)),
    );
    const batch = [...numbered, ...others];
    for (const station of [owner, forger]) {
      for (let from = 0; from < batch.length && sent < wanted; from += 100) {
        const commands = batch.slice(from, from + 100);
        const answer = await station.call('POST', '/central/commands', {
          contractVersion: 1,
          epoch: null,
          commands,
        });
        sent += commands.length;
        if (answer.status >= 500) failures += 1;
        if (answer.status !== 200) {
          const code = `status ${answer.status}`;
          answers.set(code, (answers.get(code) ?? 0) + commands.length);
          continue;
        }
        const verdicts = verdictsOf(answer.body as Pushed);
        for (const verdict of verdicts) answers.set(verdict, (answers.get(verdict) ?? 0) + 1);
        applied += verdicts.filter((verdict) => verdict === 'applied').length;
        const left = commands.length - verdicts.length;
        if (left > 0) answers.set('behind a gap', (answers.get('behind a gap') ?? 0) + left);
      }
    }
  }
  expect(await countFacts(ground)).toBe(storedBefore);
  const { inspected, approval } = aReturn(nextCase());
  const honest = verdictsOf(await victim.record(...inspected, approval));
  expect(new Set(honest)).toEqual(new Set(['applied']));
  const sorted = [...answers].toSorted(([, a], [, b]) => b - a);
  return { sent, applied, failures, answers: Object.fromEntries(sorted) };
}

async function countFacts({ central }: Ground): Promise<number> {
  const [found] = await central.database.rows.select({ all: count() }).from(facts);
  return found?.all ?? 0;
}
