import type { ReactNode } from 'react';
import { Tag, type Tone } from '../../components/generic/marks/Tag.tsx';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';
import { marksOf, type StationMark, type StationRow } from './stationRow.ts';

const tones: Readonly<Record<StationMark, Tone>> = {
  revoked: 'rest',
  neverHeard: 'amber',
  silent: 'amber',
  clock: 'amber',
  unsent: 'accent',
};

export function StationMarks(props: {
  readonly station: StationRow;
  readonly now: number;
  /** Only the gravest. */
  readonly isShort?: boolean;
}): ReactNode {
  const { t } = useOfficeWording();
  const marks = marksOf(props.station, props.now);
  return (props.isShort ? marks.slice(0, 1) : marks).map((mark) => (
    <Tag key={mark} tone={tones[mark]}>
      {t(`stations.is.${mark}`, { count: props.station.unsent ?? 0 })}
    </Tag>
  ));
}
