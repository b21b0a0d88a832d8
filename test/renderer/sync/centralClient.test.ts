import { describe, expect, test } from 'vitest';
import { clockOffset } from '../../../renderer/sync/clockOffset.ts';
import { centralClient } from '../../../renderer/sync/transport/centralClient.ts';

const answering = (answer: () => Response | Promise<Response>) =>
  centralClient(async () => await answer());
const pulled = (answer: () => Response | Promise<Response>) =>
  answering(answer).pull({ cursor: null, limit: 10 });

const page = {
  changes: [],
  cursor: 'c',
  more: false,
  epoch: 'e',
  minimumContractVersion: 1,
  time: '2026-11-18T15:00:00.000Z',
};

describe('An answer of central', () => {
  test('is taken when it keeps the contract', async () => {
    expect(await pulled(() => Response.json(page))).toEqual({ ...page, unread: [] });
  });

  test('is taken with a collection nobody here knows, which is named', async () => {
    const changes = [{ collection: 'robots', id: '1', body: {} }];
    expect(await pulled(() => Response.json({ ...page, changes }))).toEqual({
      ...page,
      unread: [{ collection: 'robots', id: '1' }],
    });
  });

  test.each([
    ['no answer at all', () => Promise.reject(new TypeError('fetch failed')), { kind: 'offline' }],
    [
      'the page of a network that wants a sign-in',
      () => new Response('<html>proxy</html>'),
      { kind: 'unreadable', isStranger: true },
    ],
    [
      'a network that refuses in its own words',
      () => new Response('<html>sign in</html>', { status: 403 }),
      { kind: 'refused', isStranger: true },
    ],
    [
      'a network that says so with its own status',
      () => new Response('<html>sign in</html>', { status: 511 }),
      { kind: 'offline', isStranger: true },
    ],
    [
      'a missing field',
      () => Response.json({ ...page, epoch: undefined }),
      { kind: 'unreadable', isStranger: false },
    ],
    [
      'too busy',
      () =>
        Response.json(
          { code: 'tooMany', message: '' },
          { status: 429, headers: { 'retry-after': '7' } },
        ),
      { kind: 'busy', code: 'tooMany', retryAfterMs: 7000 },
    ],
    [
      'a revoked station',
      () => Response.json({ code: 'revoked', message: '' }, { status: 401 }),
      { kind: 'refused', code: 'revoked' },
    ],
    [
      'central out of reach behind the main process',
      () => Response.json({ code: 'unavailable', message: '' }, { status: 502 }),
      { kind: 'offline', code: 'unavailable' },
    ],
  ])('%s is trouble with a name', async (_what, answer, trouble) => {
    await expect(pulled(answer)).rejects.toMatchObject(trouble);
  });

  test('that never ends is cut off', async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1;
        controller.enqueue(new Uint8Array(1024 * 1024));
      },
    });
    await expect(pulled(() => new Response(endless))).rejects.toMatchObject({ kind: 'unreadable' });
    expect(sent).toBeLessThan(60);
  });

  test('gives the clock difference, half the way there taken off', () => {
    const asked = Date.parse('2026-11-18T15:00:00.000Z');
    expect(clockOffset('2026-11-18T15:03:00.500Z', asked, asked + 1000)).toBe(180_000);
    expect(clockOffset('2026-11-18T14:59:00.000Z', asked, asked)).toBe(-60_000);
  });

  test('gives a difference that reads the same from the journal, however small', () => {
    const asked = Date.parse('2026-11-18T15:00:00.000Z');
    const offset = clockOffset('2026-11-18T15:00:00.000Z', asked, asked + 1);
    expect(Object.is(JSON.parse(JSON.stringify(offset)), offset)).toBe(true);
  });
});
