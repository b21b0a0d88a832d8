import type { ReactNode } from 'react';
import type { z } from 'zod';
import type { OfficeKind } from '../../../shared/office/kinds.ts';
import type { History } from '../../../shared/office/officeApi.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import { SectionHead } from '../../components/generic/lists/SectionHead.tsx';
import { Table } from '../../components/generic/lists/Table.tsx';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';
import styles from './OneRecord.module.css';
import { type Difference, readBody, whatChanged } from './readBody.ts';

const css = classesOf(styles);
type Change = z.output<typeof History>['changes'][number];

/** Who said what, when and why; the newest first, each with what it changed. */
export function RecordHistory(props: {
  readonly kind: OfficeKind;
  readonly changes: readonly Change[];
}): ReactNode {
  const wording = useOfficeWording();
  const { t, formatNumber } = wording;
  const { changes, kind } = props;
  const told = changes.map((change, at) => ({
    change,
    differences:
      at === 0 || change.outcome === 'withdrawn'
        ? []
        : whatChanged(
            readBody(wording, kind, changes[at - 1]?.body),
            readBody(wording, kind, change.body),
          ),
  }));
  return (
    <section>
      <SectionHead
        title={t('records.history')}
        level={2}
        {...(changes.length > 0 && { count: formatNumber(changes.length) })}
      />
      <ol className={css('changes')}>
        {told.toReversed().map(({ change, differences }) => (
          <li key={change.version} className={css('change')}>
            <span className={css('version')}>{change.version}</span>
            <OneChange change={change} differences={differences} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function OneChange(props: {
  readonly change: Change;
  readonly differences: readonly Difference[];
}): ReactNode {
  const { t, formatDate } = useOfficeWording();
  const { change, differences } = props;
  return (
    <div className={css('did')}>
      <p className={css('who')}>
        {t(`records.did.${change.outcome}`, {
          who: change.by,
          when: formatDate(change.at, 'moment'),
        })}
      </p>
      <p className={css('reason')}>{change.reason}</p>
      {differences.length > 0 && <Differences differences={differences} />}
    </div>
  );
}

/** What was said before and after, line by line. */
export function Differences(props: { readonly differences: readonly Difference[] }): ReactNode {
  const { t } = useOfficeWording();
  return (
    <Table<Difference>
      caption={t('records.differences')}
      isCaptionHidden
      rows={props.differences}
      keyOf={({ path }) => path}
      columns={[
        { key: 'what', head: t('records.what'), cell: ({ label }) => label, isRowHead: true },
        {
          key: 'before',
          head: t('records.before'),
          cell: beforeCell,
        },
        { key: 'after', head: t('records.after'), cell: ({ after }) => after ?? '–' },
      ]}
    />
  );
}

function beforeCell({ before }: Difference): ReactNode {
  return before === null ? '–' : <span className={css('before')}>{before}</span>;
}
