import type { IdentifierKind } from '../rows.ts';

const strengths: Readonly<Record<IdentifierKind, number>> = {
  sscc: 0,
  tracking: 1,
  rma: 2,
  plate: 3,
  label: 4,
  serial: 5,
  order: 6,
  gtin: 7,
  article: 8,
};
/** Of kinds, and of those another build knows. */
export const manyStrengths = 16;

/** A parcel's own numbers before what lies inside: 0 is the strongest. */
export function strengthOf(kind: IdentifierKind | null): number {
  return kind === null ? manyStrengths - 1 : strengths[kind];
}

/** Of what lies inside, which thousands of cases have in common. */
export function isOfManyCases(strength: number): boolean {
  return strength === strengths.gtin || strength === strengths.article;
}

/*
 * An identifier is indexed as its form, a tab and its kind: what is scanned is looked up before
 * anybody knows what it is, with one question about a form and not one about each kind. Forms have
 * no white space in them.
 */

export function keyOf(form: string, kind: IdentifierKind): string {
  return `${form}\t${kind}`;
}

/** Sought instead of a key: this form, whatever its kind. */
export function anyKindOf(form: string): string {
  return `${form}\t`;
}

export function isOfAnyKind(sought: string): boolean {
  return sought.endsWith('\t');
}

/** Behind all keys of a form of any kind. */
export function endOf(sought: string): string {
  return `${sought.slice(0, -1)}\n`;
}

export function formIn(key: string): string {
  const tab = key.indexOf('\t');
  return tab < 0 ? key : key.slice(0, tab);
}

/** null: of a kind this build does not know. */
export function kindIn(key: string): IdentifierKind | null {
  const named = key.slice(formIn(key).length + 1);
  return isKind(named) ? named : null;
}

function isKind(text: string): text is IdentifierKind {
  return Object.hasOwn(strengths, text);
}

/** Whether an indexed key is what is sought. */
export function meets(key: string, sought: string): boolean {
  return isOfAnyKind(sought) ? key.startsWith(sought) : key === sought;
}
