import { setImmediate as whatCameIn } from 'node:timers/promises';
import type { Turn } from '../commands/turn.ts';

/**
 * Stations take turns at central's work, each with one thing at a time, so that what one of them asks in
 * crowds is its own to wait for. Whoever took little of late goes first; whoever took much waits until
 * none of the others is at work, and gets in between only so that it comes to an end at all.
 */
export type Turns = {
  /** Does a piece of work when it is the station's turn. */
  take<T>(stationId: string, work: (turn: Turn) => Promise<T>): Promise<T>;
};

export type TurnSettings = {
  /** Pieces of work at once, of all stations. */
  readonly atOnce: number;
  /** In ms, never backwards. */
  readonly clock: () => number;
};

type Asking = {
  isAtWork: boolean;
  /** Work done of late, in ms, as of `at`: it halves every few seconds. */
  used: number;
  at: number;
  askedAt: number;
  /** While others ask, whoever took much rests as long as its last part took. */
  restsUntil: number;
};
type Waiting = { readonly of: Asking; readonly since: number; readonly begin: () => void };

const halvesEveryMs = 5000;
/** Of the last seconds: more of it than people at work ever take. */
const muchMs = 1000;
/** Even with others always at work, whoever took much gets a part done this often. */
const patienceMs = 250;
/** Whoever asked within this is there. */
const thereMs = 3000;
/** For who rests, or has waited long. */
const lookAgainMs = 5;
const forgottenAfterMs = 60_000;

export function takeTurns({ atOnce, clock }: TurnSettings): Turns {
  const stations = new Map<string, Asking>();
  let waiting: Waiting[] = [];
  const atWork = new Set<Asking>();
  let alarm: NodeJS.Timeout | null = null;

  function stationOf(id: string): Asking {
    const now = clock();
    for (const [other, { askedAt, isAtWork }] of stations)
      if (!isAtWork && now - askedAt > forgottenAfterMs) stations.delete(other);
    const known = stations.get(id) ?? { ...noneYet, at: now };
    stations.set(id, known);
    known.askedAt = now;
    return known;
  }

  function usedBy(one: Asking): number {
    const now = clock();
    one.used *= 0.5 ** ((now - one.at) / halvesEveryMs);
    one.at = now;
    return one.used;
  }
  const tookMuch = (one: Asking) => usedBy(one) > muchMs;

  const isSharedBy = (of: Asking) =>
    [...stations.values()].some((one) => one !== of && clock() - one.askedAt < thereMs);

  function mayBegin({ of, since }: Waiting): boolean {
    if (of.isAtWork || atWork.size >= atOnce) return false;
    if (!tookMuch(of)) return true;
    if (clock() < of.restsUntil) return false;
    const others = [...atWork, ...waiting.map((w) => w.of)].filter((one) => one !== of);
    const hasRoom = [...atWork].filter(tookMuch).length < Math.max(1, atOnce / 2);
    return hasRoom && (others.every(tookMuch) || clock() - since >= patienceMs);
  }

  function letIn(): void {
    waiting.sort((a, b) => usedBy(a.of) - usedBy(b.of));
    for (let next = waiting.find(mayBegin); next; next = waiting.find(mayBegin)) {
      const one = next;
      waiting = waiting.filter((w) => w !== one);
      one.of.isAtWork = true;
      atWork.add(one.of);
      one.begin();
    }
    if (waiting.length > 0) alarm ??= setTimeout(lookAgain, lookAgainMs);
  }

  function lookAgain(): void {
    alarm = null;
    letIn();
  }

  async function begin(of: Asking): Promise<number> {
    await new Promise<void>((resolve) => {
      waiting.push({ of, since: clock(), begin: resolve });
      letIn();
    });
    return clock();
  }

  function end(of: Asking, since: number): void {
    usedBy(of);
    const took = clock() - since;
    of.used += took;
    of.restsUntil = isSharedBy(of) ? clock() + took : 0;
    of.isAtWork = false;
    atWork.delete(of);
    letIn();
  }

  return {
    async take(id, work) {
      const of = stationOf(id);
      let since = await begin(of);
      const isShared = () => isSharedBy(of);
      try {
        return await work({
          isShared,
          async giveWay() {
            if (!isShared()) return;
            end(of, since);
            await whatCameIn();
            since = await begin(of);
          },
        });
      } finally {
        end(of, since);
      }
    },
  };
}

const noneYet = { isAtWork: false, used: 0, at: 0, askedAt: 0, restsUntil: 0 };
