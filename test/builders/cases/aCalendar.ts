/** Site calendars: one plain one, and four real ones with their public holidays of 2025 to 2027. */
import type { SiteCalendar } from '../../../shared/facts/documents.ts';
import { siteId } from './ids.ts';

type Day = { readonly date: string; readonly name: string };

/** Monday to Friday in New York, no holidays, 2020 to 2030. */
export function aCalendar(overrides: Partial<SiteCalendar> = {}): SiteCalendar {
  return {
    siteId: siteId('site-1'),
    version: 1,
    timeZone: 'America/New_York',
    weekendDays: [6, 7],
    holidays: [],
    closures: [],
    extraWorkingDays: [],
    validFrom: '2020-01-01',
    validUntil: '2030-12-31',
    ...overrides,
  };
}

export function newYorkCalendar(overrides: Partial<SiteCalendar> = {}): SiteCalendar {
  return threeYears({ timeZone: 'America/New_York', holidays: federalHolidays, ...overrides });
}

export function losAngelesCalendar(overrides: Partial<SiteCalendar> = {}): SiteCalendar {
  return threeYears({ timeZone: 'America/Los_Angeles', holidays: federalHolidays, ...overrides });
}

export function londonCalendar(overrides: Partial<SiteCalendar> = {}): SiteCalendar {
  return threeYears({ timeZone: 'Europe/London', holidays: englishBankHolidays, ...overrides });
}

/** With the weekends worked to make up for the long holidays; known for 2025 and 2026. */
export function shanghaiCalendar(overrides: Partial<SiteCalendar> = {}): SiteCalendar {
  return threeYears({
    timeZone: 'Asia/Shanghai',
    holidays: chineseHolidays,
    extraWorkingDays: chineseMakeUpDays,
    validUntil: '2026-12-31',
    ...overrides,
  });
}

function threeYears(overrides: Partial<SiteCalendar>): SiteCalendar {
  return aCalendar({ validFrom: '2025-01-01', validUntil: '2027-12-31', ...overrides });
}

/** "01-01" to "01-03" of a year, inclusive, within one month. */
function run(name: string, year: number, month: number, first: number, last = first): Day[] {
  const two = (n: number) => String(n).padStart(2, '0');
  return Array.from({ length: last - first + 1 }, (_, i) => ({
    date: `${year}-${two(month)}-${two(first + i)}`,
    name,
  }));
}

function days(name: string, ...dates: string[]): Day[] {
  return dates.map((date) => ({ date, name }));
}

const federalHolidays: Day[] = [
  ...days("New Year's Day", '2025-01-01', '2026-01-01', '2027-01-01'),
  ...days('Martin Luther King Jr. Day', '2025-01-20', '2026-01-19', '2027-01-18'),
  ...days("Washington's Birthday", '2025-02-17', '2026-02-16', '2027-02-15'),
  ...days('Memorial Day', '2025-05-26', '2026-05-25', '2027-05-31'),
  ...days('Juneteenth', '2025-06-19', '2026-06-19', '2027-06-18'),
  ...days('Independence Day', '2025-07-04', '2026-07-03', '2027-07-05'),
  ...days('Labor Day', '2025-09-01', '2026-09-07', '2027-09-06'),
  ...days('Columbus Day', '2025-10-13', '2026-10-12', '2027-10-11'),
  ...days('Veterans Day', '2025-11-11', '2026-11-11', '2027-11-11'),
  ...days('Thanksgiving', '2025-11-27', '2026-11-26', '2027-11-25'),
  ...days('Christmas Day', '2025-12-25', '2026-12-25', '2027-12-24'),
];

const englishBankHolidays: Day[] = [
  ...days("New Year's Day", '2025-01-01', '2026-01-01', '2027-01-01'),
  ...days('Good Friday', '2025-04-18', '2026-04-03', '2027-03-26'),
  ...days('Easter Monday', '2025-04-21', '2026-04-06', '2027-03-29'),
  ...days('Early May bank holiday', '2025-05-05', '2026-05-04', '2027-05-03'),
  ...days('Spring bank holiday', '2025-05-26', '2026-05-25', '2027-05-31'),
  ...days('Summer bank holiday', '2025-08-25', '2026-08-31', '2027-08-30'),
  ...days('Christmas Day', '2025-12-25', '2026-12-25', '2027-12-27'),
  ...days('Boxing Day', '2025-12-26', '2026-12-28', '2027-12-28'),
];

const chineseHolidays: Day[] = [
  ...run("New Year's Day", 2025, 1, 1),
  ...run('Spring Festival', 2025, 1, 28, 31),
  ...run('Spring Festival', 2025, 2, 1, 4),
  ...run('Qingming', 2025, 4, 4, 6),
  ...run('Labour Day', 2025, 5, 1, 5),
  ...run('Dragon Boat Festival', 2025, 5, 31),
  ...run('Dragon Boat Festival', 2025, 6, 1, 2),
  ...run('National Day and Mid-Autumn', 2025, 10, 1, 8),
  ...run("New Year's Day", 2026, 1, 1, 3),
  ...run('Spring Festival', 2026, 2, 15, 23),
  ...run('Qingming', 2026, 4, 4, 6),
  ...run('Labour Day', 2026, 5, 1, 5),
  ...run('Dragon Boat Festival', 2026, 6, 19, 21),
  ...run('Mid-Autumn', 2026, 9, 25, 27),
  ...run('National Day', 2026, 10, 1, 7),
];

const chineseMakeUpDays: Day[] = days(
  'Make-up working day',
  '2025-01-26',
  '2025-02-08',
  '2025-04-27',
  '2025-09-28',
  '2025-10-11',
  '2026-01-04',
  '2026-02-14',
  '2026-02-28',
  '2026-05-09',
  '2026-09-20',
  '2026-10-10',
);
