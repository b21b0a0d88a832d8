import type { CatalogueEntry } from '../../facts/catalogue.ts';
import type {
  Client,
  Contract,
  OrderLine,
  Person,
  PolicyVersion,
  ReturnCase,
  Site,
} from '../../facts/documents.ts';
import type { PaperChange } from '../../facts/paperChange.ts';
import type { Instant, LocalDate } from '../../facts/time.ts';
import type { CalendarBody } from '../bodies/place.ts';
import type { ExternalId } from '../externalId.ts';
import type { OfficeKind } from '../kinds.ts';
import type { OfficeRecord } from '../officeCommand.ts';

/** What must be known to admit a command; whoever admits has fetched it before. */
export type Known = {
  readonly now: Instant;
  record(kind: OfficeKind, externalId: ExternalId): OfficeRecord | null;
  /** Every version of every contract of a client, by our ids, contracts withdrawn left out. */
  contractsOf(clientId: string): readonly Contract[];
  /** Every version of one contract. */
  versionsOf(contractId: string): readonly Contract[];
  /** A return was granted under this version. */
  readonly isUsed: (contractId: string, version: number) => boolean;
  /** Goods of this order line were decided about. */
  readonly isGranted: (orderLineId: string) => boolean;
  /** An order line or a return as stations were told of it; null: they were not. */
  paperBefore(ownId: string): PaperBefore | null;
  /** Our id of the record that has this number; null: nobody. */
  holderOf(claim: string): string | null;
  /** Editions of the policy, in force now or later. */
  policies(): readonly PolicyVersion[];
  /** Somebody runs central by name: nobody checks a policy with a token anybody may hold. */
  readonly hasAdministrators: boolean;
};

/** What is kept of a paper that is said again. */
export type PaperBefore = {
  readonly clientId: string | null;
  /** What changed of it before. */
  readonly changes: readonly PaperChange[];
};

/** What stations get to see of it. */
export type OfficeDocument =
  | { readonly collection: 'sites'; readonly body: Site }
  | { readonly collection: 'policyVersions'; readonly body: PolicyVersion }
  | { readonly collection: 'clients'; readonly body: Client }
  | { readonly collection: 'contracts'; readonly body: Contract }
  | { readonly collection: 'orderLines'; readonly body: OrderLine }
  | { readonly collection: 'catalogue'; readonly body: CatalogueEntry }
  | { readonly collection: 'cases'; readonly body: ReturnCase };

/** What central does besides, in the same transaction. */
export type OfficeEffect =
  | {
      readonly kind: 'giveCalendar';
      readonly siteId: string;
      readonly body: CalendarBody;
      /** Days it named before and names no more. */
      readonly remove: readonly LocalDate[];
    }
  | { readonly kind: 'keepPerson'; readonly person: Person }
  | { readonly kind: 'cancelReturn'; readonly caseId: string; readonly reason: string }
  | { readonly kind: 'personLeaves'; readonly personId: string };

/** What one record comes to. */
export type Built = {
  readonly documents: readonly OfficeDocument[];
  readonly effects?: readonly OfficeEffect[];
};
