import { localDateOf } from '../../deadlines/localDay.ts';
import type { Instant } from '../../facts/time.ts';
import { ReturnBody } from '../bodies/expected.ts';
import { SiteBody } from '../bodies/place.ts';
import { externalIdOf } from '../externalId.ts';
import { type OfficeError, type OfficeRecord, officeError } from '../officeCommand.ts';
import type { Building } from './build.ts';
import { idNamed } from './idNamed.ts';
import { readOnce } from './readOnce.ts';

const siteOf = readOnce(SiteBody);

/** The day a site closed, once it has come there; null: it is open. */
export function closedSince(site: OfficeRecord | null, now: Instant): string | null {
  if (site === null) return null;
  const { closedFrom, timeZone } = siteOf(site);
  return closedFrom !== undefined && closedFrom <= localDateOf(now, timeZone) ? closedFrom : null;
}

/** Nothing new is sent to a closed site; what is there already is changed, moved away or ended. */
export function whyNotThere(it: Building<'returns'>): OfficeError | null {
  const { body, before, source, known } = it;
  const site = known.record('sites', externalIdOf(body.site, source));
  const since = closedSince(site, known.now);
  if (site === null || since === null) return null;
  const was = before && before.state !== 'withdrawn' ? ReturnBody.parse(before.body) : null;
  if (was && idNamed('sites', was.site, source) === idNamed('sites', body.site, source))
    return null;
  const says = `${siteOf(site).name} is closed since ${since}: name the site the goods go to`;
  return officeError('site', 'siteClosed', says);
}
