import type { z } from 'zod';
import * as codes from '../../shared/returns/codes.ts';
import { Fact } from '../../shared/returns/fact.ts';

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

/** Every field of every fact that is one of a few words somebody chose. */
export function choicesInFacts(): readonly Choice[] {
  return Fact.options.flatMap((fact) => choicesIn(fact, fact.shape.kind.value));
}

function choicesIn(schema: z.ZodType, field: string): readonly Choice[] {
  const { def } = schema as unknown as Node;
  if (def.entries) {
    const values = Object.values(def.entries);
    return [{ field, values, spelled: spellingsOf(values) }];
  }
  if (def.shape)
    return Object.entries(def.shape).flatMap(([name, inner]) =>
      choicesIn(inner, `${field}.${name}`),
    );
  const inner = def.innerType ?? def.element;
  if (inner) return choicesIn(inner, field);
  return (def.options ?? []).flatMap((option) => choicesIn(option, field));
}

function spellingsOf(values: readonly string[]): readonly string[] {
  return Object.entries(codes).flatMap(([name, known]) => {
    if (Array.isArray(known)) return known.join() === values.join() ? [name] : [];
    if (typeof known !== 'object' || !('options' in known)) return [];
    return known.options.join() === values.join() ? [`${name}.options`] : [];
  });
}
