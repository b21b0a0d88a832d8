import {
  externalIdOf,
  Reference,
  readExternalId,
  writeExternalId,
} from '../../../shared/office/externalId.ts';
import type { Field, Shape } from './shape.ts';

/** What stands in a form: typed text as it is typed, so that nothing is lost while it is wrong. */
export type Draft =
  | string
  | boolean
  | null
  | readonly string[]
  | readonly Draft[]
  | { readonly [name: string]: Draft }
  | { readonly kept: unknown };

export type GroupDraft = { readonly [name: string]: Draft };

/** A form nobody has written in yet, with what is usual in its place. */
export function emptyGroup(fields: readonly Field[], source: string): GroupDraft {
  return Object.fromEntries(fields.map((field) => [field.name, emptyField(field, source)]));
}

function emptyField(field: Field, source: string): Draft {
  if (field.usual !== undefined && field.usual !== null)
    return draftOf(field.shape, field.usual, source);
  if (field.shape.kind === 'group' && (!field.isNeeded || field.isNullable)) return null;
  return emptyOf(field.shape, source);
}

export function emptyOf(shape: Shape, source: string): Draft {
  switch (shape.kind) {
    case 'flag':
      return false;
    case 'group':
      return emptyGroup(shape.fields, source);
    case 'list':
      return [];
    case 'choices':
    case 'weekdays':
      return [];
    case 'kept':
      return { kept: undefined };
    default:
      return '';
  }
}

/** A body as a form shows it. `source`: whose ids stand in it by themselves. */
export function groupOf(fields: readonly Field[], body: unknown, source: string): GroupDraft {
  const told: object = typeof body === 'object' && body !== null ? body : {};
  const values = new Map<string, unknown>(Object.entries(told));
  return Object.fromEntries(
    fields.map((field) => {
      const value = values.get(field.name);
      const isAbsent = value === undefined || value === null;
      if (!isAbsent) return [field.name, draftOf(field.shape, value, source)];
      return [field.name, field.shape.kind === 'group' ? null : emptyOf(field.shape, source)];
    }),
  );
}

function draftOf(shape: Shape, value: unknown, source: string): Draft {
  switch (shape.kind) {
    case 'flag':
      return value === true;
    case 'group':
      return groupOf(shape.fields, value, source);
    case 'list':
      return listIn(value).map((one) => draftOf(shape.of, one, source));
    case 'choices':
    case 'weekdays':
      return listIn(value).map(String);
    case 'lines':
      return listIn(value).map(String).join('\n');
    case 'reference': {
      const read = Reference.safeParse(value);
      return read.success ? writeExternalId(externalIdOf(read.data, source)) : '';
    }
    case 'kept':
      return { kept: value };
    default:
      return String(value);
  }
}

/** What is sent: what is empty and need not be said is left out. */
export function bodyOf(
  fields: readonly Field[],
  draft: GroupDraft,
  source: string,
): Record<string, unknown> {
  const said: Record<string, unknown> = {};
  for (const field of fields) {
    const value = valueOf(field.shape, draft[field.name] ?? null, source);
    // Nothing said is left out: "no holidays" would say something.
    const isNothing = Array.isArray(value) && value.length === 0 && !field.isNeeded;
    if (value !== undefined && !isNothing) said[field.name] = value;
    else if (field.isNullable) said[field.name] = null;
  }
  return said;
}

function valueOf(shape: Shape, draft: Draft, source: string): unknown {
  switch (shape.kind) {
    case 'flag':
      return draft === true;
    case 'group':
      return isGroup(draft) ? bodyOf(shape.fields, draft, source) : undefined;
    case 'list':
      return listIn(draft).map((one) => valueOf(shape.of, asDraft(one), source));
    case 'choices':
      return listIn(draft).map(String);
    case 'weekdays': {
      const days = listIn(draft).map(Number);
      return days.length === 0 ? undefined : days.toSorted((a, b) => a - b);
    }
    case 'lines': {
      const lines = textIn(draft)
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
      return lines.length === 0 ? undefined : lines;
    }
    case 'kept':
      return isKept(draft) ? draft.kept : undefined;
    default:
      return ofText(shape.kind, textIn(draft).trim(), source);
  }
}

function ofText(kind: Shape['kind'], typed: string, source: string): unknown {
  if (typed === '') return undefined;
  if (kind === 'decimal') return typed.replace(',', '.');
  if (kind === 'number') {
    const number = Number(typed.replace(',', '.'));
    return Number.isNaN(number) ? typed : number;
  }
  if (kind !== 'reference') return typed;
  const named = readReference(typed);
  return named && named.source === source ? named.id : (named ?? typed);
}

/** As `writeExternalId` wrote it. */
export function readReference(written: string) {
  try {
    return readExternalId(decodeURIComponent(written));
  } catch {
    return null;
  }
}

export function textIn(draft: Draft | undefined): string {
  return typeof draft === 'string' ? draft : '';
}

export function listIn(draft: unknown): readonly unknown[] {
  return Array.isArray(draft) ? draft : [];
}

export function isGroup(draft: Draft | undefined): draft is GroupDraft {
  return typeof draft === 'object' && draft !== null && !Array.isArray(draft) && !isKept(draft);
}

function isKept(draft: Draft): draft is { readonly kept: unknown } {
  return typeof draft === 'object' && draft !== null && Object.hasOwn(draft, 'kept');
}

/** An item of a list of drafts. */
export function asDraft(item: unknown): Draft {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- made by `draftOf` and `emptyOf` alone
  return item as Draft;
}
