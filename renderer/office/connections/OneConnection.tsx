import { type ReactNode, useState } from 'react';
import { connectionApi } from '../../../shared/sync/connectionApi.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { Select } from '../../components/generic/fields/Select.tsx';
import { Particulars } from '../../components/returns/Particulars.tsx';
import { ReasonSheet } from '../asking/ReasonSheet.tsx';
import { addressOf } from '../places/place.ts';
import recordStyles from '../records/OneRecord.module.css';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';
import { CallsOf } from './CallsOf.tsx';
import { ChangeConnection } from './ChangeConnection.tsx';
import { ConnectionMarks } from './ConnectionMarks.tsx';
import styles from './Connections.module.css';
import {
  type ConnectionRow,
  type ConnectionSite,
  type IssuedKey,
  pathOf,
} from './connectionRow.ts';
import { type DaysGood, daysGood } from './daysGood.ts';
import { KeyShown } from './KeyShown.tsx';
import { KeysOf } from './KeysOf.tsx';

const css = classesOf({ ...recordStyles, ...styles });
type Act =
  | { readonly kind: 'retire' }
  | { readonly kind: 'add' }
  | { readonly kind: 'end'; readonly key: string };

/** One connection: what it may, its keys, and what it asked last. */
export function OneConnection(props: {
  readonly connection: ConnectionRow;
  readonly sites: readonly ConnectionSite[];
  readonly where: string;
  readonly issued: IssuedKey | null;
  readonly onIssued: (key: IssuedKey) => void;
  readonly onChanged: () => void;
}): ReactNode {
  const { t, formatDate, formatList, formatNumber } = useOfficeWording();
  const { connection, issued, onChanged } = props;
  const { id, name, keys, calls, retiredAt } = connection;
  const [isEdited, edit] = useState(false);
  const [act, choose] = useState<Act | null>(null);
  const done = () => {
    choose(null);
    onChanged();
  };
  return (
    <article className={css('record')}>
      <header className={css('head')}>
        <div>
          <p className={css('kind')}>
            <a className={css('back')} href={addressOf({ at: 'connections', which: null })}>
              {t('office.connections')}
            </a>
            <ConnectionMarks connection={connection} />
          </p>
          <h2 className={css('title')}>{name}</h2>
          <p className={css('number')}>
            <span translate="no">{id}</span>
          </p>
        </div>
        {retiredAt === null && !isEdited && (
          <div className={css('acts')}>
            <Button onPress={() => choose({ kind: 'retire' })}>{t('connections.retire')}</Button>
            <Button look="primary" onPress={() => edit(true)}>
              {t('records.edit')}
            </Button>
          </div>
        )}
      </header>
      {issued && <KeyShown issued={issued} />}
      {isEdited ? (
        <ChangeConnection
          connection={connection}
          sites={props.sites}
          onCancel={() => edit(false)}
          onSaved={() => {
            edit(false);
            onChanged();
          }}
        />
      ) : (
        <>
          <Particulars
            items={[
              {
                name: t('connections.may'),
                value: formatList(connection.scopes.map((scope) => t(`scope.${scope}`))),
              },
              { name: t('connections.where'), value: props.where },
              {
                name: t('connections.appointed'),
                value: `${connection.appointedBy}, ${formatDate(connection.appointedAt, 'dayWithYear')}`,
              },
              {
                name: t('connections.calls.last'),
                value:
                  calls.lastAt === null
                    ? t('connections.never')
                    : formatDate(calls.lastAt, 'moment'),
              },
            ]}
          />
          {retiredAt === null && (
            <KeysOf
              keys={keys}
              onAdd={() => choose({ kind: 'add' })}
              onEnd={(key) => choose({ kind: 'end', key })}
            />
          )}
          <CallsOf
            id={id}
            onLook={onChanged}
            count={t('connections.calls.count', {
              all: formatNumber(calls.all),
              refused: formatNumber(calls.refused),
            })}
          />
        </>
      )}
      {act && (
        <ActSheet
          act={act}
          connection={connection}
          onClose={() => choose(null)}
          onDone={done}
          onIssued={(key) => {
            props.onIssued(key);
            done();
          }}
        />
      )}
    </article>
  );
}

function ActSheet(props: {
  readonly act: Act;
  readonly connection: ConnectionRow;
  readonly onClose: () => void;
  readonly onDone: () => void;
  readonly onIssued: (key: IssuedKey) => void;
}): ReactNode {
  const { t } = useOfficeWording();
  const { act, onClose, onDone } = props;
  const { id, name } = props.connection;
  const [days, setDays] = useState<DaysGood>('90');
  const { retireConnection, addConnectionKey, endConnectionKey } = connectionApi;
  switch (act.kind) {
    case 'retire':
      return (
        <ReasonSheet
          title={t('connections.retire.title', { name })}
          verb={t('connections.retire')}
          look="danger"
          path={pathOf(retireConnection.path, id)}
          response={retireConnection.response}
          onClose={onClose}
          onDone={onDone}
        >
          <p>{t('connections.retire.lead')}</p>
        </ReasonSheet>
      );
    case 'end':
      return (
        <ReasonSheet
          title={t('connections.keys.end.title', { key: act.key })}
          verb={t('connections.keys.end')}
          look="danger"
          path={pathOf(endConnectionKey.path, id, act.key)}
          response={endConnectionKey.response}
          onClose={onClose}
          onDone={onDone}
        >
          <p>{t('connections.keys.end.lead')}</p>
        </ReasonSheet>
      );
    case 'add':
      return (
        <ReasonSheet
          title={t('connections.keys.add.title', { name })}
          verb={t('connections.make')}
          path={pathOf(addConnectionKey.path, id)}
          body={{ days: Number(days) }}
          response={addConnectionKey.response}
          onClose={onClose}
          onDone={props.onIssued}
        >
          <p>{t('connections.keys.rotation')}</p>
          <Select
            label={t('connections.days')}
            chosen={days}
            onChoose={setDays}
            choices={daysGood.map((key) => ({
              key,
              word: t('connections.days.count', { count: Number(key) }),
            }))}
          />
        </ReasonSheet>
      );
    default:
      return act satisfies never;
  }
}
