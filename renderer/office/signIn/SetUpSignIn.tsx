import { type ReactNode, useEffect, useState } from 'react';
import {
  OpenedLink,
  passphraseLength,
  Session,
  signInPaths,
} from '../../../shared/sync/signInApi.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { TextField } from '../../components/generic/fields/TextField.tsx';
import { SectionHead } from '../../components/generic/lists/SectionHead.tsx';
import { Notice } from '../../components/generic/surfaces/Notice.tsx';
import { ask, type Trouble } from '../asking/ask.ts';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';
import type { OfficePreferences } from '../wording/officePreferences.ts';
import { CodeField } from './CodeField.tsx';
import { DoorFrame } from './DoorFrame.tsx';
import { newTotpSecret, totpAddress } from './newTotpSecret.ts';
import { QrCode } from './QrCode.tsx';
import { SecretField } from './SecretField.tsx';
import styles from './SignInPage.module.css';
import { SignInTrouble } from './SignInPage.tsx';

const css = classesOf(styles);
const shownLetters = /.{1,4}/g;

/** A one-time link is opened: who it is, a passphrase, and an application that counts along. */
export function SetUpSignIn(props: {
  readonly link: string;
  readonly preferences: OfficePreferences;
  readonly onChoose: (preferences: OfficePreferences) => void;
  readonly onEntered: (session: Session) => void;
}): ReactNode {
  const { t } = useOfficeWording();
  const { link } = props;
  const [opened, setOpened] = useState<OpenedLink | null>(null);
  const [dead, setDead] = useState<Trouble | null>(null);
  useEffect(() => {
    void ask({ method: 'POST', path: signInPaths.link, body: { link } }, OpenedLink).then(
      (answer) => (answer.ok ? setOpened(answer.value) : setDead(answer.refusal)),
    );
  }, [link]);
  const who = opened?.administrator ?? null;
  return (
    <DoorFrame
      title={who ? t('office.link.title', { name: who.name }) : t('office.link.first.title')}
      lead={who ? t('office.link.lead') : t('office.link.first.lead')}
      preferences={props.preferences}
      onChoose={props.onChoose}
    >
      {dead && <DeadLink trouble={dead} />}
      {opened && <SetUpForm link={link} who={who} onEntered={props.onEntered} />}
    </DoorFrame>
  );
}

function DeadLink(props: { readonly trouble: Trouble }): ReactNode {
  const { t } = useOfficeWording();
  const code = props.trouble.kind === 'refused' ? props.trouble.code : '';
  const isOfLink = code === 'codeUsed' || code === 'codeExpired' || code === 'codeUnknown';
  if (!isOfLink) return <SignInTrouble trouble={props.trouble} />;
  return (
    <Notice tone="error" title={t(`office.link.${code}`)} isNew>
      {t('office.link.next')}
    </Notice>
  );
}

function SetUpForm(props: {
  readonly link: string;
  readonly who: OpenedLink['administrator'];
  readonly onEntered: (session: Session) => void;
}): ReactNode {
  const { t } = useOfficeWording();
  const [name, setName] = useState('');
  const [ownId, setOwnId] = useState<string | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [code, setCode] = useState('');
  const [secret] = useState(newTotpSecret);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [isTrying, setTrying] = useState(false);
  const id = props.who?.id ?? ownId ?? idOf(name);
  const isLong = passphrase.length >= passphraseLength.least;
  const isSame = again === passphrase;
  const isNamed = props.who !== null || (name.trim() !== '' && id !== '');
  const isWhole = isNamed && isLong && isSame && code.length === 6;

  async function enter(event: { readonly preventDefault: () => void }): Promise<void> {
    event.preventDefault();
    if (!isWhole || isTrying) return;
    setTrying(true);
    const first = props.who ? {} : { administrator: { id, name: name.trim() } };
    const body = { link: props.link, ...first, passphrase, secret, code };
    const answer = await ask({ method: 'POST', path: signInPaths.setUp, body }, Session);
    setTrying(false);
    if (answer.ok) return props.onEntered(answer.value);
    setTrouble(answer.refusal);
    setCode('');
  }

  return (
    <form noValidate className={css('form')} onSubmit={(event) => void enter(event)}>
      {trouble?.kind === 'notAllowed' && (
        <Notice tone="error" title={t('office.link.wrongCode')} isNew>
          {t('office.link.wrongCode.next')}
        </Notice>
      )}
      {trouble && trouble.kind !== 'notAllowed' && <DeadLink trouble={trouble} />}
      {props.who === null && (
        <section className={css('step')}>
          <SectionHead title={t('office.link.step.who')} />
          <TextField label={t('office.link.name')} value={name} onChange={setName} takesFocus />
          <TextField
            label={t('office.signIn.id')}
            help={t('office.link.id.help')}
            value={id}
            onChange={(typed) => setOwnId(typed.toLowerCase().replace(/[^a-z0-9.-]/g, ''))}
            look="mono"
            most={40}
          />
        </section>
      )}
      <section className={css('step')}>
        <SectionHead title={t('office.link.step.passphrase')} />
        <input type="text" name="username" autoComplete="username" value={id} readOnly hidden />
        <SecretField
          label={t('office.signIn.passphrase')}
          help={t('office.link.passphrase.help', { count: passphraseLength.least })}
          value={passphrase}
          onChange={setPassphrase}
          isNew
          problem={passphrase !== '' && again !== '' && !isLong ? t('office.link.tooShort') : null}
        />
        <SecretField
          label={t('office.link.again')}
          value={again}
          onChange={setAgain}
          isNew
          problem={again.length >= passphrase.length && !isSame ? t('office.link.differs') : null}
        />
      </section>
      <section className={css('step')}>
        <SectionHead title={t('office.link.step.factor')} />
        <div className={css('qr')}>
          <QrCode
            className={css('code')}
            value={totpAddress(secret, id === '' ? 'administrator' : id)}
            label={t('office.link.qr')}
          />
          <div className={css('secret')}>
            <p>{t('office.link.scan')}</p>
            <p>{t('office.link.type')}</p>
            <p className={css('letters')} translate="no">
              {secret.match(shownLetters)?.join(' ')}
            </p>
          </div>
        </div>
        <CodeField value={code} onChange={setCode} />
      </section>
      <div>
        <Button
          type="submit"
          look="primary"
          size="primary"
          isDisabled={!isWhole}
          isPending={isTrying}
        >
          {t('office.link.enter')}
        </Button>
      </div>
    </form>
  );
}

/** "Ada Lind" is ada.lind, unless she says otherwise. */
function idOf(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .trim()
    .replace(/[^a-z0-9]+/g, '.')
    .replace(/^\.+|\.+$/g, '')
    .slice(0, 40);
}
