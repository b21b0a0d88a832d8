import type { refusals as english } from '../en/refusals.ts';
import type { Translation } from '../translation.ts';

export const refusals: Translation<typeof english> = {};
