import type { desk as english } from '../en/desk.ts';
import type { Translation } from '../translation.ts';

export const desk: Translation<typeof english> = {
  'desk.title': 'Entscheidung',
};
