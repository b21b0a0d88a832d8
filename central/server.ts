import rateLimit from '@fastify/rate-limit';
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { validatorCompiler } from 'fastify-type-provider-zod';
import { calendarRoutes } from './calendars/calendarRoutes.ts';
import type { CentralDatabase } from './database/openDatabase.ts';
import { answerErrors, sendRefusal } from './http/answerErrors.ts';
import { ApiRefusal } from './http/apiError.ts';
import { addressOf, type Gates, makeGates } from './http/gates.ts';
import { healthRoute } from './http/healthRoute.ts';
import { type Door, refuseForeignHost, serverAt } from './http/listening.ts';
import { type Metrics, makeMetrics, serveMetrics } from './http/metrics.ts';
import { publishOpenApi } from './http/openapi.ts';
import { serializeAnswers } from './http/passedOn.ts';
import { countPerMinute } from './http/rates.ts';
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
  /** Per minute: of each station and the admin, of all an address asks without proof, and of codes it tries. */
  readonly limits: { readonly requests: number; readonly enrolments: number };
  readonly quotas: Quotas;
  readonly door: Door;
};

/** What its routes work with. */
export type Central = Deps & {
  readonly gates: Gates;
  readonly metrics: Metrics;
  readonly uploads: TusUploads;
};

/** A whole site may come from one address. */
const callersPerAddress = 20;

/** Central as a server that listens nowhere yet. */
export async function buildServer(deps: Deps): Promise<FastifyInstance> {
  const app = fastify({
    ...(deps.logger ? { loggerInstance: deps.logger } : {}),
    logController: new LogController({ disableRequestLogging: true }),
    routerOptions: { maxParamLength: 300 },
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

  const gates = makeGates({ ...deps, rates: countPerMinute(deps.now) });
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
