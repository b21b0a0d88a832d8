/**
 * npm run calendar                                         every site and how far its calendar reaches
 * npm run calendar -- --of KEY --year 2027                 one year of it
 * npm run calendar -- --of KEY --by NAME --why TEXT [...]  gives or renews it; --dry-run only shows
 *
 * KEY is a site's id, or country:DE-BY for a calendar without a site. A first calendar:
 *   --country CA [--region ON] [--from 2024] [--until 2028]
 *   --weekend 5,6 --ics holidays.ics          where nobody collects the country's holidays
 * Renewing takes nothing but --of, --by and --why. More days, each as often as needed:
 *   --closure "2026-12-31 Stocktaking" --extra "2026-12-19 Saturday shift"
 *   --remove 2026-12-31 --ics closures.ics
 *
 * Asks a running central (--url, else http://127.0.0.1:7420) with an admin token (askAsAdmin.ts).
 */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type GiveCalendar, type GivenCalendar } from '../../shared/sync/calendarApi.ts';
import { centralApi } from '../../shared/sync/centralApi.ts';
import { askAsAdmin, runTool } from './askAsAdmin.ts';

const many = { type: 'string', multiple: true } as const;
const { values: given } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:7420' },
    of: { type: 'string' },
    year: { type: 'string' },
    by: { type: 'string' },
    why: { type: 'string' },
    country: { type: 'string' },
    region: { type: 'string' },
    from: { type: 'string' },
    until: { type: 'string' },
    weekend: { type: 'string' },
    closure: many,
    extra: many,
    remove: many,
    ics: { type: 'string' },
    'dry-run': { type: 'boolean', default: false },
  },
});

async function main(): Promise<void> {
  if (given.of === undefined) return await list();
  if (given.by === undefined && given.why === undefined) return await show(given.of);
  await give(given.of);
}

async function list(): Promise<void> {
  const { path, response } = centralApi.calendars;
  const { calendars } = await askAsAdmin(given.url, 'GET', path, response);
  for (const { key, siteName, version, validUntil, daysLeft, seed } of calendars)
    console.log(
      version === null
        ? `${key}\t${siteName ?? ''}\tNO CALENDAR`
        : `${key}\t${siteName ?? ''}\tversion ${version}\t${seed ?? 'by hand'}\tuntil ${validUntil}\t${daysLeft} days left`,
    );
}

async function show(key: string): Promise<void> {
  const year = given.year ?? String(new Date().getFullYear());
  const { path, response } = centralApi.calendarYear;
  const at = path.replace(':key', encodeURIComponent(key)).replace(':year', year);
  const seen = await askAsAdmin(given.url, 'GET', at, response);
  for (const { date, kind, name } of seen.days) console.log(`${date}\t${kind}\t${name}`);
  console.log(`Working days a month: ${seen.workingDays.map((n) => n ?? '–').join(' ')}`);
  for (const { from, until } of seen.unpublished)
    console.log(`Not yet published: ${from} to ${until}`);
}

async function give(key: string): Promise<void> {
  const { path, body, response } = centralApi.giveCalendar;
  const wish = {
    by: given.by,
    why: given.why,
    country: given.country,
    region: given.region,
    fromYear: given.from,
    untilYear: given.until,
    weekendDays: given.weekend?.split(',').map(Number),
    closures: given.closure?.map(dayOf),
    extraWorkingDays: given.extra?.map(dayOf),
    remove: given.remove,
    ics: given.ics === undefined ? undefined : await readFile(given.ics, 'utf8'),
    dryRun: given['dry-run'],
  } satisfies Readonly<Record<keyof Omit<GiveCalendar, 'holidays'>, unknown>>;
  const read = body.safeParse(JSON.parse(JSON.stringify(wish)));
  if (!read.success)
    throw new Error(
      `Say --by NAME and --why TEXT; ${read.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('; ')}`,
    );
  const at = path.replace(':key', encodeURIComponent(key));
  tell(key, await askAsAdmin(given.url, 'POST', at, response, read.data));
}

function tell(key: string, { calendar, changed, leftOut, saved }: GivenCalendar): void {
  for (const { date, was } of changed)
    console.log(`${date}\t${was === 'working' ? 'now off' : 'now a working day'}`);
  for (const { date, name, why } of leftOut) console.log(`${date}\tLEFT OUT (${why})\t${name}`);
  const { version, validFrom, validUntil } = calendar;
  console.log(
    saved
      ? `${key}: version ${version}, ${validFrom} to ${validUntil}. Stations have it with their next contact.`
      : `${key}: nothing saved; it would reach from ${validFrom} to ${validUntil}.`,
  );
}

/** "2026-12-31 Stocktaking" */
function dayOf(text: string): { readonly date: string; readonly name: string } {
  const [date = '', ...name] = text.trim().split(/\s+/);
  return { date, name: name.join(' ') };
}

runTool(main);
