import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { mostCallsShown } from '../../shared/sync/connectionApi.ts';
import type { CentralDatabase } from '../database/openDatabase.ts';
import { type Call, keepCalls } from '../people/connectionRows.ts';

type Caller = { readonly administratorId: string; readonly key: string };

export type CallBook = {
  /** Whoever asks is a connection: what is answered is kept. */
  came(request: FastifyRequest, caller: Caller): void;
  /** Writes down what is not written yet. */
  flush(): Promise<void>;
};

const everyMs = 2000;

const OfFields = z.object({
  errors: z.array(z.object({ field: z.string(), says: z.string() })).min(1),
});

/** What the office refuses names its fields: the first, and how many more. */
function sayError(error: Error): string {
  const read = OfFields.safeParse(error);
  if (!read.success) return error.message;
  const [first, ...more] = read.data.errors;
  const said = [first?.field, first?.says].filter((part) => part !== '').join(': ');
  return more.length === 0 ? said : `${said} (+${more.length})`;
}

/** Keeps what connections asked and were answered, several at once: no call waits for it. */
export function noteCalls(
  database: Pick<CentralDatabase, 'write'>,
  now: () => Date,
): CallBook & { readonly listenTo: (app: FastifyInstance) => void } {
  const callers = new WeakMap<FastifyRequest, Caller>();
  const says = new WeakMap<FastifyRequest, string>();
  let waiting: Call[] = [];

  /** Of each the newest are kept, as many as are shown: whoever hurries costs the others nothing. */
  function makeRoom(administratorId: string): void {
    const theirs = (call: Call) => call.administratorId === administratorId;
    if (waiting.filter(theirs).length < mostCallsShown) return;
    waiting.splice(waiting.findIndex(theirs), 1);
  }

  async function flush(): Promise<void> {
    const calls = waiting;
    waiting = [];
    if (calls.length > 0) await database.write((rows) => keepCalls(rows, calls, now()));
  }

  return {
    came: (request, caller) => void callers.set(request, caller),
    flush,
    listenTo(app) {
      app.addHook('onError', async (request, _reply, error) => {
        says.set(request, sayError(error).slice(0, 300));
      });
      app.addHook('onResponse', async (request, reply) => {
        const caller = callers.get(request);
        if (!caller) return;
        makeRoom(caller.administratorId);
        waiting.push({
          ...caller,
          at: now(),
          method: request.method,
          path: (request.url.split('?')[0] ?? '').slice(0, 200),
          status: reply.statusCode,
          says: says.get(request) ?? null,
          ms: Math.round(reply.elapsedTime),
        });
      });
      const keep = () =>
        void flush().catch((error: unknown) =>
          app.log.error({ err: error }, 'the calls of connections were not kept'),
        );
      const timer = setInterval(keep, everyMs);
      timer.unref();
      app.addHook('onClose', async () => {
        clearInterval(timer);
        await flush().catch(() => {});
      });
    },
  };
}
