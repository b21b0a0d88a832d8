import { type ReactNode, useState } from 'react';
import type { ClauseWords } from '../../../shared/policy/policyWords.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { classesOf } from '../generic/classesOf.ts';
import { Button } from '../generic/fields/Button.tsx';
import { Icon } from '../generic/marks/Icon.tsx';
import styles from './ClauseList.module.css';
import { Identifier } from './Identifier.tsx';
import { PolicyQuote } from './PolicyQuote.tsx';

const css = classesOf(styles);

export type ClauseLine = {
  readonly clause: string;
  readonly fired: boolean;
  /** What the clause is about, in words. */
  readonly name: string;
  /** Why it fired or did not, as a sentence. */
  readonly why: string;
  /** The policy's own words for it; none where they are not here. */
  readonly words: ClauseWords;
  /** How many records it rests on. */
  readonly facts: number;
};

/** The clauses behind an answer: those that apply in full, the others behind one press. */
export function ClauseList(props: {
  readonly clauses: readonly ClauseLine[];
  readonly isUnfiredShown?: boolean;
}): ReactNode {
  const { t } = useWording();
  const [isOpen, setOpen] = useState(props.isUnfiredShown ?? false);
  const fired = props.clauses.filter((clause) => clause.fired);
  const unfired = props.clauses.filter((clause) => !clause.fired);
  return (
    <div className={css('clauses')}>
      <Lines lines={fired} />
      {unfired.length > 0 && (
        <Button
          look="bare"
          icon={isOpen ? 'chevronUp' : 'chevronDown'}
          isExpanded={isOpen}
          onPress={() => setOpen(!isOpen)}
        >
          {t('clauses.showUnfired', { count: unfired.length })}
        </Button>
      )}
      {isOpen && <Lines lines={unfired} />}
    </div>
  );
}

function Lines(props: { readonly lines: readonly ClauseLine[] }): ReactNode {
  const { t } = useWording();
  if (props.lines.length === 0) return null;
  return (
    <ul className={css('list')}>
      {props.lines.map((line) => (
        <li key={line.clause} className={css('line')} data-fired={line.fired || undefined}>
          <Icon
            name={line.fired ? 'check' : 'minus'}
            size="small"
            label={t(line.fired ? 'clauses.fired' : 'clauses.unfired')}
          />
          <div className={css('text')}>
            <p className={css('head')}>
              <Identifier value={line.clause} size="small" />
              <span className={css('name')}>{line.name}</span>
            </p>
            <div className={css('sides')}>
              <div>
                <p className={css('why')}>{line.why}</p>
                {line.facts > 0 && (
                  <p className={css('facts')}>{t('clauses.facts', { count: line.facts })}</p>
                )}
              </div>
              <PolicyQuote words={line.words} />
            </div>
          </div>
        </li>
      ))}
    </ul>
  );
}
