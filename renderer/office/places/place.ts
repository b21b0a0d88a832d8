import { useEffect, useState } from 'react';
import { type OfficeKind, officeKinds } from '../../../shared/office/kinds.ts';
import { assertNever } from '../../../shared/result.ts';
import { RefundFilter } from '../../../shared/sync/adminRefundsApi.ts';

/** The draft that waits for a second person, whichever it is; no `source:id`. */
export const waitingDraft = 'draft';

/** Where somebody is, as the address says behind its `#`. */
export type Place =
  /** Nobody said where. */
  | { readonly at: 'start' }
  | { readonly at: 'today' }
  | { readonly at: 'audit' }
  | { readonly at: 'setUp' }
  /** `ref`: `source:id` of a version, or `waitingDraft`; null: none yet. */
  | { readonly at: 'policy'; readonly ref: string | null }
  | { readonly at: 'imports' }
  | { readonly at: 'records'; readonly kind: OfficeKind | null }
  | { readonly at: 'record'; readonly kind: OfficeKind; readonly ref: string }
  /** `isFirst`: a step of the first hour, which goes on afterwards. */
  | { readonly at: 'newRecord'; readonly kind: OfficeKind; readonly isFirst: boolean }
  | { readonly at: 'refunds'; readonly filter: RefundFilter | null; readonly id: string | null }
  /** `who`: our id; null: nobody yet. */
  | { readonly at: 'people'; readonly who: string | null }
  | { readonly at: 'newPerson' }
  | { readonly at: 'stations'; readonly which: string | null }
  | { readonly at: 'newStation' }
  | { readonly at: 'connections'; readonly which: string | null }
  | { readonly at: 'newConnection' };

export function addressOf(place: Place): string {
  switch (place.at) {
    case 'start':
      return '#/';
    case 'today':
      return '#/today';
    case 'audit':
      return '#/audit';
    case 'setUp':
      return '#/set-up';
    case 'policy':
      return place.ref === null ? '#/policy' : `#/policy/${place.ref}`;
    case 'imports':
      return '#/imports';
    case 'records':
      return place.kind === null ? '#/records' : `#/records/${place.kind}`;
    case 'record':
      return `#/records/${place.kind}/${place.ref}`;
    case 'newRecord':
      return `#/records/${place.kind}/${place.isFirst ? 'first' : 'new'}`;
    case 'refunds':
      return ['#/refunds', place.filter ?? 'all', ...(place.id === null ? [] : [place.id])].join(
        '/',
      );
    case 'people':
      return place.who === null ? '#/people' : `#/people/${encodeURIComponent(place.who)}`;
    case 'newPerson':
      return '#/people/+';
    case 'stations':
      return place.which === null ? '#/stations' : `#/stations/${encodeURIComponent(place.which)}`;
    case 'newStation':
      return '#/stations/+';
    case 'connections':
      return place.which === null ? '#/connections' : `#/connections/${place.which}`;
    case 'newConnection':
      return '#/connections/+';
    default:
      return assertNever(place);
  }
}

export function placeAt(hash: string): Place {
  const [, room = '', kindName = '', ref = ''] = hash.split('/');
  if (room === '') return { at: 'start' };
  if (room === 'today') return { at: 'today' };
  if (room === 'audit') return { at: 'audit' };
  if (room === 'refunds') {
    const filter = RefundFilter.safeParse(kindName);
    return { at: 'refunds', filter: filter.success ? filter.data : null, id: ref || null };
  }
  if (room === 'policy') return { at: 'policy', ref: kindName || null };
  if (room === 'imports') return { at: 'imports' };
  if (room === 'people')
    return kindName === '+' ? { at: 'newPerson' } : { at: 'people', who: idIn(kindName) };
  if (room === 'stations')
    return kindName === '+' ? { at: 'newStation' } : { at: 'stations', which: idIn(kindName) };
  if (room === 'connections')
    return kindName === '+'
      ? { at: 'newConnection' }
      : { at: 'connections', which: idIn(kindName) };
  if (room !== 'records') return { at: 'setUp' };
  const kind = officeKinds.find((one) => one === kindName) ?? null;
  if (kind === null || ref === '') return { at: 'records', kind };
  if (ref === 'new' || ref === 'first') return { at: 'newRecord', kind, isFirst: ref === 'first' };
  return { at: 'record', kind, ref };
}

function idIn(written: string): string | null {
  try {
    return written === '' ? null : decodeURIComponent(written);
  } catch {
    return null;
  }
}

/** The room a place is in: what the bar shows as open. */
export type Room =
  | 'today'
  | 'audit'
  | 'setUp'
  | 'records'
  | 'refunds'
  | 'imports'
  | 'policy'
  | 'people'
  | 'connections';

export function roomOf(place: Place): Room {
  switch (place.at) {
    case 'record':
    case 'newRecord':
      return 'records';
    case 'newPerson':
    case 'stations':
    case 'newStation':
      return 'people';
    case 'newConnection':
      return 'connections';
    case 'start':
      return 'today';
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
