import { type ReactNode, useState } from 'react';
import type { AdminScope } from '../../../shared/sync/adminApi.ts';
import { adminStationsApi } from '../../../shared/sync/adminStationsApi.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { ListRow, RowList } from '../../components/generic/lists/RowList.tsx';
import { EmptyState } from '../../components/generic/surfaces/EmptyState.tsx';
import { AskedTrouble } from '../asking/AskedTrouble.tsx';
import { useAllPages } from '../asking/useAllPages.ts';
import { PartsOfPeople } from '../people/PartsOfPeople.tsx';
import { WhichAndWhere } from '../people/WhichAndWhere.tsx';
import { goTo, type Place } from '../places/place.ts';
import listStyles from '../records/RecordsScreen.module.css';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';
import { EnrolStation } from './EnrolStation.tsx';
import { OneStation } from './OneStation.tsx';
import { StationMarks } from './StationMarks.tsx';
import styles from './Stations.module.css';
import { isCalled, type StationRow } from './stationRow.ts';
import { useMinute } from './useMinute.ts';

const css = classesOf({ ...listStyles, ...styles });
const { path, response } = adminStationsApi.everyStation;
const states = ['inUse', 'revoked', 'all'] as const;

/** Every station: heard when, with what unsent; one of them beside the list, or a new one enrolled. */
export function StationsScreen(props: {
  readonly place: Extract<Place, { at: 'stations' | 'newStation' }>;
  readonly scopes: readonly AdminScope[];
}): ReactNode {
  const { t, formatNumber, formatRelative } = useOfficeWording();
  const { place, scopes } = props;
  const mayRead = scopes.includes('read');
  const mayEnrol = scopes.includes('enrol');
  const [typed, type] = useState('');
  const [shown, show] = useState<(typeof states)[number]>('inUse');
  const [siteId, chooseSite] = useState('all');
  const { answer, again } = useAllPages(mayRead ? path : null, response);
  const now = useMinute(again);

  if (!mayRead)
    return (
      <div className={css('alone')}>
        <EmptyState title={t('stations.noScope')} next={t('stations.noScope.next')} icon="lock" />
      </div>
    );
  const pages = answer?.ok ? answer.value : [];
  const stations = pages.flatMap((page) => page.stations);
  const sites = pages[0]?.sites ?? [];
  const isShown = (one: StationRow) =>
    (shown === 'all' || (one.revokedAt === null) === (shown === 'inUse')) &&
    (siteId === 'all' || one.siteId === siteId) &&
    isCalled(one, typed);
  const found = stations.filter(isShown);
  const nameOfSite = (id: string) => sites.find((site) => site.id === id)?.name ?? id;
  const which = place.at === 'stations' ? place.which : null;
  const station = stations.find(({ id }) => id === which);
  const heard = ({ lastContactAt }: StationRow) =>
    lastContactAt === null
      ? t('stations.never')
      : formatRelative(lastContactAt, new Date(now).toISOString());

  return (
    <div
      className={css('screen')}
      data-open={place.at === 'newStation' || which !== null ? true : undefined}
    >
      <section className={css('list')} aria-label={t('people.part.stations')}>
        <div className={css('head')}>
          <PartsOfPeople open="stations" count={answer?.ok ? formatNumber(found.length) : null} />
          <WhichAndWhere
            help={t('stations.find.help')}
            typed={typed}
            onType={type}
            states={states.map((key) => ({ key, word: t(`stations.shown.${key}`) }))}
            shown={shown}
            onShow={show}
            sites={sites}
            siteId={siteId}
            onChooseSite={chooseSite}
            className={css('filters')}
          />
          {mayEnrol && (
            <div>
              <Button icon="plus" onPress={() => goTo({ at: 'newStation' })}>
                {t('stations.new')}
              </Button>
            </div>
          )}
        </div>
        {answer && !answer.ok && <AskedTrouble trouble={answer.refusal} onAgain={again} />}
        {answer?.ok && (
          <RowList<StationRow>
            label={t('people.part.stations')}
            rows={found}
            keyOf={({ id }) => id}
            wordsOf={({ name }) => name}
            chosen={which}
            onOpen={({ id }) => goTo({ at: 'stations', which: id })}
            empty={
              <EmptyState
                size="part"
                title={t('stations.none')}
                next={t(mayEnrol ? 'stations.none.next' : 'stations.none.scope')}
              />
            }
          >
            {(one) => (
              <ListRow
                title={one.name}
                under={[nameOfSite(one.siteId), heard(one)].join(' · ')}
                end={<StationMarks station={one} now={now} isShort />}
              />
            )}
          </RowList>
        )}
      </section>
      <section className={css('record')} aria-label={t('stations.one')}>
        {place.at === 'newStation' && answer?.ok && (
          <EnrolStation
            sites={sites}
            stations={stations}
            mayEnrol={mayEnrol}
            onLook={again}
            onRevoked={again}
          />
        )}
        {place.at === 'stations' && station && (
          <OneStation
            key={station.id}
            station={station}
            site={nameOfSite(station.siteId)}
            heard={heard(station)}
            now={now}
            mayEnrol={mayEnrol}
            onChanged={again}
          />
        )}
        {place.at === 'stations' && !station && answer?.ok && (
          <EmptyState
            icon={which === null ? 'station' : 'question'}
            title={t(which === null ? 'stations.choose' : 'stations.gone')}
            next={t(which === null ? 'stations.choose.next' : 'stations.gone.next')}
          />
        )}
      </section>
    </div>
  );
}
