import { carrierForms } from './carrierForms.ts';
import { envelopeForms } from './envelopeForms.ts';
import { normalForm } from './normalForm.ts';

/**
 * All a text may be looked up by, itself first, each in normal form. What is announced is indexed
 * under these and what is scanned or typed is looked up under these, so that either may be the one
 * that says more. Pure and fast: a catch-up asks it for every number there is.
 */
export function lookupForms(text: string): readonly string[] {
  const whole = normalForm(text);
  // Most of what is announced has no other way of being written.
  if (/^\d{1,13}$/.test(whole)) return [whole];
  const others = [...ssccForms(whole), ...bareForms(whole), ...carrierForms(whole)];
  return [...new Set([whole, ...others, ...envelopeForms(text).flatMap(lookupForms)])];
}

/**
 * The one number all ways of writing it have in common: what is stored of a label, so that bars read
 * at one door and print typed at another are the same box.
 */
export function printedForm(text: string): string {
  return lookupForms(text).reduce((a, b) => (b.length < a.length ? b : a));
}

/** An SSCC with its application identifier, or an NVE without. */
function ssccForms(text: string): readonly string[] {
  const sscc = /^\(?00\)?(\d{18})$/.exec(text)?.[1];
  return sscc === undefined ? [] : [sscc];
}

/** Without Codabar's start and stop letters, and without the dots some post offices print. */
function bareForms(text: string): readonly string[] {
  const inner = /^[A-ENT]([\d$:/.+]{4,})[A-ENT]$/.exec(text)?.[1];
  const dotless = /^\d[\d.]{9,}$/.test(text) ? text.replaceAll('.', '') : text;
  return [...(inner === undefined ? [] : [inner]), ...(dotless === text ? [] : [dotless])];
}
