import type { Look } from '../reading/look.ts';
import { plainWord } from './field.ts';
import type { Plan, SaidCode } from './planOf.ts';
import { knownCode, partsOf } from './readCell.ts';

export type CodeFound = {
  readonly field: string;
  /** As it stands in the file. */
  readonly word: string;
  /** Ours; null: somebody has to say. */
  readonly code: string | null;
  readonly isSaid: boolean;
};

/** Every word a file has for one of our codes, with the code it is taken for. */
export function codesFound(
  { columns }: Plan,
  look: Look,
  said: readonly SaidCode[] = [],
): readonly CodeFound[] {
  return columns.flatMap(({ heading, field, form }) => {
    if (field.type !== 'code' && field.type !== 'codes') return [];
    const values = look.columns.find((one) => one.heading === heading)?.values ?? [];
    const words = new Map(
      values
        .flatMap((value) => (field.type === 'codes' ? partsOf(value, field) : [value.trim()]))
        .map((word) => [plainWord(word), word]),
    );
    return [...words].map(([plain, word]) => ({
      field: field.path,
      word,
      code: knownCode(field, word, form.codes),
      isSaid: said.some((one) => one.field === field.path && plainWord(one.word) === plain),
    }));
  });
}
