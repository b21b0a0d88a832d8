import { type ReactNode, useState } from 'react';
import { writeExternalId } from '../../../shared/office/externalId.ts';
import { History, officeRoot } from '../../../shared/office/officeApi.ts';
import { Found, officePagePaths } from '../../../shared/office/officePageApi.ts';
import { adminPeopleApi } from '../../../shared/sync/adminPeopleApi.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { Checkbox } from '../../components/generic/fields/Checkbox.tsx';
import { Notice } from '../../components/generic/surfaces/Notice.tsx';
import { Identifier } from '../../components/returns/Identifier.tsx';
import { Particulars } from '../../components/returns/Particulars.tsx';
import { ReasonSheet } from '../asking/ReasonSheet.tsx';
import { useAsked } from '../asking/useAsked.ts';
import { addressOf } from '../places/place.ts';
import type { Slip } from '../printing/toPrint.ts';
import recordStyles from '../records/OneRecord.module.css';
import { RecordHistory } from '../records/RecordHistory.tsx';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';
import { ChangePerson } from './ChangePerson.tsx';
import { KeysOfPerson } from './KeysOfPerson.tsx';
import { PersonTag } from './PersonTag.tsx';
import { type PersonRow, type SiteRow, stateOf } from './personRow.ts';
import { SlipShown } from './SlipShown.tsx';

const css = classesOf(recordStyles);
type Act = 'leave' | 'back' | 'slip' | 'unlock';

/** Somebody as they are: what they may do and where, where they joined, and what was said of them. */
export function OnePerson(props: {
  readonly row: PersonRow;
  readonly sites: readonly SiteRow[];
  readonly nameOfSite: (id: string) => string;
  readonly nameOfStation: (id: string) => string;
  readonly mayChange: boolean;
  readonly onChanged: () => void;
  readonly onPrint: (slip: Slip | null) => void;
}): ReactNode {
  const { t, formatList } = useOfficeWording();
  const { row, nameOfSite, nameOfStation, mayChange } = props;
  const { person } = row;
  const [isEdited, edit] = useState(false);
  const [act, choose] = useState<Act | null>(null);
  const [slip, setSlip] = useState<Slip | null>(null);
  const record = useRecordOf(mayChange ? person.id : null);
  const done = () => {
    choose(null);
    record.again();
    props.onChanged();
  };
  const isLocked = stateOf(row) === 'locked';
  const stations = (ids: readonly string[]) => formatList([...new Set(ids)].map(nameOfStation));

  return (
    <article className={css('record')}>
      <header className={css('head')}>
        <div>
          <p className={css('kind')}>
            <a className={css('back')} href={addressOf({ at: 'people', who: null })}>
              {t('people.part.people')}
            </a>
            <PersonTag row={row} />
          </p>
          <h2 className={css('title')}>{person.name}</h2>
        </div>
        {mayChange && !isEdited && (
          <div className={css('acts')}>
            {person.active ? (
              <>
                <Button onPress={() => choose('leave')}>{t('people.leave')}</Button>
                <Button icon="printer" onPress={() => props.onPrint(null)}>
                  {t('people.badge')}
                </Button>
                <Button icon="key" onPress={() => choose('slip')}>
                  {t(row.joinedAt.length === 0 ? 'people.slip' : 'people.newPin')}
                </Button>
                <Button look="primary" onPress={() => edit(true)}>
                  {t('records.edit')}
                </Button>
              </>
            ) : (
              <Button look="primary" onPress={() => choose('back')}>
                {t('people.back')}
              </Button>
            )}
          </div>
        )}
      </header>
      {isLocked && (
        <Notice
          tone="warning"
          icon="lock"
          title={t('people.locked', { where: stations(row.lockedAt) })}
          {...(mayChange && {
            actions: <Button onPress={() => choose('unlock')}>{t('people.unlock')}</Button>,
          })}
        >
          {t('people.locked.next')}
        </Notice>
      )}
      {slip && <SlipShown name={person.name} slip={slip} onPrint={() => props.onPrint(slip)} />}
      {isEdited ? (
        <ChangePerson
          person={person}
          sites={props.sites}
          onCancel={() => edit(false)}
          onSaved={() => {
            edit(false);
            done();
          }}
        />
      ) : (
        <>
          <Particulars
            items={[
              {
                name: t('people.badge'),
                value: <Identifier value={person.badge} isPlain />,
              },
              {
                name: t('people.roles'),
                value: formatList(person.roles.map((role) => t(`role.${role}`))),
              },
              { name: t('people.sites'), value: formatList(person.siteIds.map(nameOfSite)) },
              {
                name: t('people.joinedAt'),
                value:
                  row.joinedAt.length === 0 ? t('people.joinedAt.none') : stations(row.joinedAt),
                isWide: true,
              },
            ]}
          />
          {mayChange && (
            <KeysOfPerson
              id={person.id}
              name={person.name}
              nameOfStation={nameOfStation}
              onChanged={props.onChanged}
            />
          )}
          {record.changes && <RecordHistory kind="people" changes={record.changes} />}
        </>
      )}
      {act && (
        <ActSheet
          act={act}
          row={row}
          onClose={() => choose(null)}
          onSlip={(made) => {
            setSlip(made);
            done();
          }}
          onDone={done}
        />
      )}
    </article>
  );
}

