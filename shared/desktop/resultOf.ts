import { z } from 'zod';

/** The schema of a `Result` that crosses between page and main process. */
export const resultOf = <V extends z.ZodType, R extends z.ZodType>(value: V, refusal: R) =>
  z.discriminatedUnion('ok', [
    z.strictObject({ ok: z.literal(true), value }),
    z.strictObject({ ok: z.literal(false), refusal }),
  ]);
