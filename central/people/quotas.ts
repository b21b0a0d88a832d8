/** What one station may lay upon central, so that greed or a fault of one harms nobody else. */
export type Quotas = {
  /** Bytes of commands kept, and of photos begun. */
  readonly commandBytes: Quota;
  readonly photoBytes: Quota;
  /** Uploads begun and not finished. */
  readonly openUploads: number;
  /** Commands nobody could read. */
  readonly rowsPutAside: number;
  readonly bytesPutAside: number;
};
type Quota = { readonly perHour: number; readonly inAll: number };

const mb = 1024 * 1024;
const gb = 1024 * mb;

/**
 * A bench records some 6 MB and sends some 3 GB of photos a day: weeks offline come home within
 * hours, and years fit. Put aside are what a newer station sends before central is upgraded.
 */
export const usualQuotas: Quotas = {
  commandBytes: { perHour: 128 * mb, inAll: 16 * gb },
  photoBytes: { perHour: 10 * gb, inAll: 2048 * gb },
  openUploads: 100,
  rowsPutAside: 20_000,
  bytesPutAside: 64 * mb,
};

export type Usage = {
  readonly thisHour: { readonly commandBytes: number; readonly photoBytes: number };
  readonly inAll: { readonly commandBytes: number; readonly photoBytes: number };
};

/** Why a station may not bring so many bytes more now; null: it may. */
export type OverQuota = {
  readonly quota: 'commandBytes' | 'photoBytes' | 'openUploads' | 'putAside';
  /** 429: later, or less of it; 507: somebody has to make room first. */
  readonly status: 429 | 507;
  readonly why: string;
  readonly retryAfterSeconds: number;
};

const what = { commandBytes: 'records', photoBytes: 'photos' } as const;
const anHour = 60 * 60_000;

export function overQuota(
  quotas: Quotas,
  usage: Usage,
  quota: 'commandBytes' | 'photoBytes',
  bytes: number,
  now: Date,
): OverQuota | null {
  const { perHour, inAll } = quotas[quota];
  if (usage.inAll[quota] + bytes > inAll)
    return {
      quota,
      status: 507,
      why: `This station has sent its ${megabytes(inAll)} of ${what[quota]}: whoever runs central decides about more`,
      retryAfterSeconds: anHour / 1000,
    };
  // One piece larger than the hour's share passes in an hour of its own.
  if (usage.thisHour[quota] > 0 && usage.thisHour[quota] + bytes > perHour)
    return {
      quota,
      status: 429,
      why: `This station may send ${megabytes(perHour)} of ${what[quota]} an hour`,
      retryAfterSeconds: Math.ceil((anHour - (now.getTime() % anHour)) / 1000),
    };
  return null;
}

export function hourOf(now: Date): Date {
  return new Date(now.getTime() - (now.getTime() % anHour));
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / mb)} MB`;
}
