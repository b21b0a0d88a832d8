import type { ReactNode, Ref } from 'react';
import { KeyHint } from '../../../components/generic/keys/KeyHint.tsx';
import { keyNames } from '../../../components/generic/keys/keys.ts';
import { Icon } from '../../../components/generic/marks/Icon.tsx';
import { useWording } from '../../../wording/WordingProvider.tsx';
import styles from './FindField.module.css';

/** What is typed here is looked for in every row at once. */
export function FindField(props: {
  readonly ref: Ref<HTMLInputElement>;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Back to the rows. */
  readonly onLeave: () => void;
  /** Opens the first that was found. */
  readonly onOpen: () => void;
}): ReactNode {
  const { t } = useWording();
  return (
    <label className={styles['find']}>
      <Icon name="search" size="small" />
      <input
        ref={props.ref}
        type="search"
        className={styles['box']}
        aria-label={t('workList.find')}
        placeholder={t('workList.find.what')}
        autoComplete="off"
        spellCheck={false}
        maxLength={60}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
        onKeyDown={(event) => {
          // Enter and Escape of an input method are about the word it puts together.
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'ArrowDown') props.onLeave();
          else if (event.key === 'Enter' && props.value.trim() !== '') props.onOpen();
          else if (event.key === 'Escape') {
            props.onChange('');
            props.onLeave();
          } else return;
          event.preventDefault();
        }}
      />
      <KeyHint keys={keyNames('findInList')} />
    </label>
  );
}
