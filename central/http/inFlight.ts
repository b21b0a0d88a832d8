import { createHash } from 'node:crypto';
import { setTimeout as after } from 'node:timers/promises';
import type { FastifyReply } from 'fastify';
import { ApiRefusal } from './apiError.ts';

/** What stations asked and were not answered yet. */
export type InFlight = {
  /**
   * One more request of a proved station, until its answer is out or its line is gone. Refused, after a
   * moment in which whoever asks in circles does nothing else, beyond what a station asks at once.
   */
  enter(asked: Asked): Promise<void>;
  /** The same before anything is looked up, where the token is one that a station came in with. */
  refuseEarly(asked: Pick<Asked, 'token' | 'what'>): Promise<void>;
};

type Asked = {
  readonly token: string;
  readonly stationId: string;
  readonly what: What;
  readonly bytes: number;
  readonly reply: FastifyReply;
};
export type What = keyof typeof most;

/** A station asks a few things at once, and its page shows a screen full of pictures. */
const most = {
  records: { requests: 16, bytes: 8 * 1024 * 1024 },
  pictures: { requests: 96, bytes: 64 * 1024 * 1024 },
} as const;
const refusedAfterMs = 1000;
const mostTokens = 10_000;

export function countInFlight(): InFlight {
  const open = new Map<string, { requests: number; bytes: number }>();
  /** Whose a token was, by its hash. It opens nothing. */
  const stationOf = new Map<string, string>();

  /** How many a station waits for, where that is all it may; one alone may be as large as its route takes it. */
  function full(key: string, what: What, bytes: number): number | null {
    const now = open.get(key);
    if (!now) return null;
    const { requests, bytes: mostBytes } = most[what];
    return now.requests >= requests || now.bytes + bytes > mostBytes ? now.requests : null;
  }

  return {
    async refuseEarly({ token, what }) {
      const stationId = stationOf.get(hashOf(token));
      const waits = stationId === undefined ? null : full(`${what} ${stationId}`, what, 0);
      if (waits !== null) throw await refusedLater(waits);
    },
    async enter({ token, stationId, what, bytes, reply }) {
      if (stationOf.size >= mostTokens) stationOf.clear();
      stationOf.set(hashOf(token), stationId);
      const key = `${what} ${stationId}`;
      const waits = full(key, what, bytes);
      if (waits !== null) throw await refusedLater(waits);
      const now = open.get(key) ?? { requests: 0, bytes: 0 };
      now.requests += 1;
      now.bytes += bytes;
      open.set(key, now);
      const leave = () => {
        now.requests -= 1;
        now.bytes -= bytes;
        if (now.requests === 0) open.delete(key);
      };
      if (reply.raw.closed) leave();
      else reply.raw.once('close', leave);
    },
  };
}

async function refusedLater(waits: number): Promise<ApiRefusal> {
  await after(refusedAfterMs);
  const why = `This station waits for ${waits} answers already: again when they are there`;
  return new ApiRefusal('tooMany', why, undefined, { retryAfterSeconds: 1 });
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64');
}
