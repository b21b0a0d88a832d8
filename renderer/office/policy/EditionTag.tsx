import type { ReactNode } from 'react';
import { Tag } from '../../components/generic/marks/Tag.tsx';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';
import type { Edition } from './editions.ts';

/** Where an edition stands. */
export function EditionTag(props: {
  readonly edition: Edition;
  readonly isInForce: boolean;
  /** In UTC, as central counts the days of editions. */
  readonly today: string;
}): ReactNode {
  const { t } = useOfficeWording();
  const { state } = props.edition.record;
  if (props.isInForce) return <Tag tone="green">{t('policy.inForce')}</Tag>;
  if (state === 'draft') return <Tag tone="accent">{t('records.state.draft')}</Tag>;
  if (state === 'withdrawn') return <Tag tone="rest">{t('records.state.withdrawn')}</Tag>;
  const isToCome = props.edition.body.effectiveFrom > props.today;
  return (
    <Tag tone={isToCome ? 'amber' : 'rest'}>{t(isToCome ? 'policy.toCome' : 'policy.over')}</Tag>
  );
}
