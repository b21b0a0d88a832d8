import type { z } from 'zod';
import { skewLimitMs } from '../../../shared/deadlines/plausibleTime.ts';
import { foldedText } from '../../../shared/facts/foldedText.ts';
import type { adminStationsApi } from '../../../shared/sync/adminStationsApi.ts';

export type StationRow = z.output<
  typeof adminStationsApi.everyStation.response
>['stations'][number];

const dayMs = 24 * 60 * 60_000;

/** What is not as usual about a station, the gravest first. */
export type StationMark = 'revoked' | 'neverHeard' | 'silent' | 'clock' | 'unsent';

export function marksOf(station: StationRow, now: number): readonly StationMark[] {
  if (station.revokedAt !== null) return ['revoked'];
  const { lastContactAt, unsent, clockSkewMs } = station;
  if (lastContactAt === null) return ['neverHeard'];
  return [
    ...(now - Date.parse(lastContactAt) > dayMs ? (['silent'] as const) : []),
    ...(Math.abs(clockSkewMs ?? 0) > skewLimitMs ? (['clock'] as const) : []),
    ...((unsent ?? 0) > 0 ? (['unsent'] as const) : []),
  ];
}

/** By words of its name, or the beginning of its fingerprint as somebody reads it out. */
export function isCalled(
  { name, fingerprint }: Pick<StationRow, 'name' | 'fingerprint'>,
  typed: string,
): boolean {
  const wanted = foldedText(typed);
  const bare = typed.toLowerCase().replaceAll(/[^0-9a-z]/g, '');
  return (
    wanted.split(' ').every((word) => foldedText(name).includes(word)) ||
    (bare !== '' && fingerprint.toLowerCase().startsWith(bare))
  );
}

/** As the station's own screen writes it. */
export function inFours(fingerprint: string): string {
  return fingerprint.match(/.{1,4}/g)?.join(' ') ?? fingerprint;
}
