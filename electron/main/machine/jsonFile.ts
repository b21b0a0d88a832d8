import type { z } from 'zod';
import { readIfThere } from './durableFile.ts';

/** Null when the file is not there or does not hold what it should. */
export async function readJsonFile<S extends z.ZodType>(
  file: string,
  schema: S,
): Promise<z.output<S> | null> {
  const content = await readIfThere(file);
  return content === null ? null : parsedJson(content.toString('utf8'), schema);
}

export function parsedJson<S extends z.ZodType>(text: string, schema: S): z.output<S> | null {
  try {
    const parsed = schema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
