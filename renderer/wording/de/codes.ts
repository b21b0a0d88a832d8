import type { codes as english } from '../en/codes.ts';
import type { Translation } from '../translation.ts';

export const codes: Translation<typeof english> = {};
