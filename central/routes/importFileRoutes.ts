import { createReadStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Source } from '../../shared/office/externalId.ts';
import {
  exportPath,
  importUploadPath,
  outcomesPath,
  TableKind,
  templatePath,
  Upload,
} from '../../shared/sync/importsApi.ts';
import type { CallingAdmin } from '../http/adminGate.ts';
import { ApiRefusal } from '../http/apiError.ts';
import { tableOf } from '../imports/mapping/tables.ts';
import { writeOutcomes } from '../imports/run/writeOutcomes.ts';
import { exampleRows, headingsOf, rowsOfRecord } from '../imports/writing/tableOfRecords.ts';
import { type WrittenRow, writeTable } from '../imports/writing/writeTable.ts';
import { recordPage } from '../office/readRows.ts';
import type { Central } from './central.ts';
import { fileOf, mayWrite, ownerOf, type Reading } from './importGates.ts';

const Named = z.object({ name: z.string().min(1).max(255) });
const OfFile = z.object({ id: z.string().max(40) });
const TableFile = z.object({ file: z.string().max(60) });
const Ending = z.enum(['csv', 'xlsx', 'json']);
const As = z.object({ as: Ending.optional() });
const Exported = z.object({ source: Source.default('erp') });

const mediaTypes = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** Tables as files: in as they are, and out again. */
export function fileRoutes(app: FastifyInstance, central: Central, reading: Reading): void {
  const { database, gates, imports } = central;
  const callers = new WeakMap<FastifyRequest, CallingAdmin>();
  const letIn = async (request: FastifyRequest) => {
    callers.set(request, await gates.admin(request, 'records'));
  };
  const adminIn = (request: FastifyRequest): CallingAdmin => {
    const admin = callers.get(request);
    if (!admin) throw new Error('nobody was let in');
    return admin;
  };
  const gate = { schema: { hide: true }, preParsing: letIn };

  // Its own scope: these bodies go to disk as they come.
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('application/octet-stream', (_request, _body, done) => done(null));
    scope.route({ method: 'POST', url: importUploadPath, ...gate, handler: bring });
  });

  async function bring(request: FastifyRequest): Promise<Upload> {
    const { name } = asked(Named, request.query);
    const kept = await imports.keep(request.raw, { name, owner: ownerOf(adminIn(request)) });
    if (kept.ok)
      return Upload.parse({
        id: kept.value.id,
        name: kept.value.name,
        bytes: kept.value.bytes,
      });
    if (kept.refusal === 'tooLarge') throw new ApiRefusal('tooLarge', 'The file is too large');
    throw new ApiRefusal('tooMany', 'Too many files are kept', undefined, {
      retryAfterSeconds: 60,
    });
  }

  app.get(outcomesPath(':id'), gate, async (request, reply) => {
    const file = fileOf(central, asked(OfFile, request.params).id, adminIn(request));
    const { job } = file;
    const look = [...file.looks.values()].at(-1);
    if (!job || job.state().phase !== 'done' || !look)
      throw new ApiRefusal('notFound', 'Nothing became of it yet', 'id');
    const ending = asked(As, request.query).as ?? look.form.kind;
    const name = file.name.replace(/\.\w+$/, '');
    return await sendWritten(reply, `${name}.outcome`, ending, (to) =>
      reading(() => writeOutcomes(file.path, job.wish.said, look, job.outcomes(), to)),
    );
  });

  app.get(templatePath(':file'), gate, async (request, reply) => {
    const { kind, ending } = tableFile(request);
    const table = tableOf(kind);
    return await sendWritten(reply, kind, ending, async (to) => {
      await writeTable(to, headingsOf(table), exampleRows(table));
      return to;
    });
  });

  app.get(exportPath(':file'), gate, async (request, reply) => {
    const { kind, ending } = tableFile(request);
    mayWrite(adminIn(request), kind);
    const { source } = asked(Exported, request.query);
    const table = tableOf(kind);
    async function* rows(): AsyncGenerator<WrittenRow> {
      let after: string | null = null;
      for (;;) {
        const page: Awaited<ReturnType<typeof recordPage>> = await recordPage(database.rows, {
          kind,
          source,
          state: 'current',
          after,
          limit: 500,
        });
        for (const { externalId, body } of page)
          yield* rowsOfRecord(table, { id: externalId.id, body });
        const last = page.at(-1);
        if (!last) return;
        after = last.ownId;
      }
    }
    return await sendWritten(reply, kind, ending, (to) =>
      reading(async () => {
        await writeTable(to, headingsOf(table), rows());
        return to;
      }),
    );
  });
}

/** What stands in an address, or what of it cannot be read. */
function asked<S extends z.ZodType>(schema: S, given: unknown): z.output<S> {
  const read = schema.safeParse(given);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new ApiRefusal('badRequest', issue?.message ?? '', issue?.path.map(String).join('.'));
}

function tableFile(request: FastifyRequest): { kind: TableKind; ending: keyof typeof mediaTypes } {
  const [, kindName, endingName] =
    /^([a-z-]+)\.(csv|xlsx|json)$/.exec(asked(TableFile, request.params).file) ?? [];
  const kind = TableKind.safeParse(kindName);
  const ending = Ending.safeParse(endingName);
  if (!kind.success || !ending.success)
    throw new ApiRefusal('notFound', 'There is no such table', 'file');
  return { kind: kind.data, ending: ending.data };
}

/** Written to disk first: what goes wrong is answered as such, and nothing is held in memory. */
async function sendWritten(
  reply: FastifyReply,
  name: string,
  ending: keyof typeof mediaTypes,
  write: (to: string) => Promise<string>,
): Promise<FastifyReply> {
  const folder = await mkdtemp(path.join(tmpdir(), 'quayside-table-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const written = await write(path.join(folder, `table.${ending}`));
    const { size } = await stat(written);
    const stream = createReadStream(written);
    stream.once('close', () => void remove());
    const as = Ending.parse(path.extname(written).slice(1));
    return await reply
      .headers({
        'content-type': mediaTypes[as],
        'content-length': size,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'content-security-policy': "sandbox; default-src 'none'",
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`${name}.${as}`)}`,
      })
      .send(stream);
  } catch (error) {
    await remove();
    throw error;
  }
}
