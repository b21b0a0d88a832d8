import { localDateOf } from '../../shared/deadlines/localDay.ts';
import type { Site } from '../../shared/facts/documents.ts';
import type { RecordedTime } from '../../shared/facts/time.ts';
import { FactId, type PersonId, type SiteId, type StationId } from '../../shared/ids.ts';
import { heardFromCentral } from '../cases/heardFromCentral.ts';
import type { StationValues } from '../storage/rows.ts';
import type { ActionContext } from './actionContext.ts';

/** What every fact carries: its id, where, who and when. */
export type Stamp = {
  readonly id: FactId;
  readonly siteId: SiteId;
  readonly stationId: StationId;
  readonly personId: PersonId;
  readonly at: RecordedTime;
};

export function stamped(
  context: ActionContext,
  site: Site | undefined,
  values: Partial<StationValues>,
): Stamp {
  const { clock, enrolment, person } = context;
  const utc = new Date(clock.now()).toISOString();
  // Before the first contact the site is not here yet: the machine stands in the same building.
  const zone = site?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  return {
    id: FactId.parse(context.newId()),
    siteId: enrolment.siteId,
    stationId: enrolment.stationId,
    personId: person.personId,
    at: {
      utc,
      zone,
      localDate: localDateOf(utc, zone),
      monotonicMs: clock.monotonicMs(),
      bootId: clock.bootId,
      ...heardFromCentral(values),
    },
  };
}
