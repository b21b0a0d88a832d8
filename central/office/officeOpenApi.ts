import { z } from 'zod';
import { BankAccount, ShownAccount } from '../../shared/office/bodies/bank.ts';
import { bodies } from '../../shared/office/bodies/bodyOf.ts';
import { type OfficeKind, officeKinds } from '../../shared/office/kinds.ts';
import {
  Batch,
  BatchAnswer,
  History,
  KeptPicture,
  ListQuery,
  officeLimits,
  officeRoot,
  Problem,
  RecordAnswer,
  RecordPage,
  SaidWith,
  scopeOf,
  WriteAnswer,
} from '../../shared/office/officeApi.ts';

type Json = Readonly<Record<string, unknown>>;

const schemas = {
  BankAccount,
  ShownAccount,
  Batch,
  BatchAnswer,
  History,
  KeptPicture,
  Problem,
  RecordAnswer,
  RecordPage,
  WriteAnswer,
};

/** The office's contract as OpenAPI 3.1, made from the schemas its routes read with. */
export function officeOpenApi(version: string): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Quayside office',
      version,
      description:
        'What a company tells Quayside of itself. A record is addressed by what your system calls it, ' +
        '`source:id`, the id percent-encoded; sending it again changes nothing. A record that names one ' +
        'that is not here yet is refused with the code notHereYet: send it again behind it.',
    },
    components: {
      securitySchemes: {
        admin: { type: 'http', scheme: 'bearer', description: 'An administrator’s token' },
      },
      schemas: {
        ...Object.fromEntries(Object.entries(schemas).map(([name, it]) => [name, jsonSchema(it)])),
        ...Object.fromEntries(officeKinds.map((kind) => [nameOf(kind), jsonSchema(bodies[kind])])),
      },
    },
    security: [{ admin: [] }],
    paths: Object.assign({}, ...officeKinds.map(pathsOf), picturePaths()),
  };
}

function pathsOf(kind: OfficeKind): Json {
  const at = `${officeRoot}/${kind}`;
  const summary = (says: string) => ({ summary: says, description: `Scope: ${scopeOf(kind)}.` });
  const ref = {
    name: 'ref',
    in: 'path',
    required: true,
    schema: { type: 'string' },
    description: 'source:id',
  };
  const one = {
    parameters: [ref],
    put: {
      ...summary(`Says what one of ${kind} is`),
      operationId: `put ${kind}`,
      parameters: [
        ...queryOf(SaidWith),
        header('If-Match', 'The version it must be at, as in ETag: "3"'),
        header('If-None-Match', '*: only where there is none yet'),
        header('Idempotency-Key', 'The same answer again for thirty days'),
      ],
      requestBody: content(nameOf(kind)),
      responses: { 200: versioned('WriteAnswer'), 201: versioned('WriteAnswer'), ...problems },
    },
    get: {
      ...summary(`One of ${kind}, as it was said last`),
      operationId: `get ${kind}`,
      responses: { 200: versioned('RecordAnswer'), ...problems },
    },
    delete: {
      ...summary(`Withdraws one of ${kind}; nothing is deleted`),
      operationId: `withdraw ${kind}`,
      parameters: [
        ...queryOf(SaidWith, ['reason']),
        header('If-Match', 'The version it must be at'),
      ],
      responses: { 200: versioned('WriteAnswer'), ...problems },
    },
  };
  return {
    [at]: {
      get: {
        ...summary(`${kind}, page by page`),
        operationId: `list ${kind}`,
        parameters: queryOf(ListQuery),
        responses: { 200: answer('RecordPage'), ...problems },
      },
    },
    [`${at}/{ref}`]: one,
    [`${at}/{ref}/history`]: {
      parameters: [ref],
      get: {
        ...summary('Everything that was ever said of it, by whom and why'),
        operationId: `history ${kind}`,
        responses: { 200: answer('History'), ...problems },
      },
    },
    ...(kind === 'clients' ? bankPaths(at, ref) : {}),
    ...(kind === 'policies'
      ? {
          [`${at}/{ref}/check`]: {
            parameters: [ref],
            post: {
              ...summary('A second person puts a draft in force from the day it names'),
              operationId: `check ${kind}`,
              parameters: [...queryOf(SaidWith), header('If-Match', 'The version it must be at')],
              responses: { 200: versioned('WriteAnswer'), ...problems },
            },
          },
        }
      : {}),
    [`${at}:batch`]: {
      post: {
        ...summary(
          `Up to ${officeLimits.rowsPerBatch} at once, an answer for each; or any number as NDJSON, a row and its answer a line`,
        ),
        operationId: `batch ${kind}`,
        parameters: [
          header('Idempotency-Key', 'The same answer again for thirty days; not for NDJSON'),
        ],
        requestBody: orLines(content('Batch'), 'One of `rows` of Batch on each line'),
        responses: {
          200: orLines(answer('BatchAnswer'), 'One of `rows` of BatchAnswer on each line'),
          ...problems,
        },
      },
    },
  };
}

