/** `ENOENT`, `ENOSPC` and the like; null for a failure without one. */
export function errorCode(failure: unknown): string | null {
  return failure instanceof Error && 'code' in failure && typeof failure.code === 'string'
    ? failure.code
    : null;
}
