import type { Language } from '../../wording/languages.ts';
import { fields as fieldsDe } from './de/fields.ts';
import { office as officeDe } from './de/office.ts';
import { fields } from './en/fields.ts';
import { office } from './en/office.ts';
import { fields as fieldsEs } from './es/fields.ts';
import { office as officeEs } from './es/office.ts';
import { fields as fieldsZh } from './zh/fields.ts';
import { office as officeZh } from './zh/office.ts';

export const officeEnglish = { ...office, ...fields };

/** Every sentence only central's page says. */
export type OfficeWordingId = keyof typeof officeEnglish;

export const officeCatalogues: {
  readonly [L in Language]: { readonly [Id in OfficeWordingId]: string };
} = {
  en: officeEnglish,
  de: { ...officeDe, ...fieldsDe },
  es: { ...officeEs, ...fieldsEs },
  zh: { ...officeZh, ...fieldsZh },
};
