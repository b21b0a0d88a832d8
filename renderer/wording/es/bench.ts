import type { bench as english } from '../en/bench.ts';
import type { Translation } from '../translation.ts';

export const bench: Translation<typeof english> = {
  'bench.title': 'Mesa de inspección',
};
