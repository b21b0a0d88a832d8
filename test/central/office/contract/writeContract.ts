/** An OpenAPI document as TypeScript: what somebody who has nothing but the document can know. */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { z } from 'zod';

type Schema = {
  readonly $ref?: string | undefined;
  readonly type?: string | readonly string[] | undefined;
  readonly enum?: readonly unknown[] | undefined;
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[] | undefined;
  readonly oneOf?: readonly Schema[] | undefined;
  readonly items?: Schema | undefined;
  readonly properties?: Readonly<Record<string, Schema>> | undefined;
  readonly required?: readonly string[] | undefined;
  readonly additionalProperties?: boolean | Schema | undefined;
};
const AnySchema = z.custom<Schema>((given) => typeof given === 'object' && given !== null);

const Content = z.object({ content: z.record(z.string(), z.object({ schema: AnySchema })) });
const Operation = z.object({
  parameters: z
    .array(z.object({ name: z.string(), in: z.string(), schema: AnySchema }))
    .default([]),
  requestBody: Content.optional(),
  responses: z.record(z.string(), z.unknown()),
});
const Document = z.object({
  components: z.object({ schemas: z.record(z.string(), AnySchema) }),
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
});

const methods = ['get', 'put', 'post', 'delete'] as const;

/** The types of its components, and of every operation by path and method. */
export function writeContract(document: unknown): { schemas: string; paths: string } {
  const { components, paths } = Document.parse(document);
  const schemas = Object.entries(components.schemas).map(
    ([name, schema]) => `export type ${name} = ${typeOf(schema)};`,
  );
  const used = new Set<string>();
  const operations = Object.entries(paths).map(([at, item]) => {
    const served = methods.filter((method) => method in item);
    const lines = served.map((method) => `${method}: ${operationOf(item[method], used)};`);
    return `${JSON.stringify(at)}: { ${lines.join(' ')} };`;
  });
  const names = [...used].toSorted().join(', ');
  return {
    schemas: formatted(`${madeOf}\n${schemas.join('\n')}`),
    paths: formatted(
      `${madeOf}\nimport type { ${names} } from './officeSchemas.ts';\n\nexport type Paths = { ${operations.join('\n')} };`,
    ),
  };
}

const madeOf =
  '/** Made of `/office/openapi.json` by `writeContract.ts`; `vitest run contract.test.ts --update` makes it anew. */';

function operationOf(given: unknown, used: Set<string>): string {
  const { parameters, requestBody, responses } = Operation.parse(given);
  const query = parameters.filter((parameter) => parameter.in === 'query');
  const said = query.map(({ name, schema }) => `${name}?: ${typeOf(schema)};`).join(' ');
  const answer = Object.entries(responses).find(([status]) => status.startsWith('2'))?.[1];
  const named = (content: unknown) => {
    const schema = Object.values(Content.safeParse(content).data?.content ?? {})[0]?.schema;
    const type = schema ? typeOf(schema) : 'unknown';
    if (schema?.$ref !== undefined) used.add(type);
    return type;
  };
  return `{ query: ${said === '' ? 'Readonly<Record<string, never>>' : `{ ${said} }`}; body: ${requestBody ? named(requestBody) : 'undefined'}; answer: ${named(answer)} }`;
}

function typeOf(schema: Schema): string {
  if (schema.$ref !== undefined) return schema.$ref.split('/').at(-1) ?? 'unknown';
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  const either = schema.anyOf ?? schema.oneOf;
  if (either) return [...new Set(either.map((one) => `(${typeOf(one)})`))].join(' | ');
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? []);
  return types.length === 0 ? 'unknown' : types.map((type) => plainType(type, schema)).join(' | ');
}

function plainType(type: string, schema: Schema): string {
  switch (type) {
    case 'string':
    case 'number':
    case 'boolean':
    case 'null':
      return type;
    case 'integer':
      return 'number';
    case 'array':
      return `readonly (${schema.items ? typeOf(schema.items) : 'unknown'})[]`;
    default:
      return objectType(schema);
  }
}

function objectType({ properties, required = [], additionalProperties }: Schema): string {
  if (!properties)
    return `Readonly<Record<string, ${typeof additionalProperties === 'object' ? typeOf(additionalProperties) : 'unknown'}>>`;
  const fields = Object.entries(properties).map(
    ([name, schema]) => `${quoted(name)}${required.includes(name) ? '' : '?'}: ${typeOf(schema)};`,
  );
  return `{ ${fields.join(' ')} }`;
}

function quoted(name: string): string {
  return /^\w+$/.test(name) ? name : JSON.stringify(name);
}

/** As every source here is, so that only what the document says makes a difference. */
function formatted(source: string): string {
  const biome = path.resolve(import.meta.dirname, '../../../../node_modules/.bin/biome');
  return execFileSync(biome, ['format', '--stdin-file-path=contract.ts'], {
    input: source,
    encoding: 'utf8',
  });
}
