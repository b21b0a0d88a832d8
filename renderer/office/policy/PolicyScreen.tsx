import { type ReactNode, useState } from 'react';
import { officeRoot, RecordPage } from '../../../shared/office/officeApi.ts';
import type { Session } from '../../../shared/sync/signInApi.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { ListRow, RowList } from '../../components/generic/lists/RowList.tsx';
import { EmptyState } from '../../components/generic/surfaces/EmptyState.tsx';
import { AskedTrouble } from '../asking/AskedTrouble.tsx';
import { usePages } from '../asking/usePages.ts';
import { goTo, type Place } from '../places/place.ts';
import styles from '../refunds/RefundsScreen.module.css';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';
import { EditionTag } from './EditionTag.tsx';
import { chosenOf, type Edition, editionsOf, inForceOn } from './editions.ts';
import { OneEdition } from './OneEdition.tsx';

const css = classesOf(styles);
const path = `${officeRoot}/policies?limit=100`;

/** The policy's editions: which is in force, which is to come, and what a draft would change. */
export function PolicyScreen(props: {
  readonly place: Extract<Place, { at: 'policy' }>;
  readonly administrator: Session['administrator'];
}): ReactNode {
  const { t } = useOfficeWording();
  const { administrator, place } = props;
  const mayRead = administrator.scopes.includes('policy');
  const { pages, trouble, isAsking, more, again } = usePages(mayRead ? path : null, RecordPage);
  const editions = editionsOf(pages?.flatMap(({ records }) => records) ?? []);
  const chosen = chosenOf(editions, place.ref);
  const [today] = useState(() => new Date().toISOString().slice(0, 10));
  const inForce = inForceOn(editions, today);

  if (!mayRead)
    return (
      <div className={css('alone')}>
        <EmptyState title={t('policy.noScope')} next={t('refunds.noScope.next')} icon="lock" />
      </div>
    );
  return (
    <div className={css('screen')} data-open={chosen === null ? undefined : true}>
      <section className={css('list')} aria-label={t('office.policy')}>
        <div className={css('head')}>
          <h1 className={css('title')}>{t('office.policy')}</h1>
          <div>
            <Button
              icon="plus"
              onPress={() => goTo({ at: 'newRecord', kind: 'policies', isFirst: false })}
            >
              {t('policy.new')}
            </Button>
          </div>
        </div>
        {trouble && <AskedTrouble trouble={trouble} onAgain={again} />}
        {pages && (
          <RowList<Edition>
            label={t('policy.editions')}
            rows={editions}
            keyOf={({ ref }) => ref}
            wordsOf={({ body, record }) => `${body.title} ${record.id}`}
            chosen={chosen?.ref ?? null}
            onOpen={({ ref }) => goTo({ at: 'policy', ref })}
            empty={<EmptyState size="part" title={t('policy.none')} next={t('policy.none.next')} />}
          >
            {(edition) => (
              <EditionRow edition={edition} isInForce={edition === inForce} today={today} />
            )}
          </RowList>
        )}
        {more && (
          <div className={css('more')}>
            <Button onPress={more} isPending={isAsking}>
              {t('refunds.more')}
            </Button>
          </div>
        )}
      </section>
      <section className={css('record')} aria-label={t('policy.one')}>
        {chosen === null ? (
          <EmptyState icon="gavel" title={t('policy.choose')} next={t('policy.choose.next')} />
        ) : (
          <OneEdition
            key={chosen.ref}
            edition={chosen}
            editions={editions}
            isInForce={chosen === inForce}
            today={today}
            me={administrator}
            onChanged={again}
          />
        )}
      </section>
    </div>
  );
}

function EditionRow(props: {
  readonly edition: Edition;
  readonly isInForce: boolean;
  readonly today: string;
}): ReactNode {
  const { t, formatDate } = useOfficeWording();
  const { record, body } = props.edition;
  return (
    <ListRow
      title={body.title}
      under={
        <>
          <span translate="no">{record.id}</span> ·{' '}
          {t('policy.from', { when: formatDate(body.effectiveFrom, 'dayWithYear') })}
        </>
      }
      end={<EditionTag {...props} />}
    />
  );
}
