import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ownIdOf, readExternalId, writeExternalId } from '../../shared/office/externalId.ts';
import { type OfficeKind, officeKinds } from '../../shared/office/kinds.ts';
import {
  Batch,
  ListQuery,
  officeLimits,
  officeRoot,
  type RowAnswer,
  SaidWith,
  scopeOf,
} from '../../shared/office/officeApi.ts';
import type { OfficeCommand } from '../../shared/office/officeCommand.ts';
import { actingAs, type CallingAdmin, personIdOf } from '../http/adminGate.ts';
import { applyOffice } from '../office/applyOffice.ts';
import { commandOfRow, rowAnswerOf } from '../office/batchRow.ts';
import { officeOpenApi } from '../office/officeOpenApi.ts';
import { historyOf, recordPage } from '../office/readRows.ts';
import { recordsOf } from '../office/recordRows.ts';
import { rowStream } from '../office/rowStream.ts';
import type { Central } from './central.ts';
import { answerOnce } from './officeAnswers.ts';
import { answerProblems, OfficeRefusal, refused } from './officeProblems.ts';

const RefParams = z.object({ ref: z.string().max(4000) });

/** What a company says of itself, for an ERP, an import and central's page. */
export async function officeRoutes(app: FastifyInstance, central: Central): Promise<void> {
  app.get('/office/openapi.json', { schema: { hide: true } }, async () =>
    officeOpenApi(central.version),
  );
  await app.register(async (office) => {
    answerProblems(office);
    // Read line by line where they are answered.
    office.addContentTypeParser('application/x-ndjson', (_request, _payload, done) => done(null));
    for (const kind of officeKinds) serveKind(office, kind, central);
  });
}

const adminOf = new WeakMap<FastifyRequest, CallingAdmin>();

