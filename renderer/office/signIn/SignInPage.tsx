import { type ReactNode, useState } from 'react';
import { Session, signInPaths } from '../../../shared/sync/signInApi.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { TextField } from '../../components/generic/fields/TextField.tsx';
import { Notice } from '../../components/generic/surfaces/Notice.tsx';
import { ask, type Trouble } from '../asking/ask.ts';
import { sayTrouble } from '../asking/sayTrouble.ts';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';
import type { OfficePreferences } from '../wording/officePreferences.ts';
import { CodeField } from './CodeField.tsx';
import { DoorFrame } from './DoorFrame.tsx';
import { SecretField } from './SecretField.tsx';
import styles from './SignInPage.module.css';

const css = classesOf(styles);

export function SignInPage(props: {
  /** Somebody was signed in here just now. */
  readonly wasIn: boolean;
  readonly trouble: Trouble | null;
  readonly preferences: OfficePreferences;
  readonly onChoose: (preferences: OfficePreferences) => void;
  readonly onEntered: (session: Session) => void;
}): ReactNode {
  const wording = useOfficeWording();
  const { t } = wording;
  const [id, setId] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [code, setCode] = useState('');
  const [trouble, setTrouble] = useState(props.trouble);
  const [isTrying, setTrying] = useState(false);
  const isWhole = id.trim() !== '' && passphrase !== '' && code.length === 6;

  async function enter(event: { readonly preventDefault: () => void }): Promise<void> {
    event.preventDefault();
    if (!isWhole || isTrying) return;
    setTrying(true);
    const body = { id: id.trim().toLowerCase(), passphrase, code };
    const answer = await ask({ method: 'POST', path: signInPaths.session, body }, Session);
    setTrying(false);
    if (answer.ok) return props.onEntered(answer.value);
    setTrouble(answer.refusal);
    setCode('');
  }

  return (
    <DoorFrame
      title={t('office.signIn.title')}
      lead={t('office.signIn.lead')}
      preferences={props.preferences}
      onChoose={props.onChoose}
    >
      {props.wasIn && trouble === null && <Notice title={t('office.signedOut')} isNew />}
      {trouble && <SignInTrouble trouble={trouble} />}
      <form noValidate className={css('form')} onSubmit={(event) => void enter(event)}>
        <TextField
          label={t('office.signIn.id')}
          help={t('office.signIn.id.help')}
          value={id}
          onChange={setId}
          name="username"
          look="mono"
          takesFocus
        />
        <SecretField
          label={t('office.signIn.passphrase')}
          value={passphrase}
          onChange={setPassphrase}
          isNew={false}
        />
        <CodeField value={code} onChange={setCode} />
        <div>
          <Button
            type="submit"
            look="primary"
            size="primary"
            isDisabled={!isWhole}
            isPending={isTrying}
          >
            {t('office.signIn.enter')}
          </Button>
        </div>
      </form>
      <p className={css('aside')}>{t('office.signIn.lost')}</p>
    </DoorFrame>
  );
}

/** At this door 403 says one of the three is wrong, or that the line is open. */
export function SignInTrouble(props: { readonly trouble: Trouble }): ReactNode {
  const wording = useOfficeWording();
  const { t } = wording;
  const { trouble } = props;
  if (trouble.kind === 'notAllowed')
    return (
      <Notice tone="error" title={t('office.signIn.wrong')} isNew>
        {t('office.signIn.wrong.next')}
      </Notice>
    );
  if (trouble.kind === 'refused' && trouble.field === 'connection')
    return (
      <Notice tone="error" title={t('office.signIn.openLine')} isNew>
        {t('office.signIn.openLine.next')}
      </Notice>
    );
  const { what, next } = sayTrouble(wording, trouble);
  return (
    <Notice tone="error" title={what} isNew>
      {next}
    </Notice>
  );
}
