import type { FastifyInstance } from 'fastify';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { calendarReaches } from '../calendars/calendarsToRenew.ts';
import { openGaps } from '../commands/gapRows.ts';
import type { CentralDatabase } from '../database/openDatabase.ts';
import { usageByStation } from '../people/usageRows.ts';
import { countPhotoWaits } from '../refunds/photoWaitRows.ts';
import { countRefundsByState } from '../refunds/refundRows.ts';
import type { Gates } from './gates.ts';

export type Metrics = {
  readonly registry: Registry;
  readonly commands: Counter<'result'>;
  readonly requests: Histogram<'route' | 'method' | 'status'>;
  readonly overQuota: Counter<'quota'>;
  readonly tokenMisuse: Counter<'kind'>;
  readonly twoStations: Counter;
};

export function makeMetrics(database: CentralDatabase, now: () => Date): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const refunds = new Gauge({
    name: 'quayside_refunds',
    help: 'Refunds in the register by state',
    labelNames: ['state'],
    registers,
    async collect() {
      this.reset();
      for (const [state, count] of await countRefundsByState(database.rows))
        this.set({ state }, count);
    },
  });
  registry.registerMetric(
    new Gauge({
      name: 'quayside_stations_behind_missing_records',
      help: 'Stations whose work waits behind records that nobody brought yet',
      registers: [],
      async collect() {
        this.set((await openGaps(database.rows)).length);
      },
    }),
  );
  registry.registerMetric(
    new Gauge({
      name: 'quayside_refunds_waiting_for_photos',
      help: 'Refunds due that wait for photos whose bytes did not come',
      registers: [],
      async collect() {
        this.set((await countPhotoWaits(database.rows)).refunds);
      },
    }),
  );
  registry.registerMetric(
    new Gauge({
      name: 'quayside_photos_refunds_wait_for',
      help: 'Photos that refunds wait for',
      registers: [],
      async collect() {
        this.set((await countPhotoWaits(database.rows)).photos);
      },
    }),
  );
  registry.registerMetric(
    new Gauge({
      name: 'quayside_calendar_days_left',
      help: 'Days until a calendar ends; -1 for a site without one',
      labelNames: ['calendar'],
      registers: [],
      async collect() {
        this.reset();
        for (const { key, daysLeft } of await calendarReaches(database.rows, now()))
          this.set({ calendar: key }, daysLeft);
      },
    }),
  );
  registry.registerMetric(
    new Gauge({
      name: 'quayside_station_load',
      help: 'What each station laid upon central: bytes of commands and photos in all, open uploads',
      labelNames: ['station', 'kind'],
      registers: [],
      async collect() {
        this.reset();
        for (const { stationId: station, ...load } of await usageByStation(database.rows))
          for (const [kind, value] of Object.entries(load)) this.set({ station, kind }, value);
      },
    }),
  );
  for (const state of ['due', 'instructed', 'acknowledged', 'failed', 'unknown'])
    refunds.set({ state }, 0);
  return {
    registry,
    commands: new Counter({
      name: 'quayside_commands_total',
      help: 'Commands answered by result',
      labelNames: ['result'],
      registers,
    }),
    overQuota: new Counter({
      name: 'quayside_over_quota_total',
      help: 'Requests refused because a station had brought its share',
      labelNames: ['quota'],
      registers,
    }),
    tokenMisuse: new Counter({
      name: 'quayside_token_misuse_total',
      help: "Requests with a station's token by somebody who did not prove its key",
      labelNames: ['kind'],
      registers,
    }),
    twoStations: new Counter({
      name: 'quayside_person_at_two_stations_total',
      help: 'Times one person was seen active at two stations, once a day and pair',
      registers,
    }),
    requests: new Histogram({
      name: 'quayside_http_request_seconds',
      help: 'How long requests took',
      labelNames: ['route', 'method', 'status'],
      buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
      registers,
    }),
  };
}

/** For Prometheus, with the admin token. */
export function serveMetrics(app: FastifyInstance, metrics: Metrics, gates: Gates): void {
  app.addHook('onResponse', async (request, reply) => {
    metrics.requests.observe(
      {
        route: request.routeOptions.url ?? 'none',
        method: request.method,
        status: String(reply.statusCode),
      },
      reply.elapsedTime / 1000,
    );
    const { method } = request;
    const answered = { method, route: request.routeOptions.url, status: reply.statusCode };
    request.log.debug({ ...answered, ms: Math.round(reply.elapsedTime) }, 'answered');
  });
  app.get('/central/metrics', {
    schema: { hide: true },
    preParsing: async (request, reply) => gates.adminPage(request, reply),
    handler: async (_request, reply) =>
      reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
  });
}
