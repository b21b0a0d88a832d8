import type { dock as english } from '../en/dock.ts';
import type { Translation } from '../translation.ts';

export const dock: Translation<typeof english> = {
  'dock.title': 'Muelle',
};
