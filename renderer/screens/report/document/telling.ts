import type { Paper, ReportVersion } from '../../../../shared/facts/codes.ts';
import type { CaseView } from '../../../queries/oneCase/caseView.ts';
import type { Wording } from '../../../wording/createWording.ts';

/** What a report is asked to be. */
export type ReportAsk = {
  readonly version: ReportVersion;
  readonly paper: Paper;
  /** "2-K7QM", see `reportName`. */
  readonly name: string;
  /** ISO instant. */
  readonly madeAt: string;
  readonly madeBy: string;
  readonly siteName: string;
  readonly stationName: string;
  /** Of the whole case, `recordsHash.ts`. */
  readonly recordsHash: string;
  /** Which of the pictures handed over beside the report one is, by its SHA-256; null: it is not here. */
  readonly pictureOf: (sha256: string) => number | null;
};

/** A case being told to somebody, in their language. */
export type Telling = {
  readonly view: CaseView;
  readonly wording: Wording;
  readonly ask: ReportAsk;
  /** For the client: names nobody, and nothing that is among ourselves. */
  readonly isForClient: boolean;
};

/** "Wed 18 Nov 2026, 14:02", by the site's clock. */
export function sayMoment({ t, formatDate }: Wording, when: string): string {
  return t('report.moment', {
    day: formatDate(when, 'dayWithYear'),
    time: formatDate(when, 'time'),
  });
}

/** The same; on the day it began by the clock alone. */
export function sayUntil(wording: Wording, from: string, until: string): string {
  const day = (when: string) => wording.formatDate(when, 'dayWithYear');
  return day(from) === day(until) ? wording.formatDate(until, 'time') : sayMoment(wording, until);
}

/** Somebody by name; by nothing where the report names nobody. */
export function nameOf({ view, isForClient }: Telling, personId: string): string {
  return isForClient ? '' : (view.people.get(personId)?.name ?? '');
}

/** Cells of which those that are only ours are left out for the client. */
export function forWhom<T>(
  { isForClient }: Pick<Telling, 'isForClient'>,
  all: readonly (T | { readonly ours: T })[],
): T[] {
  return all.flatMap((one) => {
    if (!isOurs(one)) return [one];
    return isForClient ? [] : [one.ours];
  });
}

function isOurs<T>(one: T | { readonly ours: T }): one is { readonly ours: T } {
  return typeof one === 'object' && one !== null && 'ours' in one;
}
