import { type ReactNode, useState } from 'react';
import { shippedWords } from '../../../shared/policy/policyWords.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import { ListRow, RowList } from '../../components/generic/lists/RowList.tsx';
import { SectionHead } from '../../components/generic/lists/SectionHead.tsx';
import { Table } from '../../components/generic/lists/Table.tsx';
import { SavedMark } from '../../components/generic/marks/SavedMark.tsx';
import { StateMark } from '../../components/generic/marks/StateMark.tsx';
import { EmptyState } from '../../components/generic/surfaces/EmptyState.tsx';
import { ClauseList } from '../../components/returns/ClauseList.tsx';
import { SevenDayBar } from '../../components/returns/deadlines/SevenDayBar.tsx';
import { Identifier } from '../../components/returns/Identifier.tsx';
import { Money } from '../../components/returns/Money.tsx';
import { Particulars } from '../../components/returns/Particulars.tsx';
import { PhotoTile } from '../../components/returns/PhotoTile.tsx';
import { ShotList } from '../../components/returns/ShotList.tsx';
import { useWording } from '../../wording/WordingProvider.tsx';
import styles from './Gallery.module.css';
import { standings } from './standings.ts';
import { words } from './words.ts';

const css = classesOf(styles);
const rows = [
  { key: 'a', standing: standings.late, minor: 1_284_050, article: words.article },
  { key: 'b', standing: standings.urgent, minor: 48_200, article: words.short },
  { key: 'c', standing: standings.soon, minor: 999_999_900, article: words.article },
  { key: 'd', standing: standings.rest, minor: 7_50, article: words.short },
] as const;
const shots = ['label', 'packaging', 'wholeItem', 'defectCloseUp', 'serialPlate'] as const;

export function Lists(): ReactNode {
  const { t } = useWording();
  const [chosen, setChosen] = useState('b');
  const [next, setNext] = useState<string>('wholeItem');
  return (
    <section className={css('section')}>
      <SectionHead title="Lists" count="4" aside={<SavedMark saved="here" />} />
      <RowList
        label={t('mode.desk')}
        rows={rows}
        keyOf={(row) => row.key}
        wordsOf={(row) => row.article}
        onOpen={(row) => setChosen(row.key)}
        chosen={chosen}
      >
        {(row) => (
          <ListRow
            title={row.article}
            under={
              <>
                <Identifier value={words.rma} size="small" /> · {words.client}
              </>
            }
            middle={<SevenDayBar standing={row.standing} />}
            end={<Money minor={row.minor} currency="USD" />}
            endUnder={<StateMark shape="half" tone="active" word={t('state.verdictProposed')} />}
          />
        )}
      </RowList>
      <div className={css('columns')}>
        <div className={css('column')}>
          <Particulars
            items={[
              { name: t('clause.IV-PERIOD'), value: words.client, isWide: true },
              { name: t('health.unsent.number'), value: <Identifier value={words.rma} /> },
              { name: t('fact.unitsCounted'), value: t('unit.EA', { quantity: 12 }) },
              { name: t('fact.handlingUnit'), value: <Identifier value={words.sscc} /> },
              { name: t('resolution.refund'), value: <Money minor={1_284_050} currency="USD" /> },
            ]}
          />
          <Particulars
            look="lines"
            items={[
              { name: t('health.electron'), value: '45.4.1' },
              { name: t('health.keyring'), value: t('health.keyring.os') },
            ]}
          />
          <Table
            caption={t('resolution.refund')}
            columns={[
              {
                key: 'what',
                head: t('health.unsent.what'),
                cell: (row) => row.article,
                isRowHead: true,
              },
              {
                key: 'minor',
                head: t('resolution.refund'),
                align: 'end',
                cell: amountOf,
              },
            ]}
            rows={rows}
            keyOf={(row) => row.key}
            sum={[t('action.done'), <Money key="sum" minor={1_001_332_900} currency="USD" />]}
          />
        </div>
        <div className={css('column')}>
          <ShotList
            shots={shots.map((key, place) => ({
              key,
              word: t(`shot.${key}`),
              taken: place < 2 ? place + 1 : 0,
              isNeeded: key !== 'serialPlate',
            }))}
            next={next}
            onChoose={setNext}
          />
          <ClauseList
            clauses={[
              {
                clause: 'II-QUALITY',
                fired: true,
                name: t('clause.II-QUALITY'),
                why: words.why,
                words: shippedWords('II-QUALITY'),
                facts: 3,
              },
              {
                clause: 'III-REFUND',
                fired: true,
                name: t('clause.III-REFUND'),
                why: words.why,
                words: shippedWords('III-REFUND'),
                facts: 1,
              },
              {
                clause: 'II-TRANSPORT',
                fired: false,
                name: t('clause.II-TRANSPORT'),
                why: words.whyNot,
                words: shippedWords('II-TRANSPORT'),
                facts: 2,
              },
            ]}
            isUnfiredShown
          />
          <div className={css('tiles')}>
            <PhotoTile
              url={words.photo}
              caption={t('shot.packaging')}
              standing="waiting"
              progress={0.4}
              onOpen={() => {}}
            />
            <PhotoTile url={words.photo} caption={t('shot.defectCloseUp')} standing="verified" />
            <PhotoTile url={words.photo} caption={t('shot.label')} standing="discarded" />
            <PhotoTile url={null} caption={t('shot.serialPlate')} standing="fromClient" />
          </div>
          <EmptyState title={t('refused.empty')} next={t('refused.empty.next')} icon="checks" />
        </div>
      </div>
    </section>
  );
}

function amountOf(row: (typeof rows)[number]): ReactNode {
  return <Money minor={row.minor} currency="USD" />;
}
