import { type ReactNode, useState } from 'react';
import { Tag, type Tone } from '../../components/generic/marks/Tag.tsx';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';
import { type ConnectionMark, type ConnectionRow, marksOf } from './connectionRow.ts';

const tones: Readonly<Record<ConnectionMark, Tone>> = {
  retired: 'rest',
  noKey: 'red',
  endsSoon: 'amber',
  refused: 'amber',
};

export function ConnectionMarks(props: {
  readonly connection: ConnectionRow;
  /** Only the gravest. */
  readonly isShort?: boolean;
}): ReactNode {
  const { t } = useOfficeWording();
  const { connection } = props;
  const [now] = useState(() => Date.now());
  const marks = marksOf(connection, now);
  return (props.isShort ? marks.slice(0, 1) : marks).map((mark) => (
    <Tag key={mark} tone={tones[mark]}>
      {t(`connections.is.${mark}`, { count: connection.calls.refused })}
    </Tag>
  ));
}
