import type {
  DayReason,
  DeadlineRefusal,
  DeadlineStanding,
} from '../../shared/deadlines/deadline.ts';
import type { InspectionClock } from '../../shared/deadlines/inspectionClock.ts';
import { assertNever } from '../../shared/result.ts';
import { isWordingId } from './catalogues.ts';
import type { Wording } from './createWording.ts';

export type DeadlineWords = {
  /** "2 working days left" */
  readonly standing: string;
  /** "due Tue 14 May" */
  readonly date: string;
};

/** A deadline's standing in words; colour never says it alone. */
export function sayDeadline(
  wording: Pick<Wording, 't' | 'formatDate'>,
  seen: DeadlineStanding,
): DeadlineWords {
  const { t, formatDate } = wording;
  const due = formatDate(seen.deadline.dueOn, 'day');
  if (seen.endedOn !== null) {
    return {
      standing: t(seen.endedOn > seen.deadline.dueOn ? 'deadline.metLate' : 'deadline.met'),
      date: t('deadline.endedOn', { date: formatDate(seen.endedOn, 'day') }),
    };
  }
  if (seen.tone === 'late') {
    return {
      standing:
        seen.daysLate > 0 ? t('deadline.late', { count: seen.daysLate }) : t('deadline.over'),
      date: t('deadline.wasDue', { date: due }),
    };
  }
  return {
    standing:
      seen.today === seen.deadline.dueOn
        ? t('deadline.today')
        : t('deadline.left', { count: seen.daysLeft }),
    date: t('deadline.due', { date: due }),
  };
}

/** The same where a row has one line: "2 days left", "Tue 14 May". */
export function sayDeadlineShort(
  { t, formatDate }: Pick<Wording, 't' | 'formatDate'>,
  seen: DeadlineStanding,
): DeadlineWords {
  const date = formatDate(seen.endedOn ?? seen.deadline.dueOn, 'day');
  if (seen.endedOn !== null)
    return {
      standing: t(seen.endedOn > seen.deadline.dueOn ? 'deadline.metLate' : 'deadline.met'),
      date,
    };
  if (seen.tone === 'late')
    return {
      standing:
        seen.daysLate > 0 ? t('deadline.short.late', { count: seen.daysLate }) : t('deadline.over'),
      date,
    };
  return {
    standing:
      seen.today === seen.deadline.dueOn
        ? t('deadline.today')
        : t('deadline.short.left', { count: seen.daysLeft }),
    date,
  };
}

/** Goods are here and their days cannot be counted: what is said in place of the deadline. */
export function sayUncounted(
  { t, formatDate }: Pick<Wording, 't' | 'formatDate'>,
  why: DeadlineRefusal,
): DeadlineWords {
  return { standing: t('deadline.uncounted'), date: reason() };

  function reason(): string {
    switch (why.code) {
      case 'noCalendar':
        return t('deadline.uncounted.noCalendar');
      case 'calendarEnds':
        return t('deadline.uncounted.calendarEnds', {
          date: formatDate(why.validUntil, 'dayWithYear'),
        });
      case 'calendarStartsLater':
        return t('deadline.uncounted.calendarStartsLater', {
          date: formatDate(why.validFrom, 'dayWithYear'),
        });
      case 'badDate':
      case 'badZone':
      case 'badLength':
        return t('deadline.uncounted.other');
      default:
        return assertNever(why);
    }
  }
}

/** What is to be known of a deadline beside its day: it moved, it may move, a clock was wrong. */
export function sayNotes(
  { t, formatDate }: Pick<Wording, 't' | 'formatDate'>,
  seen: DeadlineStanding | null,
  corrected: InspectionClock['corrected'],
): readonly string[] {
  // A clock that was reset is wrong by years.
  const whole = (when: string) => `${formatDate(when, 'dayWithYear')}, ${formatDate(when, 'time')}`;
  const { movedFrom = null, provisionalFrom = null } = seen?.deadline ?? {};
  return [
    ...(movedFrom === null ? [] : [t('deadline.moved', { date: formatDate(movedFrom, 'day') })]),
    ...(provisionalFrom === null
      ? []
      : [t('deadline.provisionalFrom', { date: formatDate(provisionalFrom, 'dayWithYear') })]),
    ...(corrected === null
      ? []
      : [
          t(`deadline.corrected.${corrected.why}`, {
            recorded: whole(corrected.recordedAt),
            counted: whole(corrected.countedFrom),
          }),
        ]),
  ];
}

/** Why a day is not counted. */
export function saySkipped(wording: Pick<Wording, 't'>, why: DayReason): string {
  const { t } = wording;
  switch (why.kind) {
    case 'weekend':
      return t('deadline.proof.weekend');
    case 'holiday':
      return t('deadline.proof.holiday', { name: why.name });
    case 'closure':
      return t('deadline.proof.closure', { name: why.name });
    case 'paused':
      return t('deadline.proof.paused', { reason: holdWord(t, why.reason) });
    case 'cutOff':
      return t('deadline.proof.cutOff', { at: why.at });
    default:
      return assertNever(why);
  }
}

/** A hold gives its reason as a code, the office may give one in its own words. */
function holdWord(t: Wording['t'], reason: string): string {
  const id = `hold.${reason}`;
  return isWordingId(id) ? t(id) : reason;
}
