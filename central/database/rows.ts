import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';

/** Where rows are read and written: the database itself, or one transaction in it. */
export type Rows = PgDatabase<PgQueryResultHKT>;
