import { type ReactNode, useState } from 'react';
import type { AdminScope } from '../../../shared/sync/adminApi.ts';
import { adminPeopleApi } from '../../../shared/sync/adminPeopleApi.ts';
import { adminStationsApi } from '../../../shared/sync/adminStationsApi.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { ListRow, RowList } from '../../components/generic/lists/RowList.tsx';
import { EmptyState } from '../../components/generic/surfaces/EmptyState.tsx';
import { AskedTrouble } from '../asking/AskedTrouble.tsx';
import { useAllPages } from '../asking/useAllPages.ts';
import { goTo, type Place } from '../places/place.ts';
import { PrintedPages } from '../printing/PrintedPages.tsx';
import type { ToPrint } from '../printing/toPrint.ts';
import listStyles from '../records/RecordsScreen.module.css';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';
import { NewPerson } from './NewPerson.tsx';
import { OnePerson } from './OnePerson.tsx';
import { PartsOfPeople } from './PartsOfPeople.tsx';
import styles from './PeopleScreen.module.css';
import { PersonTag } from './PersonTag.tsx';
import { PrintSheet } from './PrintSheet.tsx';
import { isShown, type PersonRow, type Shown, shownStates } from './personRow.ts';
import { WhichAndWhere } from './WhichAndWhere.tsx';

const css = classesOf({ ...listStyles, ...styles });

/** Who works where, and everything that may be done about it; one person beside the list. */
export function PeopleScreen(props: {
  readonly place: Extract<Place, { at: 'people' | 'newPerson' }>;
  readonly scopes: readonly AdminScope[];
}): ReactNode {
  const wording = useOfficeWording();
  const { t, formatNumber, formatList } = wording;
  const { place, scopes } = props;
  const mayRead = scopes.includes('read');
  const mayChange = scopes.includes('people');
  const [typed, type] = useState('');
  const [shown, show] = useState<Shown>('here');
  const [siteId, chooseSite] = useState('all');
  const [isPrinting, print] = useState(false);
  const [printed, setPrinted] = useState<readonly ToPrint[] | null>(null);
  const everybody = useAllPages(mayRead ? path : null, adminPeopleApi.everybody.response);
  const stations = useAllPages(
    mayRead ? adminStationsApi.everyStation.path : null,
    adminStationsApi.everyStation.response,
  );

  if (!mayRead)
    return (
      <div className={css('alone')}>
        <EmptyState title={t('people.noScope')} next={t('people.noScope.next')} icon="lock" />
      </div>
    );
  const { answer } = everybody;
  const pages = answer?.ok ? answer.value : [];
  const people = pages.flatMap((page) => page.people);
  const sites = pages[0]?.sites ?? [];
  const everyStation = stations.answer?.ok ? stations.answer.value : [];
  const found = people.filter((row) => isShown(row, { shown, siteId, typed }));
  const nameOfSite = (id: string) => sites.find((site) => site.id === id)?.name ?? id;
  const nameOfStation = (id: string) =>
    everyStation.flatMap((page) => page.stations).find((one) => one.id === id)?.name ?? id;
  const who = place.at === 'people' ? place.who : null;
  const person = people.find((row) => row.person.id === who);
  const siteOf = (row: PersonRow) => sites.find(({ id }) => id === row.person.siteIds[0]);
  const toPrint = (row: PersonRow) => ({
    name: row.person.name,
    badge: row.person.badge,
    roles: row.person.roles,
    site: nameOfSite(row.person.siteIds[0] ?? ''),
    country: siteOf(row)?.country ?? '',
    languages: siteOf(row)?.languages ?? [],
  });

  return (
    <div
      className={css('screen')}
      data-open={place.at === 'newPerson' || who !== null ? true : undefined}
    >
      <section className={css('list')} aria-label={t('office.people')}>
        <div className={css('head')}>
          <PartsOfPeople open="people" count={answer?.ok ? formatNumber(found.length) : null} />
          <WhichAndWhere
            help={t('people.find.help')}
            typed={typed}
            onType={type}
            states={shownStates.map((key) => ({ key, word: t(`people.shown.${key}`) }))}
            shown={shown}
            onShow={show}
            sites={sites}
            siteId={siteId}
            onChooseSite={chooseSite}
            className={css('filters')}
          />
          {mayChange && (
            <div className={css('acts')}>
              <Button icon="plus" onPress={() => goTo({ at: 'newPerson' })}>
                {t('people.new')}
              </Button>
              <Button icon="printer" isDisabled={found.length === 0} onPress={() => print(true)}>
                {t('print.open')}
              </Button>
            </div>
          )}
        </div>
        {answer && !answer.ok && (
          <AskedTrouble trouble={answer.refusal} onAgain={everybody.again} />
        )}
        {answer?.ok && (
          <RowList<PersonRow>
            label={t('office.people')}
            rows={found}
            keyOf={({ person: { id } }) => id}
            wordsOf={({ person: { name } }) => name}
            chosen={who}
            onOpen={({ person: { id } }) => goTo({ at: 'people', who: id })}
            empty={
              <EmptyState
                size="part"
                title={t(people.length === 0 ? 'people.none' : 'people.noneFound')}
                next={t(people.length === 0 ? 'people.none.next' : 'people.noneFound.next')}
              />
            }
          >
            {(row) => (
              <ListRow
                title={row.person.name}
                under={[
                  formatList(row.person.roles.map((role) => t(`role.${role}`))),
                  formatList(row.person.siteIds.map(nameOfSite)),
                ].join(' · ')}
                end={<PersonTag row={row} />}
              />
            )}
          </RowList>
        )}
      </section>
      <section className={css('record')} aria-label={t('people.one')}>
        {place.at === 'newPerson' && (
          <NewPerson
            sites={sites}
            onMade={everybody.again}
            onPrint={(added, slip) =>
              setPrinted([
                { ...toPrint({ person: added, joinedAt: [], lockedAt: [] }), slip },
                { ...toPrint({ person: added, joinedAt: [], lockedAt: [] }), slip: null },
              ])
            }
          />
        )}
        {place.at === 'people' && person && (
          <OnePerson
            key={person.person.id}
            row={person}
            sites={sites}
            nameOfSite={nameOfSite}
            nameOfStation={nameOfStation}
            mayChange={mayChange}
            onChanged={everybody.again}
            onPrint={(slip) => setPrinted([{ ...toPrint(person), slip }])}
          />
        )}
        {place.at === 'people' && !person && answer?.ok && (
          <EmptyState
            icon={who === null ? 'badge' : 'question'}
            title={t(who === null ? 'people.choose' : 'people.gone')}
            next={t(who === null ? 'people.choose.next' : 'people.gone.next')}
          />
        )}
      </section>
      {isPrinting && (
        <PrintSheet
          people={found.filter((row) => row.person.active)}
          toPrint={toPrint}
          onClose={() => print(false)}
          onPrint={(items) => {
            print(false);
            setPrinted(items);
          }}
        />
      )}
      {printed && <PrintedPages items={printed} onClose={() => setPrinted(null)} />}
    </div>
  );
}

const { path } = adminPeopleApi.everybody;
