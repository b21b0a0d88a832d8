import type { ReactNode } from 'react';
import { useWording } from '../../../wording/WordingProvider.tsx';
import { classesOf } from '../classesOf.ts';
import { Icon } from './Icon.tsx';
import styles from './SavedMark.module.css';

const css = classesOf(styles);

export type Saved = 'here' | 'sent' | 'accepted' | 'refused';
const steps = ['here', 'sent', 'accepted'] as const;
const icons = { here: 'here', sent: 'sent', accepted: 'checks', refused: 'cross' } as const;

/** How far a record has come. `way` shows all three words, `word` only where it stands. */
export function SavedMark(props: {
  readonly saved: Saved;
  readonly look?: 'word' | 'way';
}): ReactNode {
  const { t } = useWording();
  if (props.look === 'way' && props.saved !== 'refused') {
    const reached = steps.indexOf(props.saved);
    return (
      <ol className={css('way')}>
        {steps.map((step, place) => (
          <li
            key={step}
            className={css('step')}
            data-reached={place <= reached || undefined}
            aria-current={place === reached ? 'step' : undefined}
          >
            <Icon name={icons[step]} size="small" />
            {t(`saved.${step}`)}
          </li>
        ))}
      </ol>
    );
  }
  return (
    <span className={css('mark')} data-saved={props.saved}>
      <Icon name={icons[props.saved]} size="small" />
      {t(`saved.${props.saved}`)}
    </span>
  );
}
