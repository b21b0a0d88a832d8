import { type ReactNode, useState } from 'react';
import { connectionApi } from '../../../shared/sync/connectionApi.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import { ask, type Trouble } from '../asking/ask.ts';
import { WhyAndSave } from '../asking/WhyAndSave.tsx';
import recordStyles from '../records/OneRecord.module.css';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';
import { type ConnectionRow, type ConnectionSite, pathOf } from './connectionRow.ts';
import { isComplete, type May, MayFields } from './MayFields.tsx';

const css = classesOf(recordStyles);

/** What it may from now on; its keys stay. */
export function ChangeConnection(props: {
  readonly connection: ConnectionRow;
  readonly sites: readonly ConnectionSite[];
  readonly onCancel: () => void;
  readonly onSaved: () => void;
}): ReactNode {
  const { t } = useOfficeWording();
  const { id, scopes, siteIds } = props.connection;
  const [may, setMay] = useState<May>({ scopes, siteIds });
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [isTrying, setTrying] = useState(false);

  async function save(event: { readonly preventDefault: () => void }): Promise<void> {
    event.preventDefault();
    setTried(true);
    setTrouble(null);
    if (isTrying || !isComplete(may) || reason.trim() === '') return;
    setTrying(true);
    const { path, response } = connectionApi.changeConnection;
    const body = { ...may, reason: reason.trim() };
    const answer = await ask({ method: 'POST', path: pathOf(path, id), body }, response);
    setTrying(false);
    if (answer.ok) props.onSaved();
    else setTrouble(answer.refusal);
  }

  return (
    <form noValidate className={css('form')} onSubmit={(event) => void save(event)}>
      <MayFields may={may} sites={props.sites} isTried={isTried} onChange={setMay} />
      <WhyAndSave
        reason={reason}
        onReason={setReason}
        problem={isTried && reason.trim() === '' ? t('form.needed') : null}
        trouble={trouble}
        isTrying={isTrying}
        onCancel={props.onCancel}
      />
    </form>
  );
}
