import type { FastifyInstance } from 'fastify';
import { contractVersion, limits } from '../../shared/sync/centralApi.ts';
import { applyInTurn } from '../commands/applyInTurn.ts';
import { readEpoch } from '../database/metaRows.ts';
import type { Rows } from '../database/rows.ts';
import { ApiRefusal } from '../http/apiError.ts';
import { refuseOverQuota, refusePutAside } from '../http/refuseOverQuota.ts';
import { serveRoute } from '../http/serveRoute.ts';
import type { Central } from './central.ts';

/** Stations hand in what was recorded. */
export function pushRoutes(app: FastifyInstance, central: Central): void {
  const { database, gates, now, metrics, refunds, minimumContractVersion } = central;

  serveRoute(app, 'push', gates, async ({ body, station, request, turn }) => {
    if (body.contractVersion < minimumContractVersion)
      throw new ApiRefusal(
        'stationTooOld',
        `Contract ${minimumContractVersion} or later is needed`,
      );
    if (body.contractVersion > contractVersion)
      request.log.warn({ theirs: body.contractVersion }, 'a station speaks a later contract');
    const bytes = Number(request.headers['content-length'] ?? limits.bytesPerPush);
    await refuseOverQuota(central, station, 'commandBytes', bytes);
    const beforePutAside = (rows: Rows) => refusePutAside(central, station, rows);
    const ground = { database, now, log: request.log, beforePutAside };
    const applied = await applyInTurn(ground, station, body.commands, turn);
    for (const result of applied.results) metrics.commands.inc({ result: result.kind });
    for (const result of applied.results)
      if (result.kind === 'refused' || result.kind === 'quarantined')
        request.log.warn({ station: station.stationId, ...result }, 'command not applied');
    for (const seen of applied.atTwo) {
      metrics.twoStations.inc();
      request.log.warn(seen, 'one person is active at two stations');
    }
    if (applied.expectedSequence !== null)
      request.log.info({ next: applied.expectedSequence }, 'records are missing before these');
    if (applied.refundsDue) refunds.wake();
    return {
      results: [...applied.results],
      expectedSequence: applied.expectedSequence,
      epoch: await readEpoch(database.rows),
      time: now().toISOString(),
    };
  });
}