/** Brought before what names them, under their hash. */
function picturePaths(): Json {
  const bytes = { schema: { type: 'string', format: 'binary' } };
  return {
    [`${officeRoot}/pictures/{sha256}`]: {
      parameters: [
        {
          name: 'sha256',
          in: 'path',
          required: true,
          schema: { type: 'string', pattern: '^[0-9a-f]{64}$' },
          description: 'Of its bytes',
        },
      ],
      put: {
        summary: 'Keeps a picture that an article, or an application’s evidence, names',
        description: 'Scope: records.',
        operationId: 'put picture',
        requestBody: {
          required: true,
          content: Object.fromEntries(
            KeptPicture.shape.mediaType.options.map((mediaType) => [mediaType, bytes]),
          ),
        },
        responses: { 201: answer('KeptPicture'), ...problems },
      },
    },
  };
}

/** Bank accounts are no part of the record: sealed at central, and shown masked. */
function bankPaths(at: string, parameter: Json): Json {
  const summary = (says: string) => ({ summary: says, description: 'Scope: refunds.' });
  return {
    [`${at}/{ref}/bank`]: {
      parameters: [parameter],
      put: {
        ...summary('Where refunds of this client by transfer go'),
        operationId: 'put bank of clients',
        parameters: queryOf(SaidWith),
        requestBody: content('BankAccount'),
        responses: { 200: answer('ShownAccount'), ...problems },
      },
      get: {
        ...summary('That account, masked'),
        operationId: 'get bank of clients',
        responses: { 200: answer('ShownAccount'), ...problems },
      },
      delete: {
        ...summary('Forgets that account'),
        operationId: 'withdraw bank of clients',
        parameters: queryOf(SaidWith),
        responses: { 200: { description: 'Forgotten' }, ...problems },
      },
    },
  };
}

function jsonSchema(schema: z.ZodType): unknown {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
}

function nameOf(kind: OfficeKind): string {
  return `Body of ${kind}`.replaceAll(/[ -](\w)/g, (_, letter: string) => letter.toUpperCase());
}

const ref = (name: string) => ({ schema: { $ref: `#/components/schemas/${name}` } });
const content = (name: string) => ({ required: true, content: { 'application/json': ref(name) } });
const answer = (name: string) => ({
  description: name,
  content: { 'application/json': ref(name) },
});
/** Of one record, at the version its ETag names. */
const versioned = (name: string) => ({
  ...answer(name),
  headers: { ETag: { description: 'Its version: "3"', schema: { type: 'string' } } },
});
const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': ref('Problem') },
});
const later = (description: string) => ({
  ...problem(description),
  headers: { 'Retry-After': { description: 'Seconds', schema: { type: 'integer' } } },
});
const problems = {
  400: problem('Cannot be read; `errors` names the fields'),
  401: problem('No token'),
  403: problem('The token may not'),
  404: problem('No such record'),
  409: problem('Refused; `errors` says what rests on it'),
  412: problem('It is at another version'),
  413: problem('Too large'),
  421: problem('Asked under a name central does not answer to'),
  422: problem('The key was used for something else'),
  429: later('Too many requests; Retry-After says when'),
  500: problem('Central failed; to send it again is safe'),
  503: later('Not now: too much at once, or the database does not answer'),
  507: problem('The disk is full'),
};

/** The same as NDJSON, row by row. */
function orLines<T extends { readonly content: Json }>(asJson: T, description: string): T {
  const lines = { schema: { type: 'string', description } };
  return { ...asJson, content: { ...asJson.content, 'application/x-ndjson': lines } };
}

function header(name: string, description: string): Json {
  return { name, in: 'header', required: false, description, schema: { type: 'string' } };
}

function queryOf(schema: z.ZodObject, needed: readonly string[] = []): readonly Json[] {
  return Object.entries<z.ZodType>(schema.shape).map(([name, it]) => ({
    name,
    in: 'query',
    required: needed.includes(name),
    schema: jsonSchema(it),
  }));
}