function serveKind(office: FastifyInstance, kind: OfficeKind, central: Central): void {
  const { database, gates, now } = central;
  const at = `${officeRoot}/${kind}`;
  const gate = {
    schema: { hide: true },
    bodyLimit: officeLimits.bytesPerRow,
    preParsing: async (request: FastifyRequest) => {
      adminOf.set(request, await gates.office(request, scopeOf(kind)));
    },
  };

  office.get(`${officeRoot}/${kind}`, gate, async (request) => {
    const { source = null, state = null, cursor = null, limit } = read(ListQuery, request.query);
    const asked = { kind, source, state, after: cursor, limit, sites: sitesOf(request) };
    const records = await recordPage(database.rows, asked);
    const last = records.length < limit ? null : (records.at(-1)?.ownId ?? null);
    return { records: records.map(answerOfRecord), cursor: last };
  });

  office.get(`${at}/:ref`, gate, async (request, reply) => {
    const record = await recordAt(request);
    void reply.header('etag', `"${record.version}"`);
    return answerOfRecord(record);
  });

  office.get(`${at}/:ref/history`, gate, async (request) => {
    const record = await recordAt(request);
    return { changes: await historyOf(database.rows, kind, record.ownId) };
  });

  office.put(`${at}/:ref`, gate, (request, reply) =>
    answerOnce(central, whoOf(request), request, reply, () =>
      one({ ...said(request), action: 'put', body: request.body }, reply),
    ),
  );

  office.delete(`${at}/:ref`, gate, async (request, reply) => {
    if (read(SaidWith, request.query).reason === undefined)
      throw new OfficeRefusal(400, 'A reason is needed', [
        { field: 'reason', code: 'unreadable', says: 'Say why, as ?reason=…' },
      ]);
    return one({ ...said(request), action: 'withdraw' }, reply);
  });

  if (kind === 'policies')
    office.post(`${at}/:ref/check`, gate, async (request, reply) =>
      one({ ...said(request), action: 'check' }, reply),
    );

  office.post(
    `${at}::batch`,
    { ...gate, bodyLimit: officeLimits.bytesPerBatch },
    async (request, reply) => {
      const who = whoOf(request);
      if (request.headers['content-type']?.startsWith('application/x-ndjson') === true)
        return reply.type('application/x-ndjson').send(
          rowStream(request.raw, {
            database,
            kind,
            now,
            actor: actingAs(who, undefined),
            actorId: personIdOf(who),
            reason: usual,
            sites: sitesOf(request),
          }),
        );
      return answerOnce(central, who, request, reply, async () => batch(request));
    },
  );

  async function batch(request: FastifyRequest) {
    const { rows, test, allOrNothing, reason, by } = read(Batch, request.body);
    const actor = actingAs(whoOf(request), by);
    const actorId = personIdOf(whoOf(request));
    const commands = rows.map((row) =>
      commandOfRow(kind, row, { actor, actorId, reason: reason ?? usual, sites: sitesOf(request) }),
    );
    const readable = commands.flatMap((command) => (command.ok ? [command.value] : []));
    const mode = test ? 'test' : 'write';
    const isBroken = readable.length < commands.length;
    const answers = await applyOffice(
      database,
      readable,
      { mode: allOrNothing && isBroken ? 'test' : mode, allOrNothing },
      now(),
    );
    const inTurn = answers.values();
    const rowAnswers: RowAnswer[] = rows.map((row, index) =>
      rowAnswerOf(row, commands[index]?.ok === true ? inTurn.next().value : commands[index]),
    );
    const isRefused = rowAnswers.some(({ outcome }) => outcome === 'refused');
    return { rows: rowAnswers, written: !test && !(allOrNothing && isRefused) };
  }

  async function one(command: OfficeCommand, reply: FastifyReply) {
    const mode = { mode: 'write', allOrNothing: true } as const;
    const [answer] = await applyOffice(database, [command], mode, now());
    if (!answer || answer.outcome === 'refused') throw refused(answer?.errors ?? []);
    void reply.code(answer.outcome === 'created' ? 201 : 200).header('etag', `"${answer.version}"`);
    return answer;
  }

  function said(request: FastifyRequest): Omit<OfficeCommand, 'action' | 'body'> {
    const { reason = usual, by } = read(SaidWith, request.query);
    const externalId = refOf(request);
    const { 'if-match': match, 'if-none-match': none } = request.headers;
    const expectedVersion = none === '*' ? 0 : versionOf(match);
    const who = whoOf(request);
    const byWhom = { actor: actingAs(who, by), actorId: personIdOf(who), reason };
    return { kind, externalId, ...byWhom, expectedVersion, sites: sitesOf(request) };
  }

  async function recordAt(request: FastifyRequest) {
    const externalId = refOf(request);
    const ownId = ownIdOf(kind, externalId);
    const [record] = await recordsOf(database.rows, [{ kind, ownId }], sitesOf(request));
    if (!record) throw new OfficeRefusal(404, `No ${kind} ${writeExternalId(externalId)}`, []);
    return record;
  }
}

const usual = 'Sent by their system';

function whoOf(request: FastifyRequest): CallingAdmin {
  const who = adminOf.get(request);
  if (!who) throw new Error('nobody was let in');
  return who;
}

/** The only sites of whoever asks; null: the whole company. */
function sitesOf(request: FastifyRequest): readonly string[] | null {
  const who = whoOf(request);
  return who.kind === 'named' ? who.siteIds : null;
}

export function refOf(request: FastifyRequest) {
  const externalId = readExternalId(read(RefParams, request.params).ref);
  if (externalId === null)
    throw new OfficeRefusal(400, 'An address ends in source:id, like erp:4711', [
      { field: 'ref', code: 'unreadable', says: 'Lower-case source, a colon, the id encoded' },
    ]);
  return externalId;
}

function versionOf(match: string | undefined): number | null {
  if (match === undefined || match === '*') return null;
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(match)?.[1];
  if (version === undefined)
    throw new OfficeRefusal(400, 'If-Match says a version as the ETag does: "3"', []);
  return Number(version);
}

export function read<S extends z.ZodType>(schema: S, given: unknown): z.output<S> {
  const found = schema.safeParse(given);
  if (found.success) return found.data;
  throw new OfficeRefusal(
    400,
    'The request cannot be read',
    found.error.issues.map(({ path, message }) => ({
      field: path.map(String).join('.'),
      code: 'unreadable',
      says: message,
    })),
  );
}

function answerOfRecord({
  kind: _kind,
  externalId,
  ...rest
}: Awaited<ReturnType<typeof recordsOf>>[number]) {
  return { ...externalId, ...rest };
}
