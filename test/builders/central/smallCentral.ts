/**
 * The contract of central in a hundred lines: strict sequence per station, one answer per command
 * for ever, a change feed. It decides nothing; a test says what it refuses, defers or swallows.
 */
import type { Fetch } from '../../../renderer/sync/transport/centralClient.ts';
import type { Refusal } from '../../../shared/facts/refusal.ts';
import {
  type CommandResult,
  PhotoStatesRequest,
  PushRequest,
  type PushResponse,
} from '../../../shared/sync/centralApi.ts';
import type { Change } from '../../../shared/sync/change.ts';
import { Command } from '../../../shared/sync/command.ts';
import { type SmallUploads, smallUploads } from './smallUploads.ts';

export type SmallCentral = {
  readonly fetch: Fetch;
  readonly feed: Change[];
  /** Every command that came in, again and again included, in order. */
  readonly heard: Command[];
  readonly requests: { readonly method: string; readonly path: string }[];
  readonly uploads: SmallUploads;
  readonly refuse: Map<string, Refusal>;
  readonly defer: Set<string>;
  readonly rules: {
    /** Nothing gets through. */
    offline: boolean;
    /** Applies, but the answer is lost on the way. */
    loseAnswers: number;
    /** Answers 429 with this Retry-After, so many times. */
    busy: { times: number; retryAfterSeconds: number };
    epoch: string;
    time: () => number;
    photoStates: Map<string, 'missing' | 'stored' | 'verified'>;
  };
  /** As after a restore from a back-up: what came since is forgotten. */
  readonly restoreTo: (epoch: string, sequence: number, feedLength: number) => void;
};

function jsonIn({ body }: RequestInit): unknown {
  return typeof body === 'string' ? JSON.parse(body) : null;
}

const acceptedAt = '2026-11-18T16:00:00.000Z';

export function smallCentral(documents: readonly Change[] = []): SmallCentral {
  const feed: Change[] = [...documents];
  const heard: Command[] = [];
  const requests: { method: string; path: string }[] = [];
  const refuse = new Map<string, Refusal>();
  const defer = new Set<string>();
  const rules: SmallCentral['rules'] = {
    offline: false,
    loseAnswers: 0,
    busy: { times: 0, retryAfterSeconds: 0 },
    epoch: 'epoch-1',
    time: () => Date.parse(acceptedAt),
    photoStates: new Map(),
  };
  let last = 0;
  let answers = new Map<string, CommandResult>();

  function push(commands: readonly Command[]): PushResponse {
    heard.push(...commands);
    const results: CommandResult[] = [];
    let expectedSequence: number | null = null;
    for (const command of commands) {
      const { id } = command.fact;
      const known = answers.get(id);
      if (known && known.kind !== 'deferred') {
        results.push(known.kind === 'applied' ? { ...known, kind: 'duplicate' } : known);
      } else if (!known && command.sequence !== last + 1) {
        expectedSequence = last + 1;
        break;
      } else {
        results.push(decided(command));
        last = Math.max(last, command.sequence);
      }
    }
    return { results, expectedSequence, epoch: rules.epoch, time: timeNow() };
  }

  function decided(command: Command): CommandResult {
    const { id } = command.fact;
    const refusal = refuse.get(id);
    const result: CommandResult = defer.has(id)
      ? { kind: 'deferred', id, missing: ['something'] }
      : refusal
        ? { kind: 'refused', id, refusal }
        : { kind: 'applied', id, acceptedAt };
    answers.set(id, result);
    if (result.kind === 'applied')
      feed.push({ collection: 'facts', id, body: { fact: command.fact, acceptedAt } });
    return result;
  }

  const timeNow = () => new Date(rules.time()).toISOString();

  async function answer(path: string, init: RequestInit): Promise<Response> {
    const url = new URL(path, 'http://central.test');
    requests.push({ method: init.method ?? 'GET', path: url.pathname });
    init.signal?.throwIfAborted();
    if (rules.offline) throw new TypeError('fetch failed');
    if (rules.busy.times > 0) {
      rules.busy.times -= 1;
      return Response.json(
        { code: 'tooMany', message: 'later' },
        { status: 429, headers: { 'retry-after': String(rules.busy.retryAfterSeconds) } },
      );
    }
    if (url.pathname === '/central/commands') {
      const { commands } = PushRequest.parse(jsonIn(init));
      const response = push(commands.map((c) => Command.parse(c)));
      if (rules.loseAnswers > 0) {
        rules.loseAnswers -= 1;
        throw new TypeError('connection reset');
      }
      return Response.json(response);
    }
    if (url.pathname === '/central/changes') {
      const from = Number(url.searchParams.get('cursor') ?? 0);
      const limit = Number(url.searchParams.get('limit') ?? 1000);
      const end = Math.min(feed.length, from + limit);
      return Response.json({
        changes: feed.slice(from, end),
        cursor: String(end),
        more: end < feed.length,
        ...(url.searchParams.get('count') === 'left' && { left: feed.length - end }),
        epoch: rules.epoch,
        minimumContractVersion: 1,
        time: timeNow(),
      });
    }
    if (url.pathname === '/central/photo-states') {
      const { sha256 } = PhotoStatesRequest.parse(jsonIn(init));
      const photos = sha256.map((s) => ({
        sha256: s,
        state: rules.photoStates.get(s) ?? 'missing',
      }));
      return Response.json({ photos });
    }
    const upload = await uploads.answer(url.pathname, init);
    return upload ?? Response.json({ code: 'notFound', message: url.pathname }, { status: 404 });
  }

  const uploads = smallUploads(rules.photoStates);

  return {
    uploads,
    fetch: answer,
    feed,
    heard,
    requests,
    refuse,
    defer,
    rules,
    restoreTo(epoch, sequence, feedLength) {
      rules.epoch = epoch;
      last = sequence;
      feed.length = feedLength;
      const kept = new Set<string>(
        heard.filter((c) => c.sequence <= sequence).map((c) => c.fact.id),
      );
      answers = new Map([...answers].filter(([id]) => kept.has(id)));
    },
  };
}
