import type { FastifyInstance } from 'fastify';
import { type Today, todayLimits } from '../../shared/sync/adminTodayApi.ts';
import { calendarsToRenew } from '../calendars/calendarsToRenew.ts';
import { blindGoods, dueAtSite } from '../cases/dueRows.ts';
import { notApplied } from '../commands/notAppliedRows.ts';
import { everyDocument } from '../documents/documentRows.ts';
import { serveRoute } from '../http/serveRoute.ts';
import { stationsToday } from '../people/stationContactRows.ts';
import { countWaiting } from '../refunds/refundRows.ts';
import type { Central } from './central.ts';

const dayMs = 24 * 60 * 60_000;

/** What wants somebody today. Counted by indexes and kept figures: never over all that was recorded. */
export function todayRoutes(app: FastifyInstance, central: Central): void {
  const { database, gates, now, version } = central;

  serveRoute(app, 'today', gates, async (): Promise<Today> => {
    const { rows } = database;
    const time = now();
    const all = await everyDocument(rows, 'sites');
    const names = new Map<string, string>(all.map(({ id, name }) => [id, name]));
    const nameOf = (siteId: string) => names.get(siteId) ?? siteId;
    const sites: Today['sites'] = [];
    for (const site of all.slice(0, todayLimits.sites))
      sites.push(await dueAtSite(rows, site, time));
    const stations = await stationsToday(rows, todayLimits.stations);
    const refusedSince = new Date(time.getTime() - todayLimits.refusedDays * dayMs);
    const commands = await notApplied(rows, refusedSince, todayLimits.named);
    const blind = await blindGoods(rows);
    const calendars = await calendarsToRenew(rows, time);
    return {
      time: time.toISOString(),
      version,
      sites,
      stations: {
        all: stations.all,
        worst: stations.found.map(({ siteId, ...one }) => ({ ...one, siteName: nameOf(siteId) })),
      },
      commands: {
        ...commands,
        first: commands.first.map(({ siteId, ...one }) => ({ ...one, siteName: nameOf(siteId) })),
      },
      blind: {
        all: blind[0]?.all ?? 0,
        first: blind.map(({ arrivalId, siteId, at }) => ({
          arrivalId,
          siteName: nameOf(siteId),
          receivedAt: at.toISOString(),
        })),
      },
      refunds: await countWaiting(rows),
      calendars: calendars.map(({ key, validUntil }) => ({
        key,
        siteName: names.get(key) ?? null,
        validUntil,
      })),
    };
  });
}
