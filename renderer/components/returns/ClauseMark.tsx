import type { ReactNode } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { ClauseWords } from '../../../shared/policy/policyWords.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { classesOf } from '../generic/classesOf.ts';
import styles from './ClauseMark.module.css';
import { Identifier } from './Identifier.tsx';
import { PolicyQuote } from './PolicyQuote.tsx';

const css = classesOf(styles);

/** A clause by its number; pressed, it says what it is about and the policy's own words. */
export function ClauseMark(props: {
  readonly clause: string;
  /** What it is about. */
  readonly name: string;
  /** None where the edition's words are not here. */
  readonly words: ClauseWords;
}): ReactNode {
  const { t } = useWording();
  const { clause, name, words } = props;
  return (
    <DialogTrigger>
      <Button className={css('mark')} aria-label={t('clause.press', { clause, name })}>
        <Identifier value={clause} size="small" />
      </Button>
      <Popover className={css('panel')} placement="bottom start" offset={4}>
        <Dialog className={css('inside')} aria-label={name}>
          <p className={css('name')}>{name}</p>
          <PolicyQuote words={words} isPlain />
          {words.sentences.length === 0 && <p>{t('clause.noWords')}</p>}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
