import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useWording } from '../../wording/WordingProvider.tsx';
import { classesOf } from '../generic/classesOf.ts';
import { Icon } from '../generic/marks/Icon.tsx';
import styles from './ShotList.module.css';

const css = classesOf(styles);

export type Shot = {
  readonly key: string;
  readonly word: string;
  readonly taken: number;
  /** Needed before the verdict may be approved. */
  readonly isNeeded: boolean;
};

/** Which photos are there and which are still wanted. `next` is what the shutter takes. */
export function ShotList(props: {
  readonly shots: readonly Shot[];
  readonly next: string | null;
  readonly onChoose: (key: string) => void;
  /** `grid`: beside each other, where there is less height than breadth. */
  readonly layout?: 'list' | 'grid';
}): ReactNode {
  const { t } = useWording();
  const needed = props.shots.filter((shot) => shot.isNeeded);
  const done = needed.filter((shot) => shot.taken > 0).length;
  return (
    <div className={css('shots')}>
      <p className={css('head')}>
        <span className={css('title')}>{t('shots.title')}</span>
        <span>{t('shots.progress', { done, all: needed.length })}</span>
      </p>
      <ul className={css('list', props.layout === 'grid' && 'grid')}>
        {props.shots.map((shot) => (
          <li key={shot.key} className={css('item')}>
            <Button
              className={css('shot')}
              data-next={shot.key === props.next || undefined}
              aria-pressed={shot.key === props.next}
              onPress={() => props.onChoose(shot.key)}
            >
              <span className={css('box')} data-taken={shot.taken > 0 || undefined}>
                {shot.taken > 0 && <Icon name="check" size="small" />}
              </span>
              <span className={css('word')}>
                {shot.word}
                {!shot.isNeeded && <span className={css('aside')}> · {t('field.optional')}</span>}
              </span>
              <span className={css('count')}>{t('shots.taken', { count: shot.taken })}</span>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
