import { Fragment, type ReactNode, useState } from 'react';
import { type ClauseId, clauseIds } from '../../../shared/facts/policyText.ts';
import type { PolicyBody } from '../../../shared/office/bodies/terms.ts';
import { shippedWords } from '../../../shared/policy/policyWords.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { SectionHead } from '../../components/generic/lists/SectionHead.tsx';
import { Identifier } from '../../components/returns/Identifier.tsx';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';
import styles from './ComparedWords.module.css';
import { type Run, wordsChanged } from './wordsChanged.ts';

const css = classesOf(styles);

type Said = { readonly language: string; readonly words: string };
type Body = Pick<PolicyBody, 'text'>;

function saidIn({ text }: Body, clause: ClauseId): Said {
  if (text) return { language: text.language, words: text.clauses[clause] };
  const { language, sentences } = shippedWords(clause);
  return { language, words: sentences.join('\n') };
}

/** The words of an edition clause by clause, those it has otherwise than another beside that one's. */
export function ComparedWords(props: {
  readonly body: Body;
  /** Null: it stands alone. */
  readonly base: Body | null;
}): ReactNode {
  const { t, tag } = useOfficeWording();
  const { body, base } = props;
  const [isWhole, showWhole] = useState(false);
  const clauses = clauseIds.map((clause) => ({
    clause,
    here: saidIn(body, clause),
    there: base && saidIn(base, clause),
  }));
  const alike = clauses.filter(({ here, there }) => there?.words === here.words);
  const shown = isWhole || base === null ? clauses : clauses.filter((one) => !alike.includes(one));
  return (
    <section className={css('part')}>
      <SectionHead level={2} title={t('clauses.words')} />
      <p className={css('lead')}>
        {body.text
          ? t('policy.words.own', { language: languageIn(tag, body.text.language) })
          : t('policy.words.shipped')}
      </p>
      {shown.length > 0 && (
        <ul className={css('clauses')}>
          {shown.map((one) => (
            <Clause key={one.clause} {...one} />
          ))}
        </ul>
      )}
      {alike.length > 0 && (
        <div className={css('alike')}>
          <p className={css('lead')}>{t('policy.words.same', { count: alike.length })}</p>
          <Button
            look="bare"
            icon={isWhole ? 'chevronUp' : 'chevronDown'}
            isExpanded={isWhole}
            onPress={() => showWhole(!isWhole)}
          >
            {t(isWhole ? 'policy.words.hideSame' : 'policy.words.showSame')}
          </Button>
        </div>
      )}
    </section>
  );
}

function Clause(props: {
  readonly clause: ClauseId;
  readonly here: Said;
  readonly there: Said | null;
}): ReactNode {
  const { t } = useOfficeWording();
  const { clause, here, there } = props;
  const isOther = there !== null && there.words !== here.words;
  const runs = isOther ? wordsChanged(there.words, here.words) : null;
  return (
    <li className={css('clause')}>
      <h3 className={css('head')}>
        <Identifier value={clause} size="small" /> {t(`clause.${clause}`)}
      </h3>
      {runs && there ? (
        <div className={css('sides')}>
          <figure>
            <figcaption>{t('policy.compared.there')}</figcaption>
            <Words language={there.language} runs={runs.before} own="del" />
          </figure>
          <figure>
            <figcaption>{t('policy.compared.here')}</figcaption>
            <Words language={here.language} runs={runs.after} own="ins" />
          </figure>
        </div>
      ) : (
        <Words language={here.language} runs={[{ words: here.words, isOwn: false }]} own="ins" />
      )}
    </li>
  );
}

/** What one side has alone is marked by more than its colour. */
function Words(props: {
  readonly language: string;
  readonly runs: readonly Run[];
  readonly own: 'del' | 'ins';
}): ReactNode {
  const Own = props.own;
  return (
    <blockquote className={css('words')} lang={props.language} dir="auto" translate="no">
      {props.runs.map(({ words, isOwn }, at) => (
        // Runs are what they are by their place.
        // oxlint-disable-next-line react/no-array-index-key
        <Fragment key={at}>{isOwn ? <Own>{words}</Own> : words}</Fragment>
      ))}
    </blockquote>
  );
}

function languageIn(tag: string, language: string): string {
  try {
    return new Intl.DisplayNames([tag], { type: 'language' }).of(language) ?? language;
  } catch {
    return language;
  }
}
