import { type ReactNode, useState } from 'react';
import type { PolicyBody } from '../../../shared/office/bodies/terms.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Select } from '../../components/generic/fields/Select.tsx';
import { SectionHead } from '../../components/generic/lists/SectionHead.tsx';
import { Table } from '../../components/generic/lists/Table.tsx';
import { type Difference, readBody, whatChanged } from '../records/readBody.ts';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';
import { ComparedWords } from './ComparedWords.tsx';
import { clauseOf } from './clauseOf.ts';
import type { Edition } from './editions.ts';
import styles from './Policy.module.css';

const css = classesOf(styles);

/** What an edition says otherwise than another, in its numbers and in its words. */
export function Compared(props: {
  readonly edition: Edition;
  readonly editions: readonly Edition[];
  /** Held against this one first; null: nothing was before it. */
  readonly first: Edition | null;
}): ReactNode {
  const wording = useOfficeWording();
  const { t } = wording;
  const { edition } = props;
  const others = props.editions.filter(({ ref }) => ref !== edition.ref);
  const [chosen, choose] = useState(props.first?.ref ?? others[0]?.ref ?? null);
  const base = others.find(({ ref }) => ref === chosen) ?? null;
  const here = readBody(wording, 'policies', withoutWords(edition.body));
  const there = base === null ? [] : readBody(wording, 'policies', withoutWords(base.body));
  const differences = base === null ? [] : whatChanged(there, here);
  const alike = here.length - differences.filter(({ after }) => after !== null).length;
  return (
    <>
      <section className={css('part')}>
        <SectionHead level={2} title={t('policy.compared')} />
        {base === null ? (
          <p className={css('lead')}>{t('policy.compared.alone')}</p>
        ) : (
          <>
            <div className={css('base')}>
              <Select<string>
                label={t('policy.compared.with')}
                chosen={base.ref}
                onChoose={choose}
                choices={others.map(({ ref, record, body }) => ({
                  key: ref,
                  word: `${body.title} · ${record.id}`,
                  hint: t('policy.from', {
                    when: wording.formatDate(body.effectiveFrom, 'dayWithYear'),
                  }),
                }))}
              />
            </div>
            {differences.length > 0 && <Differences differences={differences} />}
            <p className={css('lead')}>
              {t(differences.length === 0 ? 'policy.compared.same' : 'policy.compared.alike', {
                count: alike,
              })}
            </p>
          </>
        )}
      </section>
      <ComparedWords key={base?.ref ?? ''} body={edition.body} base={base?.body ?? null} />
    </>
  );
}

/** Those are read beside each other by themselves. */
function withoutWords({ text: _text, ...body }: PolicyBody): Omit<PolicyBody, 'text'> {
  return body;
}

function Differences(props: { readonly differences: readonly Difference[] }): ReactNode {
  const { t } = useOfficeWording();
  return (
    <Table<Difference>
      caption={t('policy.compared.caption')}
      isCaptionHidden
      rows={props.differences}
      keyOf={({ path }) => path}
      columns={[
        {
          key: 'what',
          head: t('policy.compared.what'),
          isRowHead: true,
          cell: ({ label }) => label,
        },
        { key: 'clause', head: t('policy.compared.clause'), cell: clauseCell },
        { key: 'before', head: t('policy.compared.there'), cell: ({ before }) => before ?? '–' },
        { key: 'after', head: t('policy.compared.here'), cell: ({ after }) => after ?? '–' },
      ]}
    />
  );
}

function clauseCell({ path }: Difference): ReactNode {
  return <span translate="no">{clauseOf(path) ?? '–'}</span>;
}
