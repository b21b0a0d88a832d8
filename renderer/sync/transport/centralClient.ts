import type { Result } from '../../../shared/result.ts';
import {
  ApiError,
  centralApi,
  PhotoStatesRequest,
  PushRequest,
  type PushResponse,
} from '../../../shared/sync/centralApi.ts';
import type { Change } from '../../../shared/sync/change.ts';
import type { Command } from '../../../shared/sync/command.ts';
import { ReplayPage, type ReplayRequest } from '../../../shared/sync/replayApi.ts';
import { SearchRequest, type SearchResponse } from '../../../shared/sync/searchApi.ts';
import type { SiteStations } from '../../../shared/sync/siteStationsApi.ts';
import {
  type ReadPull,
  readPull,
  readPush,
  readTolerantly,
} from '../../../shared/sync/tolerant.ts';
import { retryAfterMs } from './retryAfter.ts';
import { textWithin } from './textWithin.ts';

export type Fetch = (path: string, init: RequestInit) => Promise<Response>;

/**
 * Why central could not be asked or heard. `offline`: no answer at all; `busy`: come back later;
 * `refused`: it answered no to the whole request; `unreadable`: the answer breaks the contract.
 */
export type CentralTroubleKind = 'offline' | 'busy' | 'refused' | 'unreadable';

export class CentralTrouble extends Error {
  readonly kind: CentralTroubleKind;
  readonly code: ApiError['code'] | null;
  readonly retryAfterMs: number | null;
  /** What answered was not central: a network that wants a sign-in, a proxy. */
  readonly isStranger: boolean;
  /** Only this one upload, and only for a moment; what was sent of it counts. */
  readonly isPassing: boolean;
  constructor(
    kind: CentralTroubleKind,
    detail: string,
    more: {
      readonly code?: ApiError['code'];
      readonly retryAfterMs?: number | null;
      readonly isStranger?: boolean;
      readonly isPassing?: boolean;
    } = {},
  ) {
    super(detail);
    this.name = 'CentralTrouble';
    this.kind = kind;
    this.code = more.code ?? null;
    this.retryAfterMs = more.retryAfterMs ?? null;
    this.isStranger = more.isStranger ?? false;
    this.isPassing = more.isPassing ?? false;
  }
}

export type CentralClient = {
  readonly push: (body: Push) => Promise<PushResponse>;
  readonly pull: (query: {
    readonly cursor: string | null;
    readonly limit: number;
    /** Asks how much comes after this page; an older central does not say. */
    readonly countsLeft?: boolean;
  }) => Promise<ReadPull>;
  /** One case of this site by its id or RMA number, as changes. Somebody waits for it: seconds only. */
  readonly case: (name: string) => Promise<readonly Change[]>;
  /** Cases of this site as whoever is signed in asks for them, until `signal` says that nobody waits. */
  readonly search: (text: string, signal: AbortSignal) => Promise<SearchResponse>;
  /** The other stations of this site, for the supervisor who is signed in. */
  readonly siteStations: () => Promise<SiteStations>;
  readonly photoStates: (sha256: readonly string[]) => Promise<PhotoStates>;
  /** One page of the site's decided cases under a draft policy. */
  readonly replay: (asked: ReplayRequest) => Promise<ReplayPage>;
  /** For bytes: no parsing, no time limit of its own. */
  readonly send: Fetch;
};
type Push = {
  readonly contractVersion: number;
  readonly epoch: string | null;
  readonly commands: Command[];
};
type PhotoStates = readonly {
  readonly sha256: string;
  readonly state: 'missing' | 'stored' | 'verified';
}[];

type Reader<T> = (said: unknown) => Result<T, string>;

const answerMs = 60_000;
const hurriedMs = 4_000;
const mebibyte = 1024 * 1024;

/** All that a page ever asks of central; every answer is capped in size and parsed by its schema. */
export function centralClient(fetch: Fetch): CentralClient {
  async function ask<T>(
    path: string,
    init: RequestInit,
    read: Reader<T>,
    mostBytes: number,
    withinMs = answerMs,
  ): Promise<T> {
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(), withinMs);
    const { signal = null } = init;
    const giveUp = () => limit.abort();
    signal?.addEventListener('abort', giveUp);
    try {
      const response = await reached(() => fetch(path, { ...init, signal: limit.signal }));
      const text = await reached(() => textWithin(response, mostBytes));
      if (text === null) throw new CentralTrouble('unreadable', `more than ${mostBytes} bytes`);
      if (!response.ok) throw troubleFrom(response, text);
      const said = jsonIn(text);
      const answer = read(said);
      if (!answer.ok)
        throw new CentralTrouble('unreadable', answer.refusal, { isStranger: said === null });
      return answer.value;
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', giveUp);
    }
  }

  return {
    push: (body) =>
      ask(centralApi.push.path, posted(PushRequest.parse(body)), readPush, 4 * mebibyte),
    pull: ({ cursor, limit, countsLeft }) => {
      const query = new URLSearchParams({
        limit: String(limit),
        ...(cursor && { cursor }),
        ...(countsLeft && { count: 'left' }),
      });
      return ask(`${centralApi.pull.path}?${query}`, { method: 'GET' }, readPull, 48 * mebibyte);
    },
    case: async (name) => {
      const { path, response } = centralApi.case;
      const address = path.replace(':id', encodeURIComponent(name));
      const read = (said: unknown) => readTolerantly(response, said);
      return (await ask(address, { method: 'GET' }, read, 4 * mebibyte, hurriedMs)).changes;
    },
    search: async (text, signal) => {
      const { path, response } = centralApi.search;
      const asked = { ...posted(SearchRequest.parse({ text })), signal };
      const read = (said: unknown) => readTolerantly(response, said);
      return await ask<SearchResponse>(path, asked, read, mebibyte, hurriedMs);
    },
    siteStations: async () => {
      const { path, response } = centralApi.siteStations;
      const read = (said: unknown) => readTolerantly(response, said);
      return await ask<SiteStations>(path, { method: 'GET' }, read, mebibyte, hurriedMs);
    },
    photoStates: async (sha256) => {
      const body = posted(PhotoStatesRequest.parse({ sha256 }));
      const { path, response } = centralApi.photoStates;
      return (await ask(path, body, (said) => readTolerantly(response, said), mebibyte)).photos;
    },
    replay: async (asked) =>
      await ask<ReplayPage>(
        centralApi.replay.path,
        posted(asked),
        (said) => readTolerantly(ReplayPage, said),
        16 * mebibyte,
      ),
    send: fetch,
  };
}

function posted(body: unknown): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
}

async function reached<T>(asking: () => Promise<T>): Promise<T> {
  try {
    return await asking();
  } catch (cause) {
    throw new CentralTrouble('offline', cause instanceof Error ? cause.message : String(cause));
  }
}

function troubleFrom(response: Response, text: string): CentralTrouble {
  const error = ApiError.safeParse(jsonIn(text));
  const code = error.success ? error.data.code : undefined;
  const detail = `${response.status} ${error.success ? error.data.message : ''}`.trim();
  const more = {
    ...(code && { code }),
    retryAfterMs: retryAfterMs(response.headers),
    // 511: the network itself wants a sign-in (RFC 6585).
    isStranger: jsonIn(text) === null && (response.status < 500 || response.status === 511),
  };
  if (response.status === 429 || response.status === 503)
    return new CentralTrouble('busy', detail, more);
  if (response.status >= 500) return new CentralTrouble('offline', detail, more);
  return new CentralTrouble('refused', detail, more);
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
