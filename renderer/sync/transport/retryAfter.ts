/** What `Retry-After` asks for, in milliseconds from now; null where it says nothing readable. */
export function retryAfterMs(headers: Headers, now = Date.now()): number | null {
  const said = headers.get('retry-after');
  if (said === null) return null;
  const seconds = Number(said);
  if (said.trim() !== '' && Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const date = Date.parse(said);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
