import type { Language } from '../../wording/languages.ts';
import { fields as fieldsDe } from './de/fields.ts';
import { imports as importsDe } from './de/imports.ts';
import { office as officeDe } from './de/office.ts';
import { refunds as refundsDe } from './de/refunds.ts';
import { fields } from './en/fields.ts';
import { imports } from './en/imports.ts';
import { office } from './en/office.ts';
import { refunds } from './en/refunds.ts';
import { fields as fieldsEs } from './es/fields.ts';
import { imports as importsEs } from './es/imports.ts';
import { office as officeEs } from './es/office.ts';
import { refunds as refundsEs } from './es/refunds.ts';
import { fields as fieldsZh } from './zh/fields.ts';
import { imports as importsZh } from './zh/imports.ts';
import { office as officeZh } from './zh/office.ts';
import { refunds as refundsZh } from './zh/refunds.ts';

export const officeEnglish = { ...office, ...fields, ...imports, ...refunds };

/** Every sentence only central's page says. */
export type OfficeWordingId = keyof typeof officeEnglish;

export const officeCatalogues: {
  readonly [L in Language]: { readonly [Id in OfficeWordingId]: string };
} = {
  en: officeEnglish,
  de: { ...officeDe, ...fieldsDe, ...importsDe, ...refundsDe },
  es: { ...officeEs, ...fieldsEs, ...importsEs, ...refundsEs },
  zh: { ...officeZh, ...fieldsZh, ...importsZh, ...refundsZh },
};
