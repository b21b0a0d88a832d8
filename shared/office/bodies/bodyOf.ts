import type { z } from 'zod';
import type { OfficeKind } from '../kinds.ts';
import { CatalogueBody } from './catalogue.ts';
import { ReturnBody } from './expected.ts';
import { ArticleBody, OrderLineBody } from './goods.ts';
import { ClientBody, PersonBody } from './people.ts';
import { CalendarBody, SiteBody } from './place.ts';
import { ContractBody, PolicyBody } from './terms.ts';

/** What the office says of each kind. */
export const bodies = {
  sites: SiteBody,
  calendars: CalendarBody,
  policies: PolicyBody,
  people: PersonBody,
  clients: ClientBody,
  contracts: ContractBody,
  articles: ArticleBody,
  catalogue: CatalogueBody,
  'order-lines': OrderLineBody,
  returns: ReturnBody,
} as const satisfies Readonly<Record<OfficeKind, z.ZodType>>;

export type BodyOf<K extends OfficeKind> = z.output<(typeof bodies)[K]>;
