import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { aStation, centralOfThisFile } from '../../journeys/aCentral.ts';
import { dice } from '../dice.ts';
import { badLine } from './badLine.ts';
import { type FaultProxy, faultProxy } from './faultProxy.ts';
import { account, drained, pushesSeen, pushOver } from './pushes.ts';

async function proxyTo(url: string): Promise<FaultProxy> {
  const proxy = await faultProxy(url);
  onTestFinished(() => proxy.close());
  return proxy;
}

describe('Over a line that cuts, swallows, drips, repeats and half-closes', () => {
  const { central } = centralOfThisFile(1);

  test('everything saved reaches central once, and soon after the line is well', async () => {
    const proxy = await proxyTo(central().url);
    const behind = { ...central(), url: proxy.url };
    const stations = [await aStation(behind), await aStation(behind)];
    badLine(proxy, dice(8), 200);
    const before = pushesSeen(proxy);
    await pushOver(proxy, stations, before + 40);
    proxy.heal();
    expect(await drained(stations)).toBeLessThan(30_000);
    const { saved, ...rest } = await account(stations, central().database);
    expect(saved).toBeGreaterThan(0);
    expect(rest).toEqual({ lost: 0, double: 0, refused: 0 });
  });
});

describe('The same line, for a sender', () => {
  let server: Server;
  let heard: string[] = [];
  let url = '';
  beforeAll(async () => {
    server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        heard.push(Buffer.concat(parts).toString('utf8'));
        response.end('ok');
      });
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const address = server.address();
    url = `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`;
  });
  afterAll(() => server.close());

  const send = (to: string, body: string) =>
    fetch(to, { method: 'POST', body }).then(
      async (answer) => (await answer.text()) === 'ok',
      () => false,
    );

  test('that does not repeat itself, it loses (or the line would prove nothing)', async () => {
    const proxy = await proxyTo(url);
    badLine(proxy, dice(8), 50);
    heard = [];
    for (let n = 0; n < 60; n += 1) await send(proxy.url, `${n} ${'x'.repeat(300)}`);
    expect(new Set(heard).size).toBeLessThan(60);
  });

  test('that repeats itself to somebody who does not know it again, it doubles', async () => {
    const proxy = await proxyTo(url);
    badLine(proxy, dice(8), 50);
    heard = [];
    for (let n = 0; n < 60; n += 1)
      while (!(await send(proxy.url, `${n} ${'x'.repeat(300)}`))) {
        // Again, until it is answered.
      }
    expect(new Set(heard).size).toBe(60);
    expect(heard.length).toBeGreaterThan(60);
  });
});
