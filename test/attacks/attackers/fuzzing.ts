/** Requests nobody means: every route, every way of asking, with heads, paths and bodies out of shape. */
import http from 'node:http';
import * as fc from 'fast-check';
import { officeKinds } from '../../../shared/office/kinds.ts';
import { officeRoot } from '../../../shared/office/officeApi.ts';
import { officePagePaths } from '../../../shared/office/officePageApi.ts';
import {
  centralApi,
  photoPath,
  photoUploadPath,
  shownPhotoPath,
} from '../../../shared/sync/centralApi.ts';
import {
  exportPath,
  importUploadPath,
  outcomesPath,
  templatePath,
} from '../../../shared/sync/importsApi.ts';
import { proofHeader } from '../../../shared/sync/proof.ts';
import { signInPaths } from '../../../shared/sync/signInApi.ts';
import { oddValues } from './oddValues.ts';

export type FuzzFigures = {
  readonly sent: number;
  readonly failures: readonly string[];
  readonly statuses: Readonly<Record<string, number>>;
  /** Megabytes of the whole process, central and its asker. */
  readonly heapBefore: number;
  readonly heapAfter: number;
};

const paths = [
  ...Object.values(centralApi).map(({ path }): string => path),
  photoUploadPath,
  photoPath('a'.repeat(64)),
  shownPhotoPath('b'.repeat(64)),
  '/central/register',
  '/central/metrics',
  '/central/openapi.json',
  '/office/openapi.json',
  importUploadPath,
  outcomesPath(':id'),
  templatePath(':file'),
  templatePath('articles.csv'),
  exportPath(':file'),
  exportPath('articles.xlsx'),
  '/office/',
  ...Object.values(officePagePaths),
  ...Object.values(signInPaths),
  ...officeKinds.flatMap((kind) =>
    [
      '',
      '/:ref',
      '/erp%3A:ref',
      '/:ref/history',
      '/erp%3A:ref/history',
      ':batch',
      '/:ref/check',
    ].map((rest) => `${officeRoot}/${kind}${rest}`),
  ),
];

const oddText = fc.oneof(
  fc.constantFrom(...oddValues.filter((value) => typeof value === 'string')),
  fc.string({ maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 30 }),
);
/** Names that somewhere a query is read by. */
const questionName = fc.oneof(
  oddText,
  fc.constantFrom('cursor', 'source', 'state', 'limit', 'reason', 'by', 'q', 'kind', 'after'),
);
const externalId = fc.record({ source: fc.oneof(fc.constant('erp'), oddText), id: oddText });
const row = fc.record(
  {
    source: fc.oneof(fc.constant('erp'), oddText),
    id: oddText,
    body: fc.oneof(
      fc.record(
        {
          name: oddText,
          names: fc.array(oddText),
          rma: oddText,
          client: fc.oneof(oddText, externalId),
          lines: fc.anything({ maxDepth: 3 }),
          articles: fc.array(oddText),
        },
        { requiredKeys: [] },
      ),
      fc.anything({ maxDepth: 3 }),
    ),
    withdraw: fc.record({ reason: oddText }),
    expectedVersion: fc.oneof(fc.integer(), fc.double()),
  },
  { requiredKeys: ['source', 'id'] },
);
const batch = fc.record(
  {
    rows: fc.array(row, { minLength: 1, maxLength: 5 }),
    test: fc.boolean(),
    allOrNothing: fc.boolean(),
    reason: oddText,
    by: oddText,
  },
  { requiredKeys: ['rows'] },
);
const shaped = fc.record({
  contractVersion: fc.oneof(fc.constant(1), fc.integer(), oddText),
  epoch: fc.oneof(fc.constant(null), oddText),
  commands: fc.array(fc.anything({ maxDepth: 5 }), { maxLength: 20 }),
  code: oddText,
  stationName: oddText,
  sha256: fc.oneof(oddText, fc.array(oddText, { maxLength: 5 })),
  draft: fc.anything({ maxDepth: 3 }),
  after: oddText,
  limit: fc.oneof(fc.integer(), fc.double(), oddText),
  siteId: oddText,
  why: oddText,
  by: oddText,
  sequence: fc.oneof(fc.integer(), fc.double(), oddText),
});
const body = fc.oneof(
  fc.json({ maxDepth: 6 }),
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.constantFrom('', '{', '[[[[', '{"__proto__":{"x":1}}', '['.repeat(5000), 'null', '1e999'),
  shaped.map((value) => JSON.stringify(value)),
  batch.map((value) => JSON.stringify(value)),
  fc.array(row, { maxLength: 4 }).map((rows) => rows.map((one) => JSON.stringify(one)).join('\n')),
  row.map((value) => JSON.stringify(value.body ?? {})),
);
const request = fc.record({
  method: fc.constantFrom('GET', 'POST', 'HEAD', 'PATCH', 'PUT', 'DELETE', 'OPTIONS'),
  path: fc.constantFrom(...paths),
  parameter: oddText,
  query: fc.option(fc.tuple(questionName, oddText)),
  body,
  type: fc.constantFrom(
    'application/json',
    'text/plain',
    'application/x-ndjson',
    'application/offset+octet-stream',
    'x',
    '',
  ),
  who: fc.constantFrom('nobody', 'station', 'admin', 'guess'),
  head: fc.option(
    fc.tuple(
      fc.constantFrom(
        proofHeader,
        'range',
        'upload-length',
        'upload-offset',
        'upload-metadata',
        'tus-resumable',
        'content-encoding',
        'expect',
        'if-none-match',
        'if-match',
        'idempotency-key',
        'cookie',
        'origin',
        'sec-fetch-site',
      ),
      fc.stringMatching(/^[\x21-\x7e]{0,80}$/),
    ),
  ),
});
type Fuzzed = typeof request extends fc.Arbitrary<infer T> ? T : never;

