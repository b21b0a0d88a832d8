import type { FastifyInstance } from 'fastify';
import { accept, type Result, refuse } from '../../shared/result.ts';
import type { AskLook, ImportState } from '../../shared/sync/importsApi.ts';
import { actingAs } from '../http/adminGate.ts';
import { ApiRefusal } from '../http/apiError.ts';
import { serveRoute } from '../http/serveRoute.ts';
import { idle, startJob } from '../imports/kept/importJob.ts';
import type { KeptFile } from '../imports/kept/keptFiles.ts';
import { lookedAt, saidOfColumns } from '../imports/kept/looked.ts';
import { planOf } from '../imports/mapping/planOf.ts';
import { tableOf } from '../imports/mapping/tables.ts';
import { remember, rememberedOf, withRemembered } from '../imports/mappingRows.ts';
import type { Look } from '../imports/reading/look.ts';
import { lookAt } from '../imports/reading/readFile.ts';
import { ownOffice } from '../imports/run/ownOffice.ts';
import type { FileRefusal } from '../imports/table/fileRefusal.ts';
import { fileRefused } from '../imports/table/sayFileRefusal.ts';
import type { Central } from './central.ts';
import { fileRoutes } from './importFileRoutes.ts';
import { busy, fileOf, mayWrite, readingInTurn } from './importGates.ts';

/** At once, of all administrators: each reads in a thread of its own. */
const mostRuns = 2;

/** A company's tables: brought, looked at, tested, run. */
export function importRoutes(app: FastifyInstance, central: Central): void {
  const { database, gates, now, imports } = central;
  const reading = readingInTurn();

  serveRoute(app, 'lookAtImport', gates, async ({ params, body, admin }) => {
    const file = fileOf(central, params.id, admin);
    const look = await reading(() => lookOf(file, body.file));
    if (!look.ok) return fileRefused(look.refusal);
    return lookedAt(look.value, body, await rememberedOf(database.rows, body.source, look.value));
  });

  serveRoute(app, 'startImport', gates, async ({ params, body, admin, request }) => {
    const file = fileOf(central, params.id, admin);
    mayWrite(admin, body.kind);
    mayRun(file);
    const look = await reading(() => lookOf(file, body.file));
    if (!look.ok) return { ...idle, phase: 'done', refused: fileRefused(look.refusal) };
    const remembered = await rememberedOf(database.rows, body.source, look.value);
    const said = withRemembered(body, remembered);
    const plan = planOf(tableOf(body.kind), look.value, saidOfColumns(said));
    if (!plan.ok)
      throw new ApiRefusal('badRequest', 'Something has to be said of it first', 'columns');
    const reason = body.reason ?? `Imported from ${file.name}`.slice(0, 500);
    const actor = actingAs(admin, body.by);
    const { columns, codes, decimal, date } = said;
    await database.write((rows) =>
      remember(
        rows,
        {
          sender: body.source,
          look: look.value,
          kind: body.kind,
          said: { columns, codes, decimal, date },
          by: actor,
        },
        now(),
      ),
    );
    // Somebody else may have begun meanwhile.
    const before = mayRun(file);
    file.job = startJob(
      {
        file: file.path,
        said: { ...body.file, headings: look.value.headingsRow ?? undefined },
        plan: plan.value,
        source: body.source,
        office: ownOffice(database, body.kind, body.source, { actor, reason }, now, gates.turns),
        mode: body.mode,
        full: body.full && { ...body.full, reason },
        after:
          body.goOn === true && before?.isStopped === true ? (file.job?.reached() ?? null) : null,
      },
      {
        mode: body.mode,
        rows: look.value.rows + look.value.emptyRows,
        onFailed: (error) => request.log.error({ err: error }, 'import failed'),
      },
    );
    if (body.mode !== 'test')
      request.log.warn({ kind: body.kind, source: body.source, by: actor }, 'import begun');
    return file.job.state();
  });

  serveRoute(app, 'importState', gates, async ({ params, admin }) =>
    stateOf(fileOf(central, params.id, admin)),
  );

  serveRoute(app, 'stopImport', gates, async ({ params, admin }) => {
    const file = fileOf(central, params.id, admin);
    file.job?.stop();
    return stateOf(file);
  });

  serveRoute(app, 'forgetImport', gates, async ({ params, admin }) => {
    await imports.forget(fileOf(central, params.id, admin));
    return {};
  });

  fileRoutes(app, central, reading);

  /** What became of it before, where it may begin now. */
  function mayRun({ job }: KeptFile): ImportState | undefined {
    const before = job?.state();
    if (before && before.phase !== 'done')
      throw new ApiRefusal('badRequest', 'This file is being read already', 'id');
    if (imports.running() >= mostRuns) throw busy();
    return before;
  }
}

function stateOf({ job }: KeptFile): ImportState {
  return job?.state() ?? idle;
}

/** Read once for each form that is said of it. */
async function lookOf(file: KeptFile, said: AskLook['file']): Promise<Result<Look, FileRefusal>> {
  const key = JSON.stringify([said.encoding, said.delimiter, said.sheet, said.headings]);
  const known = file.looks.get(key);
  if (known) return accept(known);
  const look = await lookAt(file.path, said);
  if (!look.ok) return refuse(look.refusal);
  if (file.looks.size >= 8) file.looks.clear();
  file.looks.set(key, look.value);
  return look;
}
