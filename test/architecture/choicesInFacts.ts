import path from 'node:path';
import type { z } from 'zod';
import { Fact } from '../../shared/facts/fact.ts';
import { filesBelow } from './filesBelow.ts';

export type Choice = {
  /** "inspectionFinished.inspection" */
  readonly field: string;
  readonly values: readonly string[];
  /** How sources speak of all of them at once: `Severity.options`, `defectCodes`. */
  readonly spelled: readonly string[];
};

type Node = {
  readonly def: {
    readonly type: string;
    readonly shape?: Readonly<Record<string, z.ZodType>>;
    readonly innerType?: z.ZodType;
    readonly element?: z.ZodType;
    readonly options?: readonly z.ZodType[];
    readonly entries?: Readonly<Record<string, string>>;
  };
};

const facts = path.resolve(import.meta.dirname, '../../shared/facts');
/** Everything the sources of facts export, by name. */
const known: readonly (readonly [name: string, value: unknown])[] = (
  await Promise.all(
    filesBelow(facts)
      .filter((file) => !file.includes('/') && file.endsWith('.ts'))
      .map((file) => import(path.join(facts, file)) as Promise<Record<string, unknown>>),
  )
).flatMap((module) => Object.entries(module));

/** Every field of every fact that is one of a few words somebody chose. */
export function choicesInFacts(): readonly Choice[] {
  return Fact.options.flatMap((fact) => choicesIn(fact, fact.shape.kind.value));
}

function choicesIn(schema: z.ZodType, field: string): readonly Choice[] {
  const { def } = schema as unknown as Node;
  if (def.entries) {
    const values = Object.values(def.entries);
    const spelled = spellingsOf(values);
    return [
      { field, values, spelled: [...spelled, ...spelled.flatMap((all) => handedOut[all] ?? [])] },
    ];
  }
  if (def.shape)
    return Object.entries(def.shape).flatMap(([name, inner]) =>
      choicesIn(inner, `${field}.${name}`),
    );
  const inner = def.innerType ?? def.element;
  if (inner) return choicesIn(inner, field);
  return (def.options ?? []).flatMap((option) => choicesIn(option, field));
}

/** What gives a screen all words of a list, whatever else it does with them; its own test says so. */
const handedOut: Readonly<Record<string, readonly string[]>> = { defectCodes: ['defectsInForce'] };

function spellingsOf(values: readonly string[]): readonly string[] {
  return known.flatMap(([name, value]) => {
    if (Array.isArray(value)) return value.join() === values.join() ? [name] : [];
    if (typeof value !== 'object' || value === null || !('options' in value)) return [];
    return Array.isArray(value.options) && value.options.join() === values.join()
      ? [`${name}.options`]
      : [];
  });
}
