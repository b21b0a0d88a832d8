import { serializerCompiler } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { centralApi, PushResponse } from '../../shared/sync/centralApi.ts';
import { PeopleResponse } from '../../shared/sync/peopleApi.ts';
import { PullResponse } from '../../shared/sync/pullApi.ts';

const Stored = z.looseObject({});
const StoredChange = z.strictObject({
  collection: z.string(),
  id: z.string(),
  body: Stored.nullable(),
});

/**
 * What leaves central as it lies in the database was checked when it came in, perhaps by a central
 * of a later version beside this one. It is passed on as it is, with whatever this one does not
 * know, for stations that know it. All that central says itself is held against the contract.
 */
const outgoing: ReadonlyMap<unknown, z.ZodType> = new Map<unknown, z.ZodType>([
  [centralApi.pull.response, PullResponse.extend({ changes: z.array(StoredChange) })],
  [centralApi.push.response, PushResponse.extend({ results: z.array(Stored) })],
  [
    centralApi.people.response,
    PeopleResponse.extend({
      people: z.array(z.strictObject({ person: Stored, keys: z.array(z.string()) })),
    }),
  ],
  [centralApi.case.response, z.strictObject({ changes: z.array(StoredChange) })],
  [
    centralApi.refund.response,
    z.strictObject({ refunds: z.array(Stored), grants: z.array(Stored) }),
  ],
  [centralApi.calendar.response, Stored],
]);

/** Makes the text of an answer from a route's published schema. */
export const serializeAnswers: typeof serializerCompiler = (asked) =>
  serializerCompiler({ ...asked, schema: outgoing.get(asked.schema) ?? asked.schema });
