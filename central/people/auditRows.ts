import type { Rows } from '../database/rows.ts';
import { audit } from '../database/schema.ts';

/** What an administrator did, under their name; within the transaction that does it. */
export async function auditAdmin(
  rows: Rows,
  done: {
    readonly at: Date;
    readonly by: string;
    readonly verb: string;
    readonly object: string;
    readonly detail: object;
  },
): Promise<void> {
  const { at, by, verb, object, detail } = done;
  await rows.insert(audit).values({ at, actor: `admin: ${by}`, verb, object, detail });
}