/** What the office has on record of somebody, by our id. */
function useRecordOf(id: string | null) {
  const query =
    id === null ? null : `${officePagePaths.search}?kind=people&q=${encodeURIComponent(id)}`;
  const { answer } = useAsked(query, Found);
  const found = answer?.ok ? answer.value.found.find(({ ownId }) => ownId === id) : undefined;
  const path = found ? `${officeRoot}/people/${writeExternalId(found)}/history` : null;
  const history = useAsked(path, History);
  return {
    changes: history.answer?.ok ? history.answer.value.changes : null,
    again: history.again,
  };
}

function ActSheet(props: {
  readonly act: Act;
  readonly row: PersonRow;
  readonly onClose: () => void;
  readonly onSlip: (slip: Slip) => void;
  readonly onDone: () => void;
}): ReactNode {
  const { t } = useOfficeWording();
  const { act, row, onClose, onDone } = props;
  const { id, name } = row.person;
  const [isStolen, steal] = useState(false);
  const common = { title: t(`people.${act}.title`, { name }), onClose };
  const at = (path: string) => path.replace(':id', encodeURIComponent(id));
  const { leave, back, slip, unlock } = routes;
  switch (act) {
    case 'leave':
      return (
        <ReasonSheet
          {...common}
          verb={t('people.leave')}
          look="danger"
          path={at(leave.path)}
          body={{ why: isStolen ? 'compromised' : 'left' }}
          response={leave.response}
          onDone={onDone}
        >
          <p>{t('people.leave.lead')}</p>
          <Checkbox isChecked={isStolen} onChange={steal} hint={t('people.leave.stolen.hint')}>
            {t('people.leave.stolen')}
          </Checkbox>
        </ReasonSheet>
      );
    case 'back':
      return (
        <ReasonSheet
          {...common}
          verb={t('people.back')}
          path={at(back.path)}
          body={{ active: true }}
          response={back.response}
          onDone={onDone}
        >
          <p>{t('people.back.lead')}</p>
        </ReasonSheet>
      );
    case 'slip':
      return (
        <ReasonSheet
          {...common}
          verb={t('people.slip.make')}
          path={at(slip.path)}
          response={slip.response}
          onDone={props.onSlip}
        >
          <p>{t('people.slip.lead')}</p>
        </ReasonSheet>
      );
    case 'unlock':
      return (
        <ReasonSheet
          {...common}
          verb={t('people.unlock')}
          path={at(unlock.path)}
          response={unlock.response}
          onDone={onDone}
        >
          <p>{t('people.unlock.lead')}</p>
        </ReasonSheet>
      );
    default:
      return act satisfies never;
  }
}

const routes = {
  leave: adminPeopleApi.personLeaves,
  back: adminPeopleApi.changePerson,
  slip: adminPeopleApi.joiningSlip,
  unlock: adminPeopleApi.unlockPerson,
};
