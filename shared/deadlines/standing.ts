import type { PolicyVersion } from '../facts/documents.ts';
import type { Instant, LocalDate } from '../facts/time.ts';
import { accept, type Result, refuse } from '../result.ts';
import type { Deadline, DeadlineRefusal, DeadlineStanding } from './deadline.ts';
import { epochDayOf, isLocalDate } from './epochDay.ts';
import { localMomentOf } from './localDay.ts';
import { layOutCalendar } from './siteCalendar.ts';
import { workingDaysBetween } from './workingDays.ts';

type Targets = PolicyVersion['parameters']['targets'];

/**
 * A deadline looked at now. `now` is a UTC moment, read as a day in the deadline's own zone;
 * `endedOn` is the site-local day the clock stopped (refund started at central), or null. The last
 * day counts to its end. With `targets` the tone follows the house's own days (approval by, red on),
 * without them the last two days.
 * Late beyond what the calendar knows it is late by nobody knows how many days: `daysLate` is 0.
 * Refusals: `badDate`, `badZone`.
 */
export function standingOf(
  deadline: Deadline,
  now: Instant,
  endedOn: LocalDate | null,
  targets?: Targets,
): Result<DeadlineStanding, DeadlineRefusal> {
  const moment = localMomentOf(now, deadline.zone, 'now');
  if (!moment.ok) return moment;
  if (endedOn !== null && !isLocalDate(endedOn))
    return refuse({ code: 'badDate', field: 'endedOn', found: endedOn });

  const today = moment.value.date;
  const lookedAt = endedOn ?? today;
  const counted = deadline.days.filter((d) => d.kind === 'counted');
  const daysUsed = counted.filter((d) => d.date < lookedAt).length;
  const daysLeft = counted.length - daysUsed;
  const daysLate = lateDays(deadline, lookedAt);
  if (!daysLate.ok) return daysLate;
  return accept({
    deadline,
    today,
    daysUsed,
    daysLeft,
    daysLate: daysLate.value,
    tone: toneOf(),
    endedOn,
  });

  function toneOf(): DeadlineStanding['tone'] {
    if (lookedAt > deadline.dueOn) return 'late';
    if (endedOn !== null) return 'met';
    const soonFrom = targets ? targets.approvalByDay : deadline.length - 1;
    const urgentFrom = targets ? targets.redOnDay : deadline.length;
    const dayNumber = daysUsed + 1;
    if (dayNumber >= urgentFrom) return 'urgent';
    return dayNumber >= soonFrom ? 'soon' : 'rest';
  }
}

function lateDays(deadline: Deadline, on: LocalDate): Result<number, DeadlineRefusal> {
  if (on <= deadline.dueOn) return accept(0);
  if (deadline.counted === 'calendarDays')
    return accept(epochDayOf(on) - epochDayOf(deadline.dueOn));
  const counted = workingDaysBetween(deadline.dueOn, on, layOutCalendar(deadline.calendar));
  return !counted.ok && counted.refusal.code === 'calendarEnds' ? accept(0) : counted;
}
