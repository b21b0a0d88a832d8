/** Stations that save and push over a bad line, and what central has of it afterwards. */
import { inArray } from 'drizzle-orm';
import type { CentralDatabase } from '../../../central/database/openDatabase.ts';
import { commands, facts } from '../../../central/database/schema.ts';
import { withAcks } from '../../../renderer/storage/ackRanges.ts';
import { accepted } from '../../builders/cases/accepted.ts';
import { receiveAsAnnounced } from '../../builders/station/receiveAsAnnounced.ts';
import type { Station } from '../../builders/station/station.ts';
import { until } from '../../builders/station/until.ts';
import type { FaultProxy } from './faultProxy.ts';

const pushPath = '/central/commands';

export function pushesSeen(proxy: FaultProxy): number {
  return proxy.requests.filter(({ path }) => path === pushPath).length;
}

/** Every station saves again and again, each time when the last save has been tried once, until `pushes` were tried. */
export async function pushOver(
  proxy: FaultProxy,
  stations: readonly Station[],
  pushes: number,
): Promise<void> {
  await Promise.all(
    stations.map(async (station) => {
      const dora = await station.signIn('DORA01');
      while (pushesSeen(proxy) < pushes) {
        const tried = pushesSeen(proxy);
        const parcel = { barcode: null, raw: null, caseId: null, dock: 'D1', note: '' } as const;
        accepted(await receiveAsAnnounced(dora, parcel));
        await until('a push was tried', () => pushesSeen(proxy) > tried, 120_000);
      }
    }),
  );
}

/** Milliseconds from now until nothing waits at any station. */
export async function drained(stations: readonly Station[]): Promise<number> {
  const from = performance.now();
  // As the system says "online" when the line is back.
  for (const station of stations) station.sync.nudge();
  await until(
    'nothing waits any more',
    async () =>
      (await Promise.all(stations.map(({ db }) => db.outbox.count()))).every((n) => n === 0),
    120_000,
  );
  return performance.now() - from;
}

export type Account = {
  readonly saved: number;
  readonly lost: number;
  /** Facts or numbered commands at central beyond what was saved. */
  readonly double: number;
  readonly refused: number;
};

/** Compares what the stations saved with what central holds of them. */
export async function account(
  stations: readonly Station[],
  { rows }: CentralDatabase,
): Promise<Account> {
  let [saved, lost, double, refused] = [0, 0, 0, 0];
  for (const { db, enrolment } of stations) {
    const stored = await db.facts.where('envelope.sequence').above(0).sortBy('sequence');
    const own = await withAcks(db, stored);
    const ids = own.map(({ id }) => id);
    const here = inArray(commands.stationId, [enrolment.stationId]);
    const [answered, kept] = await Promise.all([
      rows.select().from(commands).where(here),
      rows.select({ id: facts.id, body: facts.body }).from(facts),
    ]);
    const ours = kept.filter(({ body }) => body.stationId === enrolment.stationId);
    const there = new Set<string>(ours.map(({ id }) => id));
    saved += own.length;
    lost += own.filter((row) => !there.has(row.id) || row.acceptance !== 'accepted').length;
    double += ours.length - new Set(ids).size + (answered.length - own.length);
    refused += await db.refused.count();
  }
  return { saved, lost, double, refused };
}
