import type { z } from 'zod';
import type { FieldError } from '../asking/ask.ts';
import type { OfficeWording } from '../wording/createOfficeWording.ts';
import { isOfficeId, sayFieldHelp } from './sayField.ts';

/** What is wrong, by the path of its field: "lines.0.reason". */
export type Problems = ReadonlyMap<string, string>;

/** What the schema refuses, said at its field before anything is sent. */
export function problemsOf({ t }: Pick<OfficeWording, 't'>, error: z.ZodError): Problems {
  return new Map(
    error.issues.map((issue) => {
      const path = issue.path.map(String).join('.');
      const isMissing = issue.code === 'invalid_type' && /undefined/.test(issue.message);
      if (isMissing || issue.code === 'invalid_union') return [path, t('form.needed')];
      if (issue.code === 'too_small')
        return [path, t('form.tooLittle', { least: Number(issue.minimum) })];
      if (issue.code === 'too_big')
        return [path, t('form.tooMuch', { most: Number(issue.maximum) })];
      // What would do says more than that it does not.
      const help = sayFieldHelp(
        { t },
        path.split('.').findLast((part) => !/^\d+$/.test(part)) ?? '',
      );
      return [path, help ?? t('form.otherForm')];
    }),
  );
}

/** What central refuses. */
export function problemsFrom(
  { t }: Pick<OfficeWording, 't'>,
  errors: readonly FieldError[],
): Problems {
  return new Map(
    errors.map(({ field, code, says }) => {
      const id = `refused.${code}`;
      return [field, isOfficeId(id) ? t(id) : says];
    }),
  );
}