const atOnce = 40;

export async function fuzz(
  central: { readonly url: string; readonly adminToken: string },
  token: string,
  wanted: number,
): Promise<FuzzFigures> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 8 });
  const statuses = new Map<string, number>();
  const failures: string[] = [];
  let sent = 0;
  const heapBefore = heap();
  const bearers = { nobody: null, station: token, admin: central.adminToken, guess: 'qs_guess' };
  const one = async (asked: Fuzzed): Promise<void> => {
    const status = await send(agent, central.url, asked, bearers[asked.who]);
    sent += 1;
    statuses.set(String(status), (statuses.get(String(status)) ?? 0) + 1);
    if (status >= 500 && status !== 507)
      failures.push(
        `${status} ${asked.method} ${asked.path} ${JSON.stringify(asked).slice(0, 600)}`,
      );
  };
  for (let rounds = Math.ceil(wanted / atOnce); rounds > 0; rounds -= 1)
    await Promise.all(fc.sample(request, atOnce).map(one));
  agent.destroy();
  const sorted = [...statuses].toSorted(([, a], [, b]) => b - a);
  return { sent, failures, statuses: Object.fromEntries(sorted), heapBefore, heapAfter: heap() };
}

function send(
  agent: http.Agent,
  url: string,
  { method, path, parameter, query, body: content, type, head }: Fuzzed,
  bearer: string | null,
): Promise<number> {
  const at = path.replaceAll(/:\w+/g, () => encoded(parameter));
  const asked = query === null ? '' : `?${encoded(query[0])}=${encoded(query[1])}`;
  return new Promise((resolve) => {
    const sending = http.request(
      `${url}${at}${asked}`,
      {
        method,
        agent,
        timeout: 20_000,
        headers: {
          ...(type !== '' && { 'content-type': type }),
          ...(bearer !== null && { authorization: `Bearer ${bearer}` }),
          ...(head !== null && { [head[0]]: head[1] }),
        },
      },
      (answer) => {
        answer.resume();
        answer.once('end', () => resolve(answer.statusCode ?? 0));
        answer.once('error', () => resolve(answer.statusCode ?? 0));
      },
    );
    // A line central closes is an answer too; one it leaves open for ever is none.
    sending.once('error', () => resolve(0));
    sending.once('timeout', () => {
      resolve(599);
      sending.destroy();
    });
    sending.end(['GET', 'HEAD', 'OPTIONS'].includes(method) ? undefined : content);
  });
}

function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

function heap(): number {
  return Math.round(process.memoryUsage().heapUsed / 1024 / 1024);
}
