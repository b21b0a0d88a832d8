import type { z } from 'zod';
import type { connectionApi } from '../../../shared/sync/connectionApi.ts';

type Connections = z.output<typeof connectionApi.connections.response>;
export type ConnectionRow = Connections['connections'][number];
export type ConnectionSite = Connections['sites'][number];
export type Payments = Connections['payments'];
export type IssuedKey = z.output<typeof connectionApi.makeConnection.response>;

export type ConnectionMark = 'retired' | 'noKey' | 'endsSoon' | 'refused';

const soonMs = 14 * 24 * 60 * 60_000;

/** What somebody has to see to, the gravest first. */
export function marksOf(connection: ConnectionRow, now: number): readonly ConnectionMark[] {
  if (connection.retiredAt !== null) return ['retired'];
  const ends = connection.keys.map(({ goodUntil }) => Date.parse(goodUntil));
  if (ends.length === 0) return ['noKey'];
  return [
    ...(Math.max(...ends) - now < soonMs ? (['endsSoon'] as const) : []),
    ...(connection.calls.refused > 0 ? (['refused'] as const) : []),
  ];
}

/** The address of a route about one connection, or about one of its keys. */
export function pathOf(path: string, id: string, key = ''): string {
  return path.replace(':id', encodeURIComponent(id)).replace(':key', key);
}
