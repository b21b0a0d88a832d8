import type { Person, Site } from '../../facts/documents.ts';
import { ClientId, PersonId, SiteId } from '../../ids.ts';
import { accept, type Result, refuse } from '../../result.ts';
import type { BodyOf } from '../bodies/bodyOf.ts';
import { CalendarBody, SiteBody } from '../bodies/place.ts';
import type { Source } from '../externalId.ts';
import type { OfficeKind } from '../kinds.ts';
import { type OfficeError, type OfficeRecord, officeError } from '../officeCommand.ts';
import { clientNamed } from './clientNamed.ts';
import { idNamed } from './idNamed.ts';
import type { Built, Known } from './known.ts';

/** One record on its way in: everything it names is here. */
export type Building<K extends OfficeKind> = {
  readonly ownId: string;
  readonly source: Source;
  readonly body: BodyOf<K>;
  /** What was said before; null: nothing. */
  readonly before: OfficeRecord | null;
  readonly known: Known;
};
export type Build<K extends OfficeKind> = (
  it: Building<K>,
) => Result<Built, readonly OfficeError[]>;

const nothing: Built = { documents: [] };

export const buildSite: Build<'sites'> = ({ ownId, body, before }) => {
  const earlier = before && SiteBody.parse(before.body);
  if (earlier && earlier.timeZone !== body.timeZone)
    return refuse([
      officeError('timeZone', 'stays', `Deadlines were counted in ${earlier.timeZone}; it stays`),
    ]);
  const { lockAfterMinutes, rma, languages = [], closedFrom: _closedFrom, ...rest } = body;
  const site: Site = {
    ...rest,
    id: SiteId.parse(ownId),
    ...(rma === undefined ? {} : { rma }),
    ...(languages.length === 0 ? {} : { languages }),
    ...(lockAfterMinutes === undefined ? {} : { lockAfterMinutes }),
  };
  return accept({ documents: [{ collection: 'sites', body: site }] });
};

export const buildCalendar: Build<'calendars'> = ({ body, source, before }) => {
  const siteId = idNamed('sites', body.site, source);
  const earlier = before && CalendarBody.parse(before.body);
  const remove = earlier ? namedNoMore(earlier, body) : [];
  return accept({
    ...nothing,
    effects: [{ kind: 'giveCalendar', siteId, body, remove }],
  });
};

/** What is left out stays as it is; of a list that is told, what is not in it goes. */
function namedNoMore(earlier: CalendarBody, body: CalendarBody) {
  const ofList = (list: 'closures' | 'extraWorkingDays') => {
    const told = body[list];
    const had = told === undefined ? [] : (earlier[list] ?? []);
    return had.flatMap(({ date }) => (told?.some((day) => day.date === date) ? [] : [date]));
  };
  return [...ofList('closures'), ...ofList('extraWorkingDays')];
}

export const buildPerson: Build<'people'> = ({ ownId, source, body }) => {
  const person: Person = {
    id: PersonId.parse(ownId),
    name: body.name,
    badge: body.badge,
    roles: body.roles,
    siteIds: body.sites.map((site) => SiteId.parse(idNamed('sites', site, source))),
    active: true,
  };
  return accept({ ...nothing, effects: [{ kind: 'keepPerson', person }] });
};

export const buildClient: Build<'clients'> = ({ ownId, source, body, known }) => {
  if (body.mergedInto !== undefined && clientNamed(known, body.mergedInto, source).id === ownId)
    return refuse([officeError('mergedInto', 'stays', 'That one is this client already')]);
  const { name, country, timeZone, language, serviceManager } = body;
  const client = { id: ClientId.parse(ownId), name, country, timeZone, language, serviceManager };
  return accept({ documents: [{ collection: 'clients', body: client }] });
};

/** Stations meet an article on its order lines; it is kept to write them from. */
export const buildArticle: Build<'articles'> = () => accept(nothing);
