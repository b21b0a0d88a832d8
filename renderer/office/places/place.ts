import { useEffect, useState } from 'react';
import { type OfficeKind, officeKinds } from '../../../shared/office/kinds.ts';
import { assertNever } from '../../../shared/result.ts';
import { RefundFilter } from '../../../shared/sync/adminRefundsApi.ts';

/** Where somebody is, as the address says behind its `#`. */
export type Place =
  | { readonly at: 'setUp' }
  | { readonly at: 'imports' }
  | { readonly at: 'records'; readonly kind: OfficeKind | null }
  | { readonly at: 'record'; readonly kind: OfficeKind; readonly ref: string }
  | { readonly at: 'newRecord'; readonly kind: OfficeKind }
  | { readonly at: 'refunds'; readonly filter: RefundFilter | null; readonly id: string | null };

export function addressOf(place: Place): string {
  switch (place.at) {
    case 'setUp':
      return '#/set-up';
    case 'imports':
      return '#/imports';
    case 'records':
      return place.kind === null ? '#/records' : `#/records/${place.kind}`;
    case 'record':
      return `#/records/${place.kind}/${place.ref}`;
    case 'newRecord':
      return `#/records/${place.kind}/new`;
    case 'refunds':
      return ['#/refunds', place.filter ?? 'all', ...(place.id === null ? [] : [place.id])].join(
        '/',
      );
    default:
      return assertNever(place);
  }
}

export function placeAt(hash: string): Place {
  const [, room = '', kindName = '', ref = ''] = hash.split('/');
  if (room === 'refunds') {
    const filter = RefundFilter.safeParse(kindName);
    return { at: 'refunds', filter: filter.success ? filter.data : null, id: ref || null };
  }
  if (room === 'imports') return { at: 'imports' };
  if (room !== 'records') return { at: 'setUp' };
  const kind = officeKinds.find((one) => one === kindName) ?? null;
  if (kind === null || ref === '') return { at: 'records', kind };
  return ref === 'new' ? { at: 'newRecord', kind } : { at: 'record', kind, ref };
}

/** The room a place is in: what the bar shows as open. */
export type Room = 'setUp' | 'records' | 'refunds' | 'imports';

export function roomOf(place: Place): Room {
  switch (place.at) {
    case 'record':
    case 'newRecord':
      return 'records';
    default:
      return place.at;
  }
}

export function goTo(place: Place): void {
  location.hash = addressOf(place);
}

export function usePlace(): Place {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const moved = () => setHash(location.hash);
    addEventListener('hashchange', moved);
    return () => removeEventListener('hashchange', moved);
  }, []);
  return placeAt(hash);
}
