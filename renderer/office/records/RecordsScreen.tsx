import { type ReactNode, useEffect, useRef, useState } from 'react';
import { officeKinds } from '../../../shared/office/kinds.ts';
import { scopeOf } from '../../../shared/office/officeApi.ts';
import { Found, officePagePaths } from '../../../shared/office/officePageApi.ts';
import type { AdminScope } from '../../../shared/sync/adminApi.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { Select } from '../../components/generic/fields/Select.tsx';
import { TextField } from '../../components/generic/fields/TextField.tsx';
import { EmptyState } from '../../components/generic/surfaces/EmptyState.tsx';
import { AskedTrouble } from '../asking/AskedTrouble.tsx';
import { useAsked } from '../asking/useAsked.ts';
import { useSettled } from '../form/ReferenceField.tsx';
import { sayKind } from '../form/sayField.ts';
import { goTo, type Place } from '../places/place.ts';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';
import { FoundList, openFound } from './FoundList.tsx';
import { NewRecord } from './NewRecord.tsx';
import { OneRecord } from './OneRecord.tsx';
import styles from './RecordsScreen.module.css';

const css = classesOf(styles);

/** Everything the company said, found in one field; one record beside the list. */
export function RecordsScreen(props: {
  readonly place: Extract<Place, { at: 'records' | 'record' | 'newRecord' }>;
  readonly scopes: readonly AdminScope[];
  /** Goes up when somebody wants to find something: the caret goes to the field. */
  readonly wanted: number;
}): ReactNode {
  const wording = useOfficeWording();
  const { t, formatNumber } = wording;
  const { place, scopes, wanted } = props;
  const field = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (wanted > 0) field.current?.querySelector('input')?.select();
  }, [wanted]);
  const [typed, type] = useState('');
  const words = useSettled(typed);
  const kinds = officeKinds.filter((one) => scopes.includes(scopeOf(one)));
  const about = place.kind === null ? '' : `&kind=${place.kind}`;
  const { answer, again } = useAsked(
    `${officePagePaths.search}?q=${encodeURIComponent(words.trim())}${about}`,
    Found,
  );
  const found = answer?.ok ? answer.value.found : [];
  const isCut = answer?.ok === true && answer.value.cut.length > 0;
  const chosen = place.at === 'record' ? `${place.kind} ${place.ref}` : null;
  const count = answer?.ok ? `${formatNumber(found.length)}${isCut ? '+' : ''}` : null;

  if (kinds.length === 0)
    return (
      <div className={css('alone')}>
        <EmptyState title={t('records.noScope')} next={t('records.noScope.next')} icon="lock" />
      </div>
    );
  return (
    <div className={css('screen')} data-open={place.at === 'records' ? undefined : true}>
      <section className={css('list')} aria-label={t('office.records')}>
        <div className={css('head')}>
          <h1 className={css('title')}>
            {t('office.records')} {count !== null && <span className={css('count')}>{count}</span>}
          </h1>
          <div ref={field}>
            <TextField
              label={t('records.find')}
              help={t('records.find.help')}
              value={typed}
              onChange={type}
              most={200}
              onSubmit={() => {
                // What is typed has not been looked for yet: the first of before is another.
                if (typed === words && found[0]) openFound(found[0]);
              }}
            />
          </div>
          <div className={css('kinds')}>
            <Select
              label={t('records.kind')}
              chosen={place.kind ?? 'all'}
              onChoose={(key) =>
                goTo({ at: 'records', kind: kinds.find((kind) => kind === key) ?? null })
              }
              choices={[
                { key: 'all', word: t('records.kind.all') },
                ...kinds.map((key) => ({ key, word: sayKind(wording, key) })),
              ]}
            />
            {place.kind !== null && (
              <Button
                icon="plus"
                onPress={() =>
                  place.kind && goTo({ at: 'newRecord', kind: place.kind, isFirst: false })
                }
              >
                {t('records.new')}
              </Button>
            )}
          </div>
        </div>
        {answer && !answer.ok && <AskedTrouble trouble={answer.refusal} onAgain={again} />}
        {answer?.ok && (
          <FoundList
            found={answer.value}
            chosen={chosen}
            isOneKind={place.kind !== null}
            empty={
              <EmptyState
                size="part"
                title={t(words === '' ? 'records.none' : 'records.noneFound')}
                next={t(nextOf(words, place.kind !== null))}
              />
            }
          />
        )}
        {isCut && <p className={css('cut')}>{t('records.cut')}</p>}
      </section>
      <section className={css('record')} aria-label={t('records.one')}>
        {place.at === 'records' && (
          <EmptyState
            icon="document"
            title={t('records.choose')}
            next={t(place.kind === null ? 'records.choose.next' : 'records.choose.nextOfKind')}
          />
        )}
        {place.at === 'newRecord' && (
          <NewRecord key={place.kind} kind={place.kind} isFirst={place.isFirst} onMade={again} />
        )}
        {place.at === 'record' && (
          <OneRecord
            key={`${place.kind} ${place.ref}`}
            kind={place.kind}
            reference={place.ref}
            maySeeBank={scopes.includes('refunds')}
            onChanged={again}
          />
        )}
      </section>
    </div>
  );
}

function nextOf(words: string, isOneKind: boolean) {
  if (words !== '') return 'records.noneFound.next';
  return isOneKind ? 'records.choose.nextOfKind' : 'records.none.next';
}
