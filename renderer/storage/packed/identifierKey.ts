import type { IdentifierKind } from '../rows.ts';

const kinds: Readonly<Record<IdentifierKind, true>> = {
  sscc: true,
  tracking: true,
  rma: true,
  plate: true,
  label: true,
  serial: true,
  order: true,
  gtin: true,
  article: true,
};

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
  return Object.hasOwn(kinds, text);
}

/** Whether an indexed key is what is sought. */
export function meets(key: string, sought: string): boolean {
  return isOfAnyKind(sought) ? key.startsWith(sought) : key === sought;
}
