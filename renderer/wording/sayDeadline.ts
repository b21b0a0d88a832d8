import type { DayReason, DeadlineStanding } from '../../shared/deadlines/deadline.ts';
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
