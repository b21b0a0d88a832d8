import rateLimit from '@fastify/rate-limit';
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { validatorCompiler } from 'fastify-type-provider-zod';
import { calendarRoutes } from './calendars/calendarRoutes.ts';
import type { CentralDatabase } from './database/openDatabase.ts';
import { answerErrors, sendRefusal } from './http/answerErrors.ts';
import { ApiRefusal } from './http/apiError.ts';
import { callerOf, type Gates, makeGates } from './http/gates.ts';
import { healthRoute } from './http/healthRoute.ts';
import { type Metrics, makeMetrics, serveMetrics } from './http/metrics.ts';
import { publishOpenApi } from './http/openapi.ts';
import { serializeAnswers } from './http/passedOn.ts';
import type { Quotas } from './people/quotas.ts';
import { stationRoutes } from './people/stationRoutes.ts';
import { keepSweeping } from './photos/keepSweeping.ts';
import { photoRoutes } from './photos/photoRoutes.ts';
import type { PhotoStore } from './photos/photoStore.ts';
import { type TusUploads, tusUploads } from './photos/tusUploads.ts';
import { refundRoutes } from './refunds/refundRoutes.ts';
import type { Refunds } from './refunds/startRefunds.ts';
import { replayRoutes } from './replay/replayRoutes.ts';
import { caseRoutes } from './returns/caseRoutes.ts';
import { pullRoutes } from './sync/pullRoutes.ts';
import { pushRoutes } from './sync/pushRoutes.ts';

/** What central runs on. */
export type Deps = {
  readonly database: CentralDatabase;
  readonly photos: PhotoStore;
  readonly refunds: Refunds;
  readonly adminTokenFingerprint: string;
  readonly now: () => Date;
  readonly version: string;
  /** The oldest contract whose stations are still served. */
  readonly minimumContractVersion: number;
  readonly logger: FastifyBaseLogger | false;
  /** Per minute and caller; enrolment is asked without a token, so per address. */
  readonly limits: { readonly requests: number; readonly enrolments: number };
  readonly quotas: Quotas;
};

/** What its routes work with. */
export type Central = Deps & {
  readonly gates: Gates;
  readonly metrics: Metrics;
  readonly uploads: TusUploads;
};

/** Central as a server that listens nowhere yet. */
export async function buildServer(deps: Deps): Promise<FastifyInstance> {
  const app = fastify({
    ...(deps.logger ? { loggerInstance: deps.logger } : {}),
    logController: new LogController({ disableRequestLogging: true }),
    routerOptions: { maxParamLength: 300 },
    // Longer than a photo's largest piece takes over a slow line.
    requestTimeout: 300_000,
    frameworkErrors: (error, _request, reply) => {
      void sendRefusal(reply, new ApiRefusal('badRequest', error.message));
    },
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializeAnswers);
  answerErrors(app);
  await app.register(rateLimit, {
    max: deps.limits.requests,
    timeWindow: '1 minute',
    keyGenerator: callerOf,
    errorResponseBuilder: (_request, { after }) =>
      new ApiRefusal('tooMany', `Too many requests, again in ${after}`),
  });
  await publishOpenApi(app, deps.version);

  const gates = makeGates(deps);
  const metrics = makeMetrics(deps.database, deps.now);
  const uploads = tusUploads({ ...deps, metrics, store: deps.photos });
  const central: Central = { ...deps, gates, metrics, uploads };
  serveMetrics(app, metrics, gates);
  healthRoute(app, central);
  stationRoutes(app, central);
  pushRoutes(app, central);
  pullRoutes(app, central);
  photoRoutes(app, central);
  caseRoutes(app, central);
  refundRoutes(app, central);
  calendarRoutes(app, central);
  replayRoutes(app, central);
  const sweeping = keepSweeping(deps, uploads);
  app.addHook('onReady', async () => sweeping.start());
  app.addHook('onClose', async () => sweeping.stop());
  return app;
}
