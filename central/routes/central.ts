import type { FastifyBaseLogger } from 'fastify';
import type { CentralDatabase } from '../database/openDatabase.ts';
import type { Gates } from '../http/gates.ts';
import type { Door } from '../http/listening.ts';
import type { Metrics } from '../http/metrics.ts';
import type { CallBook } from '../http/noteCalls.ts';
import type { KeptFiles } from '../imports/kept/keptFiles.ts';
import type { Quotas } from '../people/quotas.ts';
import type { PhotoStore } from '../photos/photoStore.ts';
import type { Reencoder } from '../photos/reencoder.ts';
import type { BankVault } from '../refunds/bankVault.ts';
import type { Refunds } from '../refunds/startRefunds.ts';
import type { TusUploads } from '../uploads/tusUploads.ts';

/** What central runs on. */
export type Deps = {
  readonly database: CentralDatabase;
  readonly photos: PhotoStore;
  readonly refunds: Refunds;
  /** Null: it keeps no bank accounts. */
  readonly bankVault: BankVault | null;
  readonly now: () => Date;
  readonly version: string;
  /** The oldest contract whose stations are still served. */
  readonly minimumContractVersion: number;
  readonly logger: FastifyBaseLogger | false;
  /** Per minute: of each station and the admin, of all an address asks without proof, and of codes it tries. */
  readonly limits: { readonly requests: number; readonly enrolments: number };
  readonly quotas: Quotas;
  /** Of stations that never proved a key: those of earlier versions. */
  readonly acceptBareTokens: boolean;
  readonly door: Door;
  /** The folder of central's page as it was built; null: none is served. */
  readonly page: string | null;
  /** Where tables lie that were brought for an import, made where it is not there and emptied at the end. */
  readonly importsFolder: string;
};

/** What its routes work with. */
export type Central = Deps & {
  readonly gates: Gates;
  readonly calls: CallBook;
  readonly metrics: Metrics;
  readonly uploads: TusUploads;
  readonly imports: KeptFiles;
  readonly reencoder: Reencoder;
};
