import { expect, test } from 'vitest';
import { z } from 'zod';
import { Fact } from '../../../shared/facts/fact.ts';
import { everyField } from './everyField.ts';
import { everyKind } from './everyKind.ts';

const facts = [...everyKind(1), ...everyField(1)];

test('what the attackers make commands of is read as the contract says', () => {
  for (const fact of facts) expect(Fact.safeParse(fact).error, fact.id).toBeUndefined();
});

test('no kind of record, and no field of any, is missing among what they forge and fuzz', () => {
  const made = new Set(facts.flatMap((fact) => fieldsIn(Fact, fact)));
  const said = fieldsOf(Fact);
  expect(said.length).toBeGreaterThan(200);
  expect(said.filter((field) => !made.has(field))).toEqual([]);
});

/** Every field a schema knows, by its path; of a union with the kind it belongs to. */
function fieldsOf(schema: unknown, at = ''): readonly string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable)
    return fieldsOf(schema.unwrap(), at);
  if (schema instanceof z.ZodArray) return fieldsOf(schema.element, `${at}[]`);
  if (schema instanceof z.ZodDiscriminatedUnion)
    return schema.options.flatMap((option) => fieldsOf(option, `${at}:${kindOf(option)}`));
  if (!(schema instanceof z.ZodObject)) return [at];
  return Object.entries(schema.shape).flatMap(([name, one]) => fieldsOf(one, `${at}.${name}`));
}

/** Those a value has something in. */
function fieldsIn(schema: unknown, value: unknown, at = ''): readonly string[] {
  if (value === undefined) return [];
  if (schema instanceof z.ZodOptional) return fieldsIn(schema.unwrap(), value, at);
  if (schema instanceof z.ZodNullable)
    return value === null ? [at] : fieldsIn(schema.unwrap(), value, at);
  if (schema instanceof z.ZodArray)
    return z
      .array(z.unknown())
      .parse(value)
      .flatMap((one) => fieldsIn(schema.element, one, `${at}[]`));
  if (schema instanceof z.ZodDiscriminatedUnion) {
    const { kind } = z.object({ kind: z.string() }).parse(value);
    const option = schema.options.find((one) => kindOf(one) === kind);
    return fieldsIn(option, value, `${at}:${kind}`);
  }
  if (!(schema instanceof z.ZodObject)) return [at];
  const own = z.record(z.string(), z.unknown()).parse(value);
  return Object.entries(schema.shape).flatMap(([name, one]) =>
    fieldsIn(one, own[name], `${at}.${name}`),
  );
}

function kindOf(option: unknown): string {
  const kind: unknown = option instanceof z.ZodObject ? option.shape['kind'] : undefined;
  return kind instanceof z.ZodLiteral ? String(kind.value) : '';
}
