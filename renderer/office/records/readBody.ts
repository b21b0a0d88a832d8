import type { OfficeKind } from '../../../shared/office/kinds.ts';
import { sayChoice, sayField } from '../form/sayField.ts';
import { type Field, fieldsOf, type Shape } from '../form/shape.ts';
import { textOf } from '../form/titleOf.ts';
import type { OfficeWording } from '../wording/createOfficeWording.ts';

/** One thing a body says, as it is read. */
export type Said = { readonly path: string; readonly label: string; readonly value: string };

const unitsInALine = 12;

/** All a body says, in the order of its form; what says nothing is left out. */
export function readBody(wording: OfficeWording, kind: OfficeKind, body: unknown): readonly Said[] {
  return readGroup(fieldsOf(kind), body, '', '');

  function readGroup(
    fields: readonly Field[],
    value: unknown,
    path: string,
    above: string,
  ): readonly Said[] {
    const told: object = typeof value === 'object' && value !== null ? value : {};
    const parts = new Map<string, unknown>(Object.entries(told));
    return fields.flatMap((field) => {
      const part = parts.get(field.name);
      if (part === undefined || part === null || (Array.isArray(part) && part.length === 0))
        return [];
      const label = sayField(wording, kind, field.name);
      const whole = above === '' ? label : `${above}: ${label}`;
      const at = path === '' ? field.name : `${path}.${field.name}`;
      if (field.shape.kind === 'group') return readGroup(field.shape.fields, part, at, label);
      if (field.shape.kind === 'list' && Array.isArray(part))
        return part.map((item: unknown, number) => ({
          path: `${at}.${number}`,
          label: part.length === 1 ? whole : `${whole} ${number + 1}`,
          value: readItem(field.shape, item),
        }));
      return [{ path: at, label: whole, value: readPlain(field.shape, field.name, part) }];
    });
  }

  function readItem(shape: Shape, item: unknown): string {
    if (shape.kind !== 'list' || shape.of.kind !== 'group') return textOf(item);
    return readGroup(shape.of.fields, item, '', '')
      .map((said) => `${said.label} ${said.value}`)
      .join(' · ');
  }

  function readPlain(shape: Shape, name: string, value: unknown): string {
    const { t, formatDate, formatNumber, formatList } = wording;
    switch (shape.kind) {
      case 'flag':
        return t(value === true ? 'form.yes' : 'form.no');
      case 'choice':
        return sayChoice(wording, name, String(value));
      case 'choices':
        return formatList(listed(value).map((one) => sayChoice(wording, name, one)));
      case 'weekdays':
        return formatList(listed(value).map((day) => formatDate(`2026-06-0${day}`, 'weekday')));
      case 'date':
        return formatDate(String(value), 'dayWithYear');
      case 'moment':
        return formatDate(String(value), 'moment');
      case 'number':
        return typeof value === 'number' && !name.endsWith('Year')
          ? formatNumber(value)
          : String(value);
      case 'lines': {
        const lines = listed(value);
        if (lines.length <= unitsInALine) return lines.join(', ');
        return `${lines.slice(0, unitsInALine).join(', ')} … (${formatNumber(lines.length)})`;
      }
      default:
        return textOf(value);
    }
  }
}

function listed(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

export type Difference = {
  readonly path: string;
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
};

/** What one body says otherwise than another. */
export function whatChanged(
  before: readonly Said[],
  after: readonly Said[],
): readonly Difference[] {
  const was = new Map(before.map((said) => [said.path, said]));
  const is = new Map(after.map((said) => [said.path, said]));
  const gone = before
    .filter(({ path }) => !is.has(path))
    .map(({ path, label, value }) => ({ path, label, before: value, after: null }));
  const changed = after
    .filter(({ path, value }) => was.get(path)?.value !== value)
    .map(({ path, label, value }) => ({
      path,
      label,
      before: was.get(path)?.value ?? null,
      after: value,
    }));
  return [...changed, ...gone];
}
