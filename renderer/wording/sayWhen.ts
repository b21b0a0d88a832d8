import type { Instant } from '../../shared/facts/time.ts';
import type { Wording } from './createWording.ts';

/** Today the time, else the day, or the day with its time. `now`: milliseconds since 1970 UTC. */
export function sayWhen(
  formatDate: Wording['formatDate'],
  when: Instant,
  now: number,
  before: 'day' | 'moment' = 'moment',
): string {
  const today = formatDate(new Date(now).toISOString(), 'dayWithYear');
  return formatDate(when, formatDate(when, 'dayWithYear') === today ? 'time' : before);
}
