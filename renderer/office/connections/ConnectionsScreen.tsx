import { type ReactNode, useState } from 'react';
import type { AdminScope } from '../../../shared/sync/adminApi.ts';
import { connectionApi } from '../../../shared/sync/connectionApi.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { Checkbox } from '../../components/generic/fields/Checkbox.tsx';
import { ListRow, RowList } from '../../components/generic/lists/RowList.tsx';
import { EmptyState } from '../../components/generic/surfaces/EmptyState.tsx';
import { AskedTrouble } from '../asking/AskedTrouble.tsx';
import { useAsked } from '../asking/useAsked.ts';
import { goTo, type Place } from '../places/place.ts';
import listStyles from '../records/RecordsScreen.module.css';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';
import { ConnectionMarks } from './ConnectionMarks.tsx';
import styles from './Connections.module.css';
import type { ConnectionRow, IssuedKey } from './connectionRow.ts';
import { NewConnection } from './NewConnection.tsx';
import { OneConnection } from './OneConnection.tsx';
import { PaymentSystem } from './PaymentSystem.tsx';

const css = classesOf({ ...listStyles, ...styles });
const { path, response } = connectionApi.connections;

/** The company's systems that speak to central: their keys, and how it goes. */
export function ConnectionsScreen(props: {
  readonly place: Extract<Place, { at: 'connections' | 'newConnection' }>;
  readonly scopes: readonly AdminScope[];
}): ReactNode {
  const { t, formatNumber, formatList } = useOfficeWording();
  const { place } = props;
  const mayRead = props.scopes.includes('administrators');
  const [isAlsoRetired, showRetired] = useState(false);
  /** Shown once, beside whose it is. */
  const [issued, setIssued] = useState<(IssuedKey & { readonly id: string }) | null>(null);
  const { answer, again } = useAsked(mayRead ? path : null, response);

  if (!mayRead)
    return (
      <div className={css('alone')}>
        <EmptyState
          title={t('connections.noScope')}
          next={t('connections.noScope.next')}
          icon="lock"
        />
      </div>
    );
  const { connections, sites } = answer?.ok ? answer.value : { connections: [], sites: [] };
  const found = connections.filter(({ retiredAt }) => isAlsoRetired || retiredAt === null);
  const which = place.at === 'connections' ? place.which : null;
  const connection = connections.find(({ id }) => id === which);
  const where = ({ siteIds }: ConnectionRow) =>
    siteIds === null
      ? t('connections.company')
      : formatList(siteIds.map((id) => sites.find((site) => site.id === id)?.name ?? id));

  return (
    <div
      className={css('screen')}
      data-open={place.at === 'newConnection' || which !== null ? true : undefined}
    >
      <section className={css('list')} aria-label={t('office.connections')}>
        <div className={css('head')}>
          <h1 className={css('title')}>
            {t('office.connections')}{' '}
            {answer?.ok && <span className={css('count')}>{formatNumber(found.length)}</span>}
          </h1>
          <p className={css('lead')}>{t('connections.lead')}</p>
          <div className={css('acts')}>
            <Button icon="plus" onPress={() => goTo({ at: 'newConnection' })}>
              {t('connections.new')}
            </Button>
            <Checkbox isChecked={isAlsoRetired} onChange={showRetired}>
              {t('connections.alsoRetired')}
            </Checkbox>
          </div>
        </div>
        {answer && !answer.ok && <AskedTrouble trouble={answer.refusal} onAgain={again} />}
        {answer?.ok && (
          <RowList<ConnectionRow>
            label={t('office.connections')}
            rows={found}
            keyOf={({ id }) => id}
            wordsOf={({ name }) => name}
            chosen={which}
            onOpen={({ id }) => goTo({ at: 'connections', which: id })}
            empty={
              <EmptyState
                size="part"
                title={t('connections.none')}
                next={t('connections.none.next')}
              />
            }
          >
            {(one) => (
              <ListRow
                title={one.name}
                under={[
                  formatList(one.scopes.map((scope) => t(`scope.${scope}`))),
                  where(one),
                ].join(' · ')}
                end={<ConnectionMarks connection={one} isShort />}
              />
            )}
          </RowList>
        )}
        {answer?.ok && <PaymentSystem payments={answer.value.payments} />}
      </section>
      <section className={css('record')} aria-label={t('connections.one')}>
        {place.at === 'newConnection' && answer?.ok && (
          <NewConnection
            sites={sites}
            onMade={(id, key) => {
              setIssued({ ...key, id });
              again();
              goTo({ at: 'connections', which: id });
            }}
          />
        )}
        {connection && (
          <OneConnection
            key={connection.id}
            connection={connection}
            sites={sites}
            where={where(connection)}
            issued={issued?.id === connection.id ? issued : null}
            onIssued={(key) => setIssued({ ...key, id: connection.id })}
            onChanged={again}
          />
        )}
        {place.at === 'connections' && !connection && answer?.ok && (
          <EmptyState
            icon={which === null ? 'key' : 'question'}
            title={t(which === null ? 'connections.choose' : 'connections.gone')}
            next={t(which === null ? 'connections.choose.next' : 'connections.gone.next')}
          />
        )}
      </section>
    </div>
  );
}
