import type { z } from 'zod';
import { clauseIds } from '../../../shared/facts/policyText.ts';
import { bodies } from '../../../shared/office/bodies/bodyOf.ts';
import { Decimal } from '../../../shared/office/decimal.ts';
import { Reference } from '../../../shared/office/externalId.ts';
import type { OfficeKind } from '../../../shared/office/kinds.ts';
import { shippedWords } from '../../../shared/policy/policyWords.ts';

/** What a field of a body is, as a person fills it in. */
export type Shape =
  | {
      readonly kind:
        | 'text'
        | 'paragraphs'
        | 'number'
        | 'decimal'
        | 'flag'
        | 'date'
        | 'moment'
        | 'lines'
        /** SHA-256 of one that central keeps. */
        | 'picture';
    }
  | { readonly kind: 'weekdays' }
  | { readonly kind: 'choice' | 'choices'; readonly options: readonly string[] }
  | { readonly kind: 'reference'; readonly to: OfficeKind }
  | { readonly kind: 'group'; readonly fields: readonly Field[] }
  | { readonly kind: 'list'; readonly of: Shape }
  /** Not filled in here; what stands there stays. */
  | { readonly kind: 'kept' };

export type Field = {
  readonly name: string;
  readonly shape: Shape;
  /** A body without it is refused. */
  readonly isNeeded: boolean;
  /** Left empty it is null, which says something: "the contract states none". */
  readonly isNullable: boolean;
  /** What stands there at first; of a clause, the shipped words to write over. */
  readonly usual: unknown;
};

/** Which kind a field names; the same as the rules look it up by. */
const kindNamed: Readonly<Record<string, OfficeKind>> = {
  site: 'sites',
  sites: 'sites',
  client: 'clients',
  mergedInto: 'clients',
  contract: 'contracts',
  article: 'articles',
  shippedArticle: 'articles',
  orderLine: 'order-lines',
};

/** The part of a schema that is read here; zod names it `def`. */
type Def = {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly element?: z.ZodType;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly entries?: Readonly<Record<string, string>>;
  readonly values?: readonly unknown[];
  readonly in?: z.ZodType;
  readonly format?: string;
  readonly defaultValue?: unknown;
};

function defOf(schema: z.ZodType): Def {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what zod 4 calls a schema's definition
  return (schema as unknown as { readonly def: Def }).def;
}

/** The fields of a kind, made from the schema central reads it by. */
export function fieldsOf(kind: OfficeKind): readonly Field[] {
  const shape = shapeOf(bodies[kind], '');
  return shape.kind === 'group' ? shape.fields : [];
}

function fieldOf(name: string, schema: z.ZodType): Field {
  let [inner, isNeeded, isNullable, usual]: [z.ZodType, boolean, boolean, unknown] = [
    schema,
    true,
    false,
    undefined,
  ];
  for (let def = defOf(inner); def.innerType; def = defOf(inner)) {
    if (def.type === 'optional') isNeeded = false;
    if (def.type === 'nullable') isNullable = true;
    if (def.type === 'default') [isNeeded, usual] = [false, def.defaultValue];
    inner = def.innerType;
  }
  const clause = clauseIds.find((one) => one === name);
  if (clause) usual = shippedWords(clause).sentences.join('\n');
  return { name, shape: shapeOf(inner, name), isNeeded, isNullable, usual };
}

function shapeOf(schema: z.ZodType, name: string): Shape {
  const def = defOf(schema);
  const to = kindNamed[name];
  if (schema === Reference && to !== undefined) return { kind: 'reference', to };
  switch (def.type) {
    case 'string':
      if (def.format === 'date') return { kind: 'date' };
      if (def.format === 'datetime') return { kind: 'moment' };
      if (pictures.has(name)) return { kind: 'picture' };
      if (clauseIds.some((one) => one === name)) return { kind: 'paragraphs' };
      return { kind: schema === Decimal || decimals.has(name) ? 'decimal' : 'text' };
    case 'number':
      return { kind: 'number' };
    case 'boolean':
      return { kind: 'flag' };
    case 'enum':
      return { kind: 'choice', options: Object.values(def.entries ?? {}) };
    case 'literal':
      return { kind: 'choice', options: (def.values ?? []).map(String) };
    case 'object':
      return {
        kind: 'group',
        fields: Object.entries(def.shape ?? {}).map(([key, part]) => fieldOf(key, part)),
      };
    case 'array':
      return listOf(def.element, name);
    case 'pipe':
      return def.in ? shapeOf(def.in, name) : { kind: 'kept' };
    default:
      return { kind: 'kept' };
  }
}

function listOf(element: z.ZodType | undefined, name: string): Shape {
  if (!element) return { kind: 'kept' };
  if (name === 'weekendDays') return { kind: 'weekdays' };
  const of = shapeOf(element, name);
  if (of.kind === 'choice') return { kind: 'choices', options: of.options };
  if (of.kind === 'text') return { kind: 'lines' };
  return of.kind === 'kept' ? of : { kind: 'list', of };
}

/** Named by their hash: what an article should look like, and what a client sent. */
const pictures = new Set(['picture', 'sha256']);

/** Of these the schema is one that was refined, and no longer the decimal itself. */
const decimals = new Set(['discountPercent', 'price', 'net', 'tax', 'freight']);
