import type { ReactNode } from 'react';
import { Tag } from '../../components/generic/marks/Tag.tsx';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';
import { type PersonRow, stateOf } from './personRow.ts';

const tones = { left: 'rest', locked: 'red', notJoined: 'amber' } as const;

/** What is not as usual about somebody. */
export function PersonTag(props: { readonly row: PersonRow }): ReactNode {
  const { t } = useOfficeWording();
  const state = stateOf(props.row);
  if (state === 'joined') return null;
  return (
    <Tag tone={tones[state]} {...(state === 'locked' && { icon: 'lock' as const })}>
      {t(`people.is.${state}`)}
    </Tag>
  );
}
