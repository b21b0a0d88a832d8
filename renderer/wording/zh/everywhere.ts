import type { everywhere as english } from '../en/everywhere.ts';
import type { Translation } from '../translation.ts';

export const everywhere: Translation<typeof english> = {};
