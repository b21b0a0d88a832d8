/** What a deadline is when someone asks for it: computed from facts and a calendar, never stored. */
import type { SiteCalendar } from '../facts/documents.ts';
import type { Instant, LocalDate } from '../facts/time.ts';

export type DayReason =
  | { readonly kind: 'weekend' }
  | { readonly kind: 'holiday'; readonly name: string }
  | { readonly kind: 'closure'; readonly name: string }
  | { readonly kind: 'paused'; readonly reason: string }
  /** Arrived after the contract's cut-off hour ("HH:MM", site-local): counts as the next day. */
  | { readonly kind: 'cutOff'; readonly at: string };

/** Whole days on which a clock stands still: first and last, both site-local and both included. */
export type Pause = {
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly reason: string;
};

/** One calendar day in the proof. `number` is the working day it is, 1 to the clock's length. */
export type ProofDay =
  | { readonly date: LocalDate; readonly kind: 'receipt' }
  | {
      readonly date: LocalDate;
      readonly kind: 'counted';
      readonly number: number;
      readonly extra: boolean;
    }
  | { readonly date: LocalDate; readonly kind: 'skipped'; readonly why: DayReason };

export type ClockName = 'application' | 'review' | 'inspection';

export type Deadline = {
  readonly clock: ClockName;
  /** Site-local day the clock started from (the day of receipt). */
  readonly startedOn: LocalDate;
  /** Last day of the period, site-local. */
  readonly dueOn: LocalDate;
  /** The end of `dueOn` in the site's zone: the first instant that is late. */
  readonly dueBefore: Instant;
  readonly length: number;
  readonly days: readonly ProofDay[];
  readonly zone: string;
  readonly calendarVersion: number;
  readonly counted: 'workingDays' | 'calendarDays';
  /** The calendar it was counted by, to count the days it is late with. */
  readonly calendar: SiteCalendar;
  /** The last day as it was first told, where the calendar changed since; else null. */
  readonly movedFrom: LocalDate | null;
  /** The first of its days whose public holidays are not published yet; null: all are known. */
  readonly provisionalFrom: LocalDate | null;
};

/** A deadline looked at on a certain day. */
export type DeadlineStanding = {
  readonly deadline: Deadline;
  readonly today: LocalDate;
  /** Working days used up before today, 0 to length. */
  readonly daysUsed: number;
  /** Working days left including today if it is one; 0 on the day after; negative never. */
  readonly daysLeft: number;
  /** Working days past the due day; 0 unless late. */
  readonly daysLate: number;
  /** `met`: ended in time. A clock that ended too late stays `late`, with `endedOn` set. */
  readonly tone: 'rest' | 'soon' | 'urgent' | 'late' | 'met';
  /** Day the clock was stopped (refund started at central), if it was. */
  readonly endedOn: LocalDate | null;
};

export type DeadlineRefusal =
  | { readonly code: 'noCalendar'; readonly field: 'calendar'; readonly found: string }
  | {
      readonly code: 'calendarEnds';
      readonly field: 'calendar.validUntil';
      readonly validUntil: LocalDate;
    }
  | {
      readonly code: 'calendarStartsLater';
      readonly field: 'calendar.validFrom';
      readonly validFrom: LocalDate;
    }
  | { readonly code: 'badDate'; readonly field: string; readonly found: string }
  | { readonly code: 'badZone'; readonly field: 'calendar.timeZone'; readonly found: string }
  | { readonly code: 'badLength'; readonly field: 'length'; readonly found: number };
