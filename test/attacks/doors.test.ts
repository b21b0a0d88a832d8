import http from 'node:http';
import https from 'node:https';
import { connect, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { type Door, networkOf, ownDoor } from '../../central/http/listening.ts';
import {
  type CentralInMemory,
  type CentralOptions,
  startCentral,
} from '../builders/central/centralInMemory.ts';
import { type Keys, moveInWithoutPins } from '../central/aCompany.ts';
import { aStation, callCentral } from '../central/aStation.ts';
import { ownCertificate } from '../e2e/ownCertificate.ts';

const opened: CentralInMemory[] = [];
let keys: Keys = new Map();
async function centralWith(options: CentralOptions): Promise<CentralInMemory> {
  const central = await startCentral({
    ...options,
    fill: async (tools, database) => {
      keys = await moveInWithoutPins(tools, database, 1);
    },
  });
  opened.push(central);
  return central;
}
afterEach(async () => {
  for (const central of opened.splice(0)) await central.close();
});
const door = (given: Partial<Door>): Door => ({ ...ownDoor, ...given });

type Answer = { readonly status: number; readonly headers: http.IncomingHttpHeaders };
function ask(url: string, options: https.RequestOptions = {}, body = ''): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { request } = url.startsWith('https:') ? https : http;
    const asked = request(url, options, (answer) => {
      answer.resume();
      resolve({ status: answer.statusCode ?? 0, headers: answer.headers });
    });
    asked.once('error', reject);
    asked.end(body);
  });
}

test('with certificate files central speaks TLS and nothing else', async () => {
  const { cert, key } = ownCertificate({ ip: '127.0.0.1' });
  const central = await centralWith({ door: door({ tls: { cert, key } }) });
  expect(central.url).toMatch(/^https:/);
  const health = `${central.url}/central/health`;
  expect((await ask(health, { ca: cert })).status).toBe(200);
  await expect(ask(health)).rejects.toThrow(/self-signed/);
  await expect(ask(health.replace('https:', 'http:'))).rejects.toThrow(/socket hang up|ECONNRESET/);
});

test('it answers under its own names and bare addresses, and under none that points here', async () => {
  const central = await centralWith({ door: door({ hostNames: ['Returns.example'] }) });
  const under = async (host: string) =>
    (await ask(`${central.url}/central/health`, { headers: { host } })).status;
  const own = ['localhost:7420', '127.0.0.1', '[::1]:7420', '10.1.2.3:80', 'returns.example'];
  for (const host of own) expect([host, await under(host)]).toEqual([host, 200]);
  for (const host of ['evil.example', 'returns.example.evil.example', 'localhost.evil.example'])
    expect([host, await under(host)]).toEqual([host, 421]);
});

/** A station asks central at least this often (`everyMs` of its sync loop). */
const secondsOfARound = 15;
test('a line stays open between two rounds of a station, which would otherwise ask on one just closed', async () => {
  const central = await centralWith({});
  const agent = new http.Agent({ keepAlive: true });
  const { headers } = await ask(`${central.url}/central/health`, { agent });
  agent.destroy();
  const seconds = Number(/timeout=(\d+)/.exec(String(headers['keep-alive']))?.[1]);
  expect(seconds).toBeGreaterThan(2 * secondsOfARound);
});

const guess = (url: string, headers: Record<string, string>) =>
  ask(
    `${url}/central/enrol`,
    { method: 'POST', headers: { 'content-type': 'application/json', ...headers } },
    JSON.stringify({ code: 'GUESS-1', stationName: 'x' }),
  );
const statuses = async (times: number, asked: (n: number) => Promise<Answer>) => {
  const seen: number[] = [];
  for (let n = 0; n < times; n += 1) seen.push((await asked(n)).status);
  return seen;
};

test('codes are guessed ten times a minute by an address, whatever it writes as token or origin', async () => {
  const central = await centralWith({ limits: { requests: 1000, enrolments: 10 } });
  const seen = await statuses(30, (n) =>
    guess(central.url, { authorization: `Bearer x${n}`, 'x-forwarded-for': `203.0.113.${n}` }),
  );
  expect(seen.filter((status) => status === 404)).toHaveLength(10);
  expect(seen.filter((status) => status === 429)).toHaveLength(20);
});

test('behind a trusted proxy each address it names has its own ten', async () => {
  const limits = { requests: 1000, enrolments: 10 };
  const central = await centralWith({ limits, door: door({ trustedProxies: ['127.0.0.1'] }) });
  const from = (address: string) => (n: number) =>
    guess(central.url, { 'x-forwarded-for': `198.51.100.${n}, ${address}` });
  const one = await statuses(12, from('203.0.113.1'));
  expect(one.filter((status) => status === 404)).toHaveLength(10);
  expect(await statuses(2, from('203.0.113.2'))).toEqual([404, 404]);
});

test('who proved itself is not held up by what its address tries without proof', async () => {
  const central = await centralWith({ limits: { requests: 20, enrolments: 10 } });
  const [one, other] = [await aStation(central, keys), await aStation(central, keys)];
  const tries = await statuses(40, (n) =>
    ask(`${central.url}/central/people`, { headers: { authorization: `Bearer guess-${n}` } }),
  );
  expect(tries.filter((status) => status === 401)).toHaveLength(20);
  expect(tries.slice(-20)).toEqual(Array.from({ length: 20 }, () => 429));
  const asked = await statuses(25, () =>
    ask(`${central.url}/central/people`, { headers: { authorization: `Bearer ${one.token}` } }),
  );
  expect(asked.filter((status) => status === 200)).toHaveLength(20);
  expect((await other.call('GET', '/central/people')).status).toBe(200);
  const admin = await callCentral(central.url, central.adminToken, 'GET', '/central/admin/gaps');
  expect(admin.status).toBe(200);
});

test('an address opens so many connections and no more, and half-sent requests keep nobody out', async () => {
  const central = await centralWith({ door: door({ connectionsPerAddress: 5 }) });
  const { port } = new URL(central.url);
  const sockets: Socket[] = [];
  const half = (localAddress: string) =>
    new Promise<'open' | 'closed'>((resolve) => {
      const socket = connect({ port: Number(port), host: '127.0.0.1', localAddress });
      sockets.push(socket);
      socket.once('connect', () => {
        socket.write('POST /central/enrol HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-le');
        setTimeout(() => resolve('open'), 300);
      });
      socket.once('error', () => resolve('closed'));
      socket.once('close', () => resolve('closed'));
    });
  try {
    const greedy = await Promise.all(Array.from({ length: 9 }, () => half('127.0.0.1')));
    expect(greedy.filter((state) => state === 'open')).toHaveLength(5);
    const honest = await ask(`${central.url}/central/health`, { localAddress: '127.0.0.2' });
    expect(honest.status).toBe(200);
  } finally {
    for (const socket of sockets) socket.destroy();
  }
});

test('a network of IPv6 counts as one address, and one written for IPv4 as that', () => {
  expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2');
  expect(networkOf('2001:db8::6')).toBe('2001:db8:0:0');
  expect(networkOf('::1')).toBe('0:0:0:0');
  expect(networkOf('::ffff:192.0.2.7')).toBe('192.0.2.7');
});
