import type { station as english } from '../en/station.ts';
import type { Translation } from '../translation.ts';

export const station: Translation<typeof english> = {};
