/**
 * Trouble of the disk, typed. On a full disk Chromium's IndexedDB has been seen neither to complete
 * nor to abort a write for over 30 s, so waiting has an end of its own.
 */
export class StorageTrouble extends Error {
  readonly why: 'stuck' | 'full' | 'failed';
  constructor(why: StorageTrouble['why'], detail: string) {
    super(detail);
    this.name = 'StorageTrouble';
    this.why = why;
  }
}

const patienceMs = 5_000;

/** The result of a write, or `StorageTrouble` when it fails or does not end in time. */
export async function watched<T>(write: PromiseLike<T>, limitMs = patienceMs): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new StorageTrouble('stuck', `no answer within ${limitMs} ms`)),
      limitMs,
    );
  });
  try {
    return await Promise.race([write, limit]);
  } catch (cause) {
    throw troubleFrom(cause);
  } finally {
    clearTimeout(timer);
  }
}

function troubleFrom(cause: unknown): StorageTrouble {
  if (cause instanceof StorageTrouble) return cause;
  const names = namesIn(cause);
  const detail = cause instanceof Error ? cause.message : String(cause);
  return new StorageTrouble(names.includes('QuotaExceededError') ? 'full' : 'failed', detail);
}

/** Dexie wraps: the reason is in `name`, in `inner`, or both. */
function namesIn(cause: unknown): readonly string[] {
  if (!(cause instanceof Error)) return [];
  return [cause.name, ...('inner' in cause ? namesIn(cause.inner) : [])];
}
