import http from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { type CentralInMemory, startCentral } from '../../../builders/central/centralInMemory.ts';
import { officeClient } from './officeClient.ts';
import { writeContract } from './writeContract.ts';

let central: CentralInMemory;
beforeAll(async () => {
  central = await startCentral();
}, 60_000);
afterAll(() => central?.close());

test('the client’s types are those of the document central serves', async () => {
  const document: unknown = await (await fetch(`${central.url}/office/openapi.json`)).json();
  const { schemas, paths } = writeContract(document);
  await expect(schemas).toMatchFileSnapshot('./officeSchemas.ts');
  await expect(paths).toMatchFileSnapshot('./officePaths.ts');
});

test('who has nothing but the document says what a company has, and is told what is wrong', async () => {
  const ask = officeClient(central.url, central.adminToken);
  const ref = { source: 'erp', id: 'KP-40/160' };
  const body = {
    number: 'KP-40/160',
    name: 'Centrifugal pump',
    gtins: [{ gtin: '4006381333931' }],
  };
  const put = await ask('put', '/office/v1/articles/{ref}', { ref, body });
  expect(put).toMatchObject({ ok: true, answer: { outcome: 'created', version: 1 } });
  const got = await ask('get', '/office/v1/articles/{ref}', { ref });
  expect(got).toMatchObject({ ok: true, answer: { id: 'KP-40/160', version: 1 } });
  // @ts-expect-error -- the document says that an article has a name
  const bad = await ask('put', '/office/v1/articles/{ref}', { ref, body: { number: 'X' } });
  expect(bad).toMatchObject({ ok: false, problem: { status: 400, errors: [{ field: 'name' }] } });
  const many = await ask('post', '/office/v1/clients:batch', {
    body: { rows: [{ source: 'erp', id: 'K-1', withdraw: { reason: 'Over' } }], test: true },
  });
  expect(many).toMatchObject({ ok: true, answer: { written: false } });
});

const Declared = z.object({
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z
        .object({
          requestBody: z.object({ content: z.record(z.string(), z.unknown()) }).optional(),
          responses: z
            .record(
              z.string(),
              z.object({
                content: z.record(z.string(), z.unknown()).default({}),
                headers: z.record(z.string(), z.unknown()).default({}),
              }),
            )
            .optional(),
        })
        .or(z.array(z.unknown())),
    ),
  ),
});

test('whatever central answers is in the document: status, media type, and the headers one goes on with', async () => {
  const served: unknown = await (await fetch(`${central.url}/office/openapi.json`)).json();
  const { paths } = Declared.parse(served);
  const json = 'application/json';
  const lines = 'application/x-ndjson';
  const article = JSON.stringify({ number: 'D-1', name: 'Declared' });
  const row = JSON.stringify({ source: 'erp', id: 'D-2', body: { number: 'D-2', name: 'x' } });
  const one = '/office/v1/articles/{ref}';
  const batch = '/office/v1/articles:batch';
  const calls: readonly (readonly [string, string, number, Call])[] = [
    ['put', one, 201, { type: json, body: article }],
    ['put', one, 200, { type: json, body: article }],
    ['put', one, 400, { type: json, body: '{}' }],
    ['put', one, 412, { type: json, body: article, headers: { 'if-match': '"7"' } }],
    ['put', one, 400, { type: 'text/csv', body: 'number;name' }],
    ['get', one, 200, {}],
    ['get', one, 421, { headers: { host: 'elsewhere.example' } }],
    ['get', one, 401, { headers: { authorization: '' } }],
    ['delete', one, 400, {}],
    ['delete', one, 200, { query: '?reason=Over' }],
    ['post', batch, 200, { type: lines, body: `${row}\n` }],
    ['post', batch, 200, { type: json, body: `{"rows":[${row}]}` }],
  ];
  for (const [method, at, status, call] of calls) {
    const told = `${method} ${at} ${status}`;
    const operation = paths[at]?.[method];
    if (!operation || Array.isArray(operation)) throw new Error(`${told} is not declared`);
    if (call.type !== undefined && status < 300)
      expect(Object.keys(operation.requestBody?.content ?? {}), told).toContain(call.type);
    const answer = await asked(method, at.replace('{ref}', 'erp:D-1'), call);
    expect(answer.statusCode, told).toBe(status);
    const declared = operation.responses?.[String(status)];
    expect(declared, told).toBeDefined();
    const type = String(answer.headers['content-type']).split(';')[0];
    expect(Object.keys(declared?.content ?? {}), told).toContain(type);
    for (const [name, header] of [
      ['etag', 'ETag'],
      ['retry-after', 'Retry-After'],
    ] as const)
      if (answer.headers[name] !== undefined)
        expect(Object.keys(declared?.headers ?? {}), told).toContain(header);
  }
});

type Call = {
  readonly type?: string;
  readonly body?: string;
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** Read to its end. */
function asked(method: string, path: string, call: Call): Promise<http.IncomingMessage> {
  const { type, body, query = '', headers } = call;
  return new Promise((resolve, reject) => {
    const request = http.request(`${central.url}${path}${query}`, {
      method: method.toUpperCase(),
      headers: {
        authorization: `Bearer ${central.adminToken}`,
        ...(type !== undefined && { 'content-type': type }),
        ...headers,
      },
    });
    request.on('error', reject);
    request.on('response', (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer));
    });
    request.end(body);
  });
}
