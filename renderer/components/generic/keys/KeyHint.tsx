import type { ReactNode } from 'react';
import type { WordingId } from '../../../wording/catalogues.ts';
import { useWording } from '../../../wording/WordingProvider.tsx';
import { classesOf } from '../classesOf.ts';
import styles from './KeyHint.module.css';

const css = classesOf(styles);

const named: Readonly<Record<string, WordingId>> = {
  space: 'key.space',
  enter: 'key.enter',
  escape: 'key.escape',
  control: 'key.control',
  shift: 'key.shift',
  pageUp: 'key.pageUp',
  pageDown: 'key.pageDown',
};
const arrows: Readonly<Record<string, readonly [sign: string, name: WordingId]>> = {
  left: ['←', 'key.left'],
  right: ['→', 'key.right'],
  up: ['↑', 'key.up'],
  down: ['↓', 'key.down'],
};

/** `space`, `enter`, `escape`, `control`, `shift`, an arrow by its direction, or what is printed on the key. */
export type KeyName = string;

/** The keys that do the same as what stands beside them. */
export function KeyHint(props: { readonly keys: readonly KeyName[] }): ReactNode {
  return (
    <span className={css('keys')}>
      {props.keys.map((name) => (
        <Key key={name} name={name} />
      ))}
    </span>
  );
}

function Key(props: { readonly name: KeyName }): ReactNode {
  const { t } = useWording();
  const arrow = arrows[props.name];
  const word = named[props.name];
  return (
    <kbd className={css('key')}>
      {arrow ? (
        <span role="img" aria-label={t(arrow[1])}>
          {arrow[0]}
        </span>
      ) : (
        ((word && t(word)) ?? props.name)
      )}
    </kbd>
  );
}
