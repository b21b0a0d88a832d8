/** What the office says of its sites and of their working days. */
import { z } from 'zod';
import { type RmaFormRefusal, readRmaForm } from '../../barcodes/rma/rmaForm.ts';
import { SpokenLanguage } from '../../facts/catalogue.ts';
import { RmaForm, Site } from '../../facts/documents.ts';
import { LocalDate } from '../../facts/time.ts';
import { Reference } from '../externalId.ts';
import { Country, Zone } from './words.ts';

const { name, city, docks, lockAfterMinutes } = Site.shape;

const saysOfForm: Readonly<Record<RmaFormRefusal['code'], string>> = {
  rmaPatternEmpty: 'has no place that changes from number to number, like #',
  rmaPatternTooLong: 'stands for more than 40 characters',
  rmaPatternUnclosed: 'has a quotation mark that never closes',
  rmaPatternRepeat: 'repeats something that cannot be repeated',
  rmaPatternTwoLengths: 'has two places of any length beside each other',
  rmaPatternUnclear: "has a word that could be letters or a year: quote it, like 'RMA'-YY-####",
  rmaCheckUnknown: 'is no check we know, like mod11-2',
  rmaCheckPlace: 'needs its place in the pattern: a C for each of its characters',
  rmaCheckLetters: 'counts digits alone, and the pattern has letters',
};

/** One stations can read numbers by: what they do not understand claims no label. */
const ReadableForm = RmaForm.superRefine((form, said) => {
  const read = readRmaForm(form);
  if (read.ok) return;
  const { code } = read.refusal;
  const path = [code.startsWith('rmaCheck') ? 'check' : 'pattern'];
  said.addIssue({ code: 'custom', path, message: saysOfForm[code] });
});

export const SiteBody = z.strictObject({
  name,
  city,
  country: Country,
  timeZone: Zone,
  docks: docks.max(200).default([]),
  /** How the company writes its RMA numbers; left out: as the product does, RMA-26-0004711. */
  rma: ReadableForm.optional(),
  /** What its stations and its slips speak, the usual one first; left out or empty: all. */
  languages: z
    .array(SpokenLanguage)
    .max(4)
    .refine((all) => new Set(all).size === all.length, 'names a language twice')
    .optional(),
  lockAfterMinutes,
  /** The day it closes: from then on no new return goes there and no station joins. */
  closedFrom: LocalDate.optional(),
});
export type SiteBody = z.infer<typeof SiteBody>;

const Days = z.array(z.strictObject({ date: LocalDate, name: z.string().trim().min(1).max(200) }));

/**
 * Of one site, under any id. Either `country` (and `region`), whose public holidays we know, or
 * `weekendDays` and `holidays`. Closures and extra working days are all there are: one that is named
 * no more is taken back, unless its day is over.
 */
export const CalendarBody = z.strictObject({
  site: Reference,
  country: Country.optional(),
  region: z.string().min(1).max(20).nullable().optional(),
  weekendDays: z.array(z.number().int().min(1).max(7)).max(6).optional(),
  holidays: Days.max(400).optional(),
  closures: Days.max(400).optional(),
  extraWorkingDays: Days.max(400).optional(),
  fromYear: z.number().int().min(2000).max(2100).optional(),
  untilYear: z.number().int().min(2000).max(2100).optional(),
});
export type CalendarBody = z.infer<typeof CalendarBody>;
