import { createServer, type IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import type { Person } from '../../../shared/facts/documents.ts';
import type { PeopleResponse } from '../../../shared/sync/peopleApi.ts';
import { listening } from './listening.ts';

export type Asked = {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
};
export type Answered = {
  readonly status?: number;
  readonly headers?: Record<string, string | string[]>;
  readonly body?: unknown;
  /** Cuts the connection instead. */
  readonly cut?: true;
};
type Answers = Record<string, (asked: Asked) => Answered>;

/** What a central says over a real socket, and what it was asked; hostile on demand. */
export async function centralOnLoopback(answers: Answers = {}) {
  const asked: Asked[] = [];
  const people: PeopleResponse = { people: [], demo: null };
  const joined = new Map<string, string>();
  let tokens = 0;
  const usual: Answers = {
    'POST /central/enrol': () => ({
      body: {
        stationId: 'station-1',
        siteId: 'site-1',
        siteName: 'Newark',
        token: 'token-0',
        fingerprint: '0123456789abcdef',
      },
    }),
    'POST /central/token': () => {
      tokens += 1;
      return { body: { token: `token-${tokens}`, goodUntil: inHours(24) } };
    },
    'GET /central/people': () => ({ body: people }),
    'POST /central/people/pin-tries': ({ body }) => ({
      body: JSON.parse(body.toString()) as unknown,
    }),
    'POST /central/demo/people/:id/joining-slips': () => ({
      body: {
        slip: 'AAA-BBB-CCC-DDD',
        barcode: 'QS-J-AAABBBCCCDDD',
        goodUntil: inHours(24),
      },
    }),
    'POST /central/people/:id/keys': ({ path, body }) => {
      const { publicKey } = z.object({ publicKey: z.string() }).parse(JSON.parse(body.toString()));
      const id = path.split('/')[3] ?? '';
      people.people.find(({ person }) => person.id === id)?.keys.push(publicKey);
      joined.set(id, publicKey);
      return { body: { joined: true } };
    },
  };
  const current: Answers = { ...usual, ...answers };

  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      const seen = { method, path: url, headers, body: Buffer.concat(pieces) };
      asked.push(seen);
      const route = `${method} ${url.split('?')[0] ?? ''}`;
      const ofOne = route.replace(/(\/people\/)[^/]+(\/(keys|joining-slips))$/, '$1:id$2');
      const answer = (current[route] ?? current[ofOne])?.(seen) ?? {
        status: 404,
        body: { code: 'notFound' },
      };
      if (answer.cut) {
        request.socket.destroy();
        return;
      }
      const { body, status = 200 } = answer;
      response.writeHead(status, { 'content-type': 'application/json', ...answer.headers });
      response.end(Buffer.isBuffer(body) ? body : JSON.stringify(body));
    });
  });
  const url = await listening(server);
  return {
    url,
    asked,
    people,
    /** Somebody of its demo company: they join wherever they sign in with this PIN. */
    employ(...all: readonly { readonly person: Person; readonly pin: string }[]) {
      for (const { person, pin } of all) {
        people.people.push({ person, keys: [] });
        people.demo = [...(people.demo ?? []), { personId: person.id, pin }];
      }
    },
    /** What somebody joined with, latest. */
    publicKeyOf: (personId: string) => joined.get(personId) ?? '',
    /** What it answers from now on. */
    say: (route: string, answer: (asked: Asked) => Answered) => {
      current[route] = answer;
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
    askedFor: (path: string) => asked.filter((it) => it.path.split('?')[0] === path),
  };
}

export function inHours(hours: number): string {
  return new Date(Date.now() + hours * 3_600_000).toISOString();
}
