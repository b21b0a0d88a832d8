/** Central as fast as it can be: it keeps what it is sent, in memory or in one synced file, and checks nothing. */
import { type FileHandle, open, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { ownFactRow } from '../../../../renderer/storage/factRows.ts';
import type { Change } from '../../../../shared/sync/change.ts';
import type { Command } from '../../../../shared/sync/command.ts';
import { acceptedChange, factsOfReturns, sealedLoosely } from '../goods.ts';
import type { Place } from '../place.ts';

type Asked = { readonly url: URL; readonly body: unknown };
type Written = { readonly newDocumentState: { readonly id: string } };

const acceptedAt = '2026-11-18T15:01:00.000Z';

export async function bareServer(given: {
  readonly durable: boolean;
  /** What a station offers, and what the feed holds. */
  readonly commands: readonly Command[];
  readonly feed: readonly Change[];
}): Promise<Place> {
  const kept = new Map<string, unknown>();
  const log = given.durable ? await openLog() : null;
  const rows = given.feed.flatMap((change) =>
    change.collection === 'facts' && change.body ? [change.body.fact] : [],
  );

  async function keep(things: readonly (readonly [string, unknown])[], raw: string): Promise<void> {
    for (const [id, thing] of things) kept.set(id, thing);
    if (!log) return;
    await log.handle.appendFile(raw);
    await log.handle.datasync();
  }

  async function answerTo({ url, body }: Asked, raw: string): Promise<unknown> {
    switch (url.pathname) {
      case '/given/commands':
        return given.commands;
      case '/central/commands': {
        const { commands } = body as { readonly commands: readonly Command[] };
        await keep(
          commands.map((command) => [command.fact.id, command]),
          raw,
        );
        const results = commands.map(({ fact: { id } }) => ({ kind: 'applied', id, acceptedAt }));
        return { results, expectedSequence: null, epoch: 'bench', time: acceptedAt };
      }
      case '/central/changes': {
        const from = Number(url.searchParams.get('cursor') ?? 0);
        const end = from + Number(url.searchParams.get('limit') ?? 1000);
        return {
          changes: given.feed.slice(from, end),
          cursor: String(end),
          more: end < given.feed.length,
          epoch: 'bench',
          minimumContractVersion: 1,
          time: acceptedAt,
        };
      }
      case '/rxdb/push': {
        const written = body as readonly Written[];
        await keep(
          written.map((row) => [row.newDocumentState.id, row.newDocumentState]),
          raw,
        );
        return [];
      }
      case '/rxdb/pull': {
        const after = Number(url.searchParams.get('after'));
        const end = after + Number(url.searchParams.get('limit'));
        const documents = rows.slice(after, end).map((fact, index) => ({
          ...ownFactRow(sealedLoosely(fact, after + index)),
          _deleted: false,
        }));
        return { documents, checkpoint: { after: Math.min(end, rows.length) } };
      }
      case '/rxdb/count':
        return { count: kept.size };
      default:
        throw new Error(`nothing at ${url.pathname}`);
    }
  }

  const server = createServer((request, answer) => {
    answerIn(request, answerTo)
      .then((content) => answer.writeHead(200, { 'content-type': 'application/json' }).end(content))
      .catch((failure: unknown) => {
        console.error(failure);
        answer.destroy();
      });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    at: { url, commands: `${url}/given/commands` },
    async close() {
      server.closeAllConnections();
      server.close();
      await log?.close();
    },
  };
}

async function answerIn(
  request: IncomingMessage,
  answerTo: (asked: Asked, raw: string) => Promise<unknown>,
): Promise<string> {
  const raw = await text(request);
  const url = new URL(request.url ?? '/', 'http://bench');
  const body: unknown = raw === '' ? null : JSON.parse(raw);
  return JSON.stringify(await answerTo({ url, body }, raw));
}

async function openLog(): Promise<{ handle: FileHandle; close: () => Promise<void> }> {
  const file = path.join(tmpdir(), `quayside-bench-${process.pid}.log`);
  const handle = await open(file, 'a');
  return {
    handle,
    async close() {
      await handle.close();
      await rm(file);
    },
  };
}

/** Facts that reached it, and facts it has for a station. */
export async function bareCentral(count: number, durable = false): Promise<Place> {
  const facts = factsOfReturns(count);
  return await bareServer({
    durable,
    commands: facts.map((fact, index) => sealedLoosely(fact, index + 1)),
    feed: facts.map(acceptedChange),
  });
}
