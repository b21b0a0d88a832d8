import { assertNever } from '../../shared/result.ts';
import type { GiveRefusal } from './calendarRows.ts';

/** What is wrong with a calendar that was not taken, and what would do. */
export function whyNotGiven(refusal: GiveRefusal): {
  readonly field: string;
  readonly message: string;
} {
  const bad = (message: string, field: string) => ({ message, field });
  switch (refusal.code) {
    case 'unknownKey':
      return bad('No such site, and no country like country:DE-BY', 'key');
    case 'otherCountry':
      return bad('This calendar belongs to the country and region in its key', 'country');
    case 'noHolidayData':
      return bad(
        `Nobody has collected the public holidays of ${nameOf(refusal.country)}. Give the calendar without a country, with its weekend days and its holidays (as a list or an iCalendar file)`,
        'country',
      );
    case 'unknownRegion':
      return bad(
        `${nameOf(refusal.country)} has no region ${refusal.region}; known are ${refusal.known.slice(0, 80).join(', ') || 'none'}`,
        'region',
      );
    case 'nothingToBeginWith':
      return bad('A first calendar needs a country, or weekend days and holidays', 'country');
    case 'holidaysComeFromCountry':
      return bad('Holidays come from the country; give own days off as closures', 'holidays');
    case 'weekendStays':
      return bad(
        `The weekend (${refusal.weekendDays.join(', ')}) stays, because past deadlines rest on it; give single days as extra working days or closures`,
        'weekendDays',
      );
    case 'yearsBackwards':
      return bad('The last year lies before the first', 'untilYear');
    case 'yearWithoutHolidays':
      return bad(`No holiday is given for ${refusal.year}; "none" is not guessed`, 'holidays');
    case 'unreadableIcs':
      return bad(`The iCalendar file cannot be read: ${refusal.why}`, 'ics');
    default:
      return assertNever(refusal);
  }
}

function nameOf(country: string): string {
  const name = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(country);
  return name === undefined ? country : `${name} (${country})`;
}
