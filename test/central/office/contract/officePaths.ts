/** Made of `/office/openapi.json` by `writeContract.ts`; `vitest run contract.test.ts --update` makes it anew. */
import type {
  BankAccount,
  Batch,
  BatchAnswer,
  BodyOfArticles,
  BodyOfCalendars,
  BodyOfCatalogue,
  BodyOfClients,
  BodyOfContracts,
  BodyOfOrderLines,
  BodyOfPeople,
  BodyOfPolicies,
  BodyOfReturns,
  BodyOfSites,
  History,
  KeptPicture,
  RecordAnswer,
  RecordPage,
  ShownAccount,
  WriteAnswer,
} from './officeSchemas.ts';

export type Paths = {
  '/office/v1/sites': {
    get: {
      query: {
        source?: string;
        state?: 'current' | 'draft' | 'withdrawn';
        cursor?: string;
        limit?: number;
      };
      body: undefined;
      answer: RecordPage;
    };
  };
  '/office/v1/sites/{ref}': {
    get: { query: Readonly<Record<string, never>>; body: undefined; answer: RecordAnswer };
    put: { query: { reason?: string; by?: string }; body: BodyOfSites; answer: WriteAnswer };
    delete: { query: { reason?: string; by?: string }; body: undefined; answer: WriteAnswer };
  };
  '/office/v1/sites/{ref}/history': {
    get: { query: Readonly<Record<string, never>>; body: undefined; answer: History };
  };
  '/office/v1/sites:batch': {
    post: { query: Readonly<Record<string, never>>; body: Batch; answer: BatchAnswer };
  };
  '/office/v1/calendars': {
    get: {
      query: {
        source?: string;
        state?: 'current' | 'draft' | 'withdrawn';
        cursor?: string;
        limit?: number;
      };
      body: undefined;
      answer: RecordPage;
    };
  };
  '/office/v1/calendars/{ref}': {
    get: { query: Readonly<Record<string, never>>; body: undefined; answer: RecordAnswer };
    put: { query: { reason?: string; by?: string }; body: BodyOfCalendars; answer: WriteAnswer };
    delete: { query: { reason?: string; by?: string }; body: undefined; answer: WriteAnswer };
  };
  '/office/v1/calendars/{ref}/history': {
    get: { query: Readonly<Record<string, never>>; body: undefined; answer: History };
  };
  '/office/v1/calendars:batch': {
    post: { query: Readonly<Record<string, never>>; body: Batch; answer: BatchAnswer };
  };
  '/office/v1/policies': {
    get: {
      query: {
        source?: string;
        state?: 'current' | 'draft' | 'withdrawn';
        cursor?: string;
        limit?: number;
      };
      body: undefined;
      answer: RecordPage;
    };
  };
  '/office/v1/policies/{ref}': {
    get: { query: Readonly<Record<string, never>>; body: undefined; answer: RecordAnswer };
    put: { query: { reason?: string; by?: string }; body: BodyOfPolicies; answer: WriteAnswer };
    delete: { query: { reason?: string; by?: string }; body: undefined; answer: WriteAnswer };
  };
  '/office/v1/policies/{ref}/history': {
    get: { query: Readonly<Record<string, never>>; body: undefined; answer: History };
  };
  '/office/v1/policies/{ref}/check': {
    post: { query: { reason?: string; by?: string }; body: undefined; answer: WriteAnswer };
  };
  '/office/v1/policies:batch': {
    post: { query: Readonly<Record<string, never>>; body: Batch; answer: BatchAnswer };
  };
  '/office/v1/people': {
    get: {
      query: {
        source?: string;
        state?: 'current' | 'draft' | 'withdrawn';
        cursor?: string;
        limit?: number;
      };
      body: undefined;
      answer: RecordPage;
    };
  };
  '/office/v1/people/{ref}': {
    get: { query: Readonly<Record<string, never>>; body: undefined; answer: RecordAnswer };
    put: { query: { reason?: string; by?: string }; body: BodyOfPeople; answer: WriteAnswer };
    delete: { query: { reason?: string; by?: string }; body: undefined; answer: WriteAnswer };
  };
  '/office/v1/people/{ref}/history': {
    get: { query: Readonly<Record<string, never>>; body: undefined; answer: History };
  };
  '/office/v1/people:batch': {
    post: { query: Readonly<Record<string, never>>; body: Batch; answer: BatchAnswer };
  };
  '/office/v1/clients': {
    get: {
      query: {
        source?: string;
        state?: 'current' | 'draft' | 'withdrawn';
        cursor?: string;
        limit?: number;
      };
      body: undefined;
      answer: RecordPage;
    };
  };
  '/office/v1/clients/{ref}': {
    get: { query: Readonly<Record<string, never>>; body: undefined; answer: RecordAnswer };
    put: { query: { reason?: string; by?: string }; body: BodyOfClients; answer: WriteAnswer };
    delete: { query: { reason?: string; by?: string }; body: undefined; answer: WriteAnswer };
  };
  '/office/v1/clients/{ref}/history': {
    get: { query: Readonly<Record<string, never>>; body: undefined; answer: History };
  };
  '/office/v1/clients/{ref}/bank': {
    get: { query: Readonly<Record<string, never>>; body: undefined; answer: ShownAccount };
    put: { query: { reason?: string; by?: string }; body: BankAccount; answer: ShownAccount };
    delete: { query: { reason?: string; by?: string }; body: undefined; answer: unknown };
  };
  '/office/v1/clients:batch': {
    post: { query: Readonly<Record<string, never>>; body: Batch; answer: BatchAnswer };
  };
  '/office/v1/contracts': {
    get: {
      query: {
        source?: string;
        state?: 'current' | 'draft' | 'withdrawn';
        cursor?: string;
        limit?: number;
      };
      body: undefined;
      answer: RecordPage;
    };
  };
  '/office/v1/contracts/{ref}': {
    get: { query: Readonly<Record<string, never>>; body: undefined; answer: RecordAnswer };
    put: { query: { reason?: string; by?: string }; body: BodyOfContracts; answer: WriteAnswer };
    delete: { query: { reason?: string; by?: string }; body: undefined; answer: WriteAnswer };
  };
  '/office/v1/contracts/{ref}/history': {
    get: { query: Readonly<Record<string, never>>; body: undefined; answer: History };
  };
  '/office/v1/contracts:batch': {
    post: { query: Readonly<Record<string, never>>; body: Batch; answer: BatchAnswer };
  };
  '/office/v1/articles': {
    get: {
      query: {
        source?: string;
        state?: 'current' | 'draft' | 'withdrawn';
        cursor?: string;
        limit?: number;
      };
      body: undefined;
      answer: RecordPage;
    };
  };
  '/office/v1/articles/{ref}': {
    get: { query: Readonly<Record<string, never>>; body: undefined; answer: RecordAnswer };
    put: { query: { reason?: string; by?: string }; body: BodyOfArticles; answer: WriteAnswer };
    delete: { query: { reason?: string; by?: string }; body: undefined; answer: WriteAnswer };
  };
  '/office/v1/articles/{ref}/history': {
    get: { query: Readonly<Record<string, never>>; body: undefined; answer: History };
  };
  '/office/v1/articles:batch': {
    post: { query: Readonly<Record<string, never>>; body: Batch; answer: BatchAnswer };
  };
  '/office/v1/catalogue': {
    get: {
      query: {
        source?: string;
        state?: 'current' | 'draft' | 'withdrawn';
        cursor?: string;
        limit?: number;
      };
      body: undefined;
      answer: RecordPage;
    };
  };
  '/office/v1/catalogue/{ref}': {
    get: { query: Readonly<Record<string, never>>; body: undefined; answer: RecordAnswer };
    put: { query: { reason?: string; by?: string }; body: BodyOfCatalogue; answer: WriteAnswer };
    delete: { query: { reason?: string; by?: string }; body: undefined; answer: WriteAnswer };
  };
  '/office/v1/catalogue/{ref}/history': {
    get: { query: Readonly<Record<string, never>>; body: undefined; answer: History };
  };
  '/office/v1/catalogue:batch': {
    post: { query: Readonly<Record<string, never>>; body: Batch; answer: BatchAnswer };
  };
  '/office/v1/order-lines': {
    get: {
      query: {
        source?: string;
        state?: 'current' | 'draft' | 'withdrawn';
        cursor?: string;
        limit?: number;
      };
      body: undefined;
      answer: RecordPage;
    };
  };
  '/office/v1/order-lines/{ref}': {
    get: { query: Readonly<Record<string, never>>; body: undefined; answer: RecordAnswer };
    put: { query: { reason?: string; by?: string }; body: BodyOfOrderLines; answer: WriteAnswer };
    delete: { query: { reason?: string; by?: string }; body: undefined; answer: WriteAnswer };
  };
  '/office/v1/order-lines/{ref}/history': {
    get: { query: Readonly<Record<string, never>>; body: undefined; answer: History };
  };
  '/office/v1/order-lines:batch': {
    post: { query: Readonly<Record<string, never>>; body: Batch; answer: BatchAnswer };
  };
  '/office/v1/returns': {
    get: {
      query: {
        source?: string;
        state?: 'current' | 'draft' | 'withdrawn';
        cursor?: string;
        limit?: number;
      };
      body: undefined;
      answer: RecordPage;
    };
  };
  '/office/v1/returns/{ref}': {
    get: { query: Readonly<Record<string, never>>; body: undefined; answer: RecordAnswer };
    put: { query: { reason?: string; by?: string }; body: BodyOfReturns; answer: WriteAnswer };
    delete: { query: { reason?: string; by?: string }; body: undefined; answer: WriteAnswer };
  };
  '/office/v1/returns/{ref}/history': {
    get: { query: Readonly<Record<string, never>>; body: undefined; answer: History };
  };
  '/office/v1/returns:batch': {
    post: { query: Readonly<Record<string, never>>; body: Batch; answer: BatchAnswer };
  };
  '/office/v1/pictures/{sha256}': {
    put: { query: Readonly<Record<string, never>>; body: string; answer: KeptPicture };
  };
};
