import type { FastifyInstance } from 'fastify';
import { limits } from '../../shared/sync/centralApi.ts';
import type { Change } from '../../shared/sync/change.ts';
import { readEpoch } from '../database/metaRows.ts';
import { countLeft, readPage } from '../feed/beginningRows.ts';
import { readCursor, writeCursor } from '../feed/cursor.ts';
import { ApiRefusal } from '../http/apiError.ts';
import { serveRoute } from '../http/serveRoute.ts';
import type { Central } from './central.ts';

/** Stations read what changed since they last asked. */
export function pullRoutes(app: FastifyInstance, central: Central): void {
  const { database, gates, now, minimumContractVersion } = central;

  serveRoute(app, 'pull', gates, async ({ query, station }) => {
    const limit = query.limit ?? limits.changesPerPull;
    const epoch = await readEpoch(database.rows);
    const after = readCursor(query.cursor, epoch);
    if (!after) throw new ApiRefusal('badRequest', 'Not a cursor of this central', 'cursor');
    const page = await readPage(database.rows, station.siteId, after, limit);
    return {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as it was let in, perhaps by a later central: `serializeAnswers`
      changes: page.rows.map(({ collection, id, body }) => ({ collection, id, body })) as Change[],
      cursor: writeCursor(epoch, page.next),
      more: page.more,
      ...(query.count === 'left' && {
        left: page.more ? await countLeft(database.rows, station.siteId, page.next) : 0,
      }),
      epoch,
      minimumContractVersion,
      time: now().toISOString(),
    };
  });
}
