/**
 * What a newer program says to an older one. Contracts grow by adding: a field this build does not
 * know is let through untouched, a thing it does not know at all is set aside and named, so that a
 * later build can ask for it again. Everything known is checked as strictly as ever.
 */
import { z } from 'zod';
import { accept, type Result, refuse } from '../result.ts';
import { CommandResult, PushResponse } from './centralApi.ts';
import { Change } from './change.ts';
import { PullResponse } from './pullApi.ts';

/** A strict schema's value without the fields it does not know. Refused: why it does not fit. */
export function readTolerantly<S extends z.ZodType>(
  schema: S,
  said: unknown,
): Result<z.output<S>, string> {
  let known = said;
  for (;;) {
    const read = schema.safeParse(known);
    if (read.success) return accept(read.data);
    const extra = read.error.issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys' ? [issue] : [],
    );
    if (extra.length < read.error.issues.length) return refuse(read.error.message);
    for (const { path, keys } of extra) known = without(known, path, keys);
  }
}

function without(
  value: unknown,
  [step, ...further]: readonly PropertyKey[],
  keys: readonly string[],
): unknown {
  if (Array.isArray(value))
    return value.map((one: unknown, index) => (index === step ? without(one, further, keys) : one));
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value);
  if (step === undefined) return Object.fromEntries(entries.filter(([key]) => !keys.includes(key)));
  return Object.fromEntries(
    entries.map(([key, one]) => [key, key === step ? without(one, further, keys) : one]),
  );
}

export type ReadPull = PullResponse & {
  /** Changes of a kind this build does not know. */
  readonly unread: readonly Pick<Change, 'collection' | 'id'>[];
};

const AnyChange = z.object({ collection: z.string(), id: z.string() });
const PullEnvelope = PullResponse.extend({ changes: z.array(AnyChange.loose()) });

/** A page of the feed, each change by itself: one that cannot be read does not hold up the others. */
export function readPull(said: unknown): Result<ReadPull, string> {
  const page = readTolerantly(PullEnvelope, said);
  if (!page.ok) return page;
  const changes: Change[] = [];
  const unread: ReadPull['unread'][number][] = [];
  for (const one of page.value.changes) {
    const change = readTolerantly(Change, one);
    // Kept whole: a later build finds in the database what this one has no use for.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the known part of it was just read
    if (change.ok) changes.push(one as unknown as Change);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only compared with names of collections
    else unread.push({ collection: one.collection as Change['collection'], id: one.id });
  }
  return accept({ ...page.value, changes, unread });
}

const AnyResult = z.looseObject({ kind: z.string(), id: z.string() });
const AnyRefusal = z.looseObject({ refusal: z.looseObject({ code: z.string() }) });
const PushEnvelope = PushResponse.extend({ results: z.array(AnyResult) });

/** The answers to a push. One this build does not know leaves its command where it is. */
export function readPush(said: unknown): Result<PushResponse, string> {
  const answer = readTolerantly(PushEnvelope, said);
  return answer.ok
    ? accept({ ...answer.value, results: answer.value.results.map(readResult) })
    : answer;
}

function readResult(one: z.infer<typeof AnyResult>): CommandResult {
  const { id, kind } = one;
  const known = readTolerantly(CommandResult, one);
  if (known.ok) return known.value;
  const refused = AnyRefusal.safeParse(one);
  return kind === 'refused' && refused.success
    ? { kind: 'quarantined', id, reason: `refused: ${refused.data.refusal.code}`.slice(0, 300) }
    : { kind: 'deferred', id, missing: [] };
}
