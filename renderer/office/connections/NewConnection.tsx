import { type ReactNode, useState } from 'react';
import { AdminId } from '../../../shared/sync/adminApi.ts';
import { connectionApi } from '../../../shared/sync/connectionApi.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Select } from '../../components/generic/fields/Select.tsx';
import { TextField } from '../../components/generic/fields/TextField.tsx';
import { ask, type Trouble } from '../asking/ask.ts';
import { WhyAndSave } from '../asking/WhyAndSave.tsx';
import fieldStyles from '../form/Fields.module.css';
import { addressOf, goTo } from '../places/place.ts';
import recordStyles from '../records/OneRecord.module.css';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';
import type { ConnectionSite, IssuedKey } from './connectionRow.ts';
import { type DaysGood, daysGood } from './daysGood.ts';
import { isComplete, type May, MayFields } from './MayFields.tsx';

const css = classesOf({ ...fieldStyles, ...recordStyles });

/** A system that is to speak to central, with its first key. */
export function NewConnection(props: {
  readonly sites: readonly ConnectionSite[];
  readonly onMade: (id: string, key: IssuedKey) => void;
}): ReactNode {
  const { t } = useOfficeWording();
  const [name, setName] = useState('');
  const [id, setId] = useState('');
  const [may, setMay] = useState<May>({ scopes: ['records'], siteIds: null });
  const [days, setDays] = useState<DaysGood>('90');
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const [isTaken, setTaken] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [isTrying, setTrying] = useState(false);
  const isId = AdminId.safeParse(id).success;

  async function save(event: { readonly preventDefault: () => void }): Promise<void> {
    event.preventDefault();
    if (isTrying) return;
    setTried(true);
    setTaken(false);
    setTrouble(null);
    if (name.trim() === '' || !isId || !isComplete(may) || reason.trim() === '') return;
    setTrying(true);
    const { path, response } = connectionApi.makeConnection;
    const body = { ...may, id, name: name.trim(), days: Number(days), reason: reason.trim() };
    const answer = await ask({ method: 'POST', path, body }, response);
    setTrying(false);
    if (answer.ok) return props.onMade(id, answer.value);
    const isOfId = answer.refusal.kind === 'refused' && answer.refusal.field === 'id';
    return isOfId ? setTaken(true) : setTrouble(answer.refusal);
  }

  const idProblem = isTaken ? t('connections.id.taken') : t('connections.id.help');
  return (
    <article className={css('record')}>
      <header className={css('head')}>
        <div>
          <p className={css('kind')}>
            <a className={css('back')} href={addressOf({ at: 'connections', which: null })}>
              {t('office.connections')}
            </a>
          </p>
          <h2 className={css('title')}>{t('connections.new')}</h2>
        </div>
      </header>
      <form noValidate className={css('form')} onSubmit={(event) => void save(event)}>
        <div className={css('fields')}>
          <TextField
            label={t('connections.name')}
            help={t('connections.name.help')}
            value={name}
            onChange={setName}
            problem={isTried && name.trim() === '' ? t('form.needed') : null}
            most={80}
            takesFocus
          />
          <TextField
            label={t('connections.id')}
            help={t('connections.id.help')}
            value={id}
            onChange={(typed) => setId(typed.toLowerCase())}
            problem={isTaken || (isTried && !isId) ? idProblem : null}
            look="mono"
            most={40}
          />
          <Select
            label={t('connections.days')}
            chosen={days}
            onChoose={setDays}
            choices={daysGood.map((key) => ({
              key,
              word: t('connections.days.count', { count: Number(key) }),
            }))}
          />
        </div>
        <MayFields may={may} sites={props.sites} isTried={isTried} onChange={setMay} />
        <WhyAndSave
          reason={reason}
          onReason={setReason}
          problem={isTried && reason.trim() === '' ? t('form.needed') : null}
          trouble={trouble}
          verb={t('connections.make')}
          icon="key"
          isTrying={isTrying}
          onCancel={() => goTo({ at: 'connections', which: null })}
        />
      </form>
    </article>
  );
}
