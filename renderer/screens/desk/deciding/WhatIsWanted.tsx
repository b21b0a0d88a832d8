import type { ReactNode } from 'react';
import { ShotType } from '../../../../shared/facts/codes.ts';
import type { StillWanted } from '../../../../shared/facts/decisionFacts.ts';
import { Checkbox } from '../../../components/generic/fields/Checkbox.tsx';
import type { CaseView } from '../../../queries/oneCase/caseView.ts';
import { useWording } from '../../../wording/WordingProvider.tsx';
import styles from './DecidingPanel.module.css';

const others = ['measurement', 'cause', 'units'] as const;
/** The door is behind the goods by now. */
const shots = ShotType.options.filter((shot) => shot !== 'door');

/** What exactly the bench is sent back for, by group of units: the bench shows it as a list. */
export function WhatIsWanted(props: {
  readonly view: CaseView;
  readonly wanted: readonly StillWanted[];
  readonly onWant: (wanted: readonly StillWanted[]) => void;
}): ReactNode {
  const { t } = useWording();
  const { unitGroups } = props.view.file;
  const check = (one: StillWanted, word: string) => {
    const without = props.wanted.filter((other) => !isSame(one, other));
    return (
      <Checkbox
        key={keyOfWanted(one)}
        isChecked={without.length < props.wanted.length}
        onChange={(isWanted) => props.onWant(isWanted ? [...without, one] : without)}
      >
        {word}
      </Checkbox>
    );
  };
  return unitGroups.map(({ article, unitGroupId }) => (
    <fieldset key={unitGroupId} className={styles['wanted']}>
      <legend className={styles['still']}>
        {unitGroups.length > 1 ? `${t('desk.wanted')}: ${article.name}` : t('desk.wanted')}
      </legend>
      {shots.map((shot) => check({ kind: 'photo', shot, unitGroupId }, t(`shot.${shot}`)))}
      {others.map((kind) => check({ kind, unitGroupId }, t(`wanted.short.${kind}`)))}
    </fieldset>
  ));
}

function keyOfWanted(one: StillWanted): string {
  return one.kind === 'photo'
    ? `photo ${one.shot} ${one.unitGroupId}`
    : `${one.kind} ${one.unitGroupId}`;
}

function isSame(one: StillWanted, other: StillWanted): boolean {
  return keyOfWanted(one) === keyOfWanted(other);
}
