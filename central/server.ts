import rateLimit from '@fastify/rate-limit';
import fastify, { type FastifyInstance, LogController } from 'fastify';
import { validatorCompiler } from 'fastify-type-provider-zod';
import { answerErrors, sendRefusal } from './http/answerErrors.ts';
import { ApiRefusal } from './http/apiError.ts';
import { addressOf, makeGates } from './http/gates.ts';
import { refuseForeignHost, serverAt } from './http/listening.ts';
import { makeMetrics, serveMetrics } from './http/metrics.ts';
import { noteCalls } from './http/noteCalls.ts';
import { publishOpenApi } from './http/openapi.ts';
import { serializeAnswers } from './http/passedOn.ts';
import { countPerMinute } from './http/rates.ts';
import { keptFiles } from './imports/kept/keptFiles.ts';
import { startReencoder } from './photos/reencoder.ts';
import { administratorRoutes } from './routes/administratorRoutes.ts';
import { bankRoutes } from './routes/bankRoutes.ts';
import { calendarRoutes } from './routes/calendarRoutes.ts';
import { caseRoutes } from './routes/caseRoutes.ts';
import type { Central, Deps } from './routes/central.ts';
import { connectionRoutes } from './routes/connectionRoutes.ts';
import { healthRoute } from './routes/healthRoute.ts';
import { importRoutes } from './routes/importRoutes.ts';
import { officePageRoutes } from './routes/officePageRoutes.ts';
import { officeRoutes } from './routes/officeRoutes.ts';
import { pageRoutes } from './routes/pageRoutes.ts';
import { peopleRoutes } from './routes/peopleRoutes.ts';
import { photoRoutes } from './routes/photoRoutes.ts';
import { pictureRoutes } from './routes/pictureRoutes.ts';
import { pullRoutes } from './routes/pullRoutes.ts';
import { pushRoutes } from './routes/pushRoutes.ts';
import { refundRoutes } from './routes/refundRoutes.ts';
import { replayRoutes } from './routes/replayRoutes.ts';
import { signInRoutes } from './routes/signInRoutes.ts';
import { stationRoutes } from './routes/stationRoutes.ts';
import { todayRoutes } from './routes/todayRoutes.ts';
import { keepSweeping } from './uploads/keepSweeping.ts';
import { tusUploads } from './uploads/tusUploads.ts';

/** A whole site may come from one address. */
const callersPerAddress = 20;

/** A company's own id of a thousand characters, each percent-encoded. */
const mostInAnAddress = 12_100;

/** Central as a server that listens nowhere yet. */
export async function buildServer(deps: Deps): Promise<FastifyInstance> {
  const app = fastify({
    ...(deps.logger ? { loggerInstance: deps.logger } : {}),
    logController: new LogController({ disableRequestLogging: true }),
    routerOptions: { maxParamLength: mostInAnAddress },
    trustProxy: deps.door.trustedProxies.length > 0 ? [...deps.door.trustedProxies] : false,
    serverFactory: (handle) => serverAt(deps.door, handle),
    frameworkErrors: (error, _request, reply) => {
      void sendRefusal(reply, new ApiRefusal('badRequest', error.message));
    },
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializeAnswers);
  answerErrors(app);
  app.addHook('onRequest', async (request) => refuseForeignHost(deps.door, request));
  await app.register(rateLimit, {
    max: deps.limits.requests * callersPerAddress,
    timeWindow: '1 minute',
    keyGenerator: addressOf,
    errorResponseBuilder: (_request, { after }) =>
      new ApiRefusal('tooMany', `Too many requests, again in ${after}`),
  });
  await publishOpenApi(app, deps.version);

  const metrics = makeMetrics(deps.database, deps.now);
  const calls = noteCalls(deps.database, deps.now);
  calls.listenTo(app);
  const gates = makeGates({ ...deps, metrics, calls, rates: countPerMinute(deps.now) });
  const uploads = tusUploads({ ...deps, metrics, store: deps.photos, turns: gates.turns });
  const reencoder = startReencoder();
  const imports = keptFiles(deps.importsFolder, deps.now);
  const central: Central = { ...deps, gates, calls, metrics, uploads, imports, reencoder };
  serveMetrics(app, metrics, gates);
  healthRoute(app, central);
  stationRoutes(app, central);
  peopleRoutes(app, central);
  pushRoutes(app, central);
  pullRoutes(app, central);
  photoRoutes(app, central);
  caseRoutes(app, central);
  refundRoutes(app, central);
  todayRoutes(app, central);
  calendarRoutes(app, central);
  replayRoutes(app, central);
  administratorRoutes(app, central);
  connectionRoutes(app, central);
  await officeRoutes(app, central);
  await officePageRoutes(app, central);
  await bankRoutes(app, central);
  await pictureRoutes(app, central);
  importRoutes(app, central);
  signInRoutes(app, central);
  await pageRoutes(app, central);
  const sweeping = keepSweeping(deps, uploads);
  app.addHook('onReady', async () => {
    sweeping.start();
  });
  app.addHook('onClose', async () => sweeping.stop());
  app.addHook('preClose', async () => reencoder.stop());
  app.addHook('preClose', async () => imports.close());
  return app;
}
