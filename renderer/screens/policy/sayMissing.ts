import { isWordingId } from '../../wording/catalogues.ts';
import type { Wording } from '../../wording/createWording.ts';

/** What a portion still waits for, by its code. */
export function sayMissing({ t }: Wording, code: string): string {
  const id = `missing.${code}`;
  return isWordingId(id) ? t(id) : code;
}
