import { putAsideOf } from '../commands/quarantinedRows.ts';
import type { CentralDatabase } from '../database/openDatabase.ts';
import type { Rows } from '../database/rows.ts';
import { type OverQuota, overQuota, type Quotas } from '../people/quotas.ts';
import type { CallingStation } from '../people/tokenRows.ts';
import { countOpenUploads, usageOf } from '../people/usageRows.ts';
import { ApiRefusal } from './apiError.ts';
import type { Metrics } from './metrics.ts';

type Deps = {
  readonly database: CentralDatabase;
  readonly now: () => Date;
  readonly quotas: Quotas;
  readonly metrics: Metrics;
};

/** Throws in words where a station would bring more than its share. */
export async function refuseOverQuota(
  deps: Deps,
  { stationId }: Pick<CallingStation, 'stationId'>,
  quota: 'commandBytes' | 'photoBytes',
  bytes: number,
): Promise<void> {
  const now = deps.now();
  const usage = await usageOf(deps.database.rows, stationId, now);
  refuse(deps, overQuota(deps.quotas, usage, quota, bytes, now));
}

export async function refuseOpenUploads(
  deps: Deps,
  { stationId }: Pick<CallingStation, 'stationId'>,
): Promise<void> {
  const most = deps.quotas.openUploads;
  const open = await countOpenUploads(deps.database.rows, stationId);
  if (open >= most)
    refuse(deps, {
      quota: 'openUploads',
      status: 429,
      why: `This station has ${open} uploads begun and not finished`,
      retryAfterSeconds: 60,
    });
}

/** For what nobody can read, store or prove: it stays until an upgrade or a person settles it. */
export async function refusePutAside(
  deps: Deps,
  { stationId }: Pick<CallingStation, 'stationId'>,
  rows: Rows,
): Promise<void> {
  const { rowsPutAside, bytesPutAside } = deps.quotas;
  const aside = await putAsideOf(rows, stationId);
  if (aside.rows >= rowsPutAside || aside.bytes > bytesPutAside)
    refuse(deps, {
      quota: 'putAside',
      status: 429,
      why: 'Too much of this station was put aside unread already',
      retryAfterSeconds: 10 * 60,
    });
}

function refuse({ metrics }: Deps, over: OverQuota | null): void {
  if (!over) return;
  const { quota, status, why, retryAfterSeconds } = over;
  metrics.overQuota.inc({ quota });
  throw new ApiRefusal(status === 507 ? 'unavailable' : 'tooMany', why, undefined, {
    status,
    retryAfterSeconds,
  });
}
