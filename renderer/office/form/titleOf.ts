import type { OfficeKind } from '../../../shared/office/kinds.ts';
import { assertNever } from '../../../shared/result.ts';

/** What one would call a record by; its number where it has no name. */
export function titleOf(kind: OfficeKind, body: unknown, id: string): string {
  const said = (name: string) => textAt(body, name);
  switch (kind) {
    case 'order-lines':
      return `${said('orderNumber') ?? id} / ${said('lineNumber') ?? ''}`;
    case 'returns':
      return said('rma') ?? id;
    case 'policies':
      return said('title') ?? id;
    case 'catalogue':
      return [said('code'), said('names') ?? said('of') ?? id]
        .filter((part) => part !== null)
        .join(' · ');
    case 'articles':
      return [said('number'), said('name')].filter((part) => part !== null).join(' · ');
    default:
      return said('name') ?? id;
  }
}

/** What tells it from others of that name. */
export function underOf(kind: OfficeKind, body: unknown): string {
  const said = (...names: readonly string[]) =>
    names.flatMap((name) => textAt(body, name) ?? []).join(' · ');
  switch (kind) {
    case 'sites':
      return said('city', 'country');
    case 'clients':
      return said('country', 'language');
    case 'people':
      return said('badge', 'roles');
    case 'contracts':
      return said('client', 'effectiveFrom', 'currency');
    case 'calendars':
      return said('site', 'country', 'region');
    case 'policies':
      return said('effectiveFrom');
    case 'order-lines':
      return said('client', 'article', 'shippedQuantity');
    case 'returns':
      return said('client', 'site', 'expectedOn');
    case 'catalogue':
      return said('of', 'productGroups', 'validFrom');
    case 'articles':
      return said('unit', 'productGroup');
    default:
      return assertNever(kind);
  }
}

function textAt(body: unknown, name: string): string | null {
  if (typeof body !== 'object' || body === null) return null;
  const value: unknown = new Map<string, unknown>(Object.entries(body)).get(name);
  return value === undefined || value === null ? null : textOf(value);
}

/** A reference reads as the id it names. */
export function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join(', ');
  if (typeof value === 'object' && value !== null)
    return 'id' in value && 'source' in value
      ? String(value.id)
      : Object.values(value).map(textOf).join(' · ');
  return String(value);
}
