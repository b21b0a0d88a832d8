import { type ReactNode, useState } from 'react';
import type { Enrolment, EnrolRefusal } from '../../../shared/desktop/desktopApi.ts';
import type { Result } from '../../../shared/result.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { SegmentedChoice } from '../../components/generic/fields/SegmentedChoice.tsx';
import { TextField } from '../../components/generic/fields/TextField.tsx';
import { Wordmark } from '../../components/generic/marks/Wordmark.tsx';
import { Notice } from '../../components/generic/surfaces/Notice.tsx';
import { Identifier } from '../../components/returns/Identifier.tsx';
import { prefer, useSession } from '../../session/session.ts';
import { languageKeys, languages } from '../../wording/languages.ts';
import { sayRefusal } from '../../wording/sayRefusal.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import styles from './EnrolmentScreen.module.css';
import { Step } from './Step.tsx';

const css = classesOf(styles);

export type EnrolInput = {
  readonly centralUrl: string;
  readonly code: string;
  readonly stationName: string;
};

/** The first minute of a station: language, code from the office, comparing the fingerprint. */
export function EnrolmentScreen(props: {
  readonly offeredCode: string | null;
  /** The code the scanner read last. */
  readonly scannedCode: string | null;
  readonly centralUrl: string | null;
  /** Entries of an earlier life of this computer which central does not have. */
  readonly leftUnsent: number;
  /** What an earlier station left here was deleted, because central had revoked it. */
  readonly wasWiped: boolean;
  readonly enrol: (input: EnrolInput) => Promise<Result<Enrolment, EnrolRefusal>>;
  readonly onDone: (enrolment: Enrolment) => void;
}): ReactNode {
  const { t } = useWording();
  const [enrolment, setEnrolment] = useState<Enrolment | null>(null);
  const { language } = useSession();
  return (
    // Done once, with a keyboard, by somebody who sits before it: its button is in sight.
    <div className={css('page')} data-density="desk">
      <header className={css('head')}>
        <Wordmark size="page" />
        <p className={css('lead')}>{t('enrol.lead')}</p>
      </header>
      <main className={css('steps')} tabIndex={-1}>
        <h1 className={css('title')}>{t('enrol.title')}</h1>
        {props.wasWiped && (
          <Notice tone="info" title={t('enrol.wiped')}>
            {t('enrol.wiped.body')}
          </Notice>
        )}
        {props.leftUnsent > 0 && (
          <Notice tone="warning" title={t('enrol.left', { count: props.leftUnsent })}>
            {t('enrol.left.body')}
          </Notice>
        )}
        <Step number={1} title={t('enrol.step.language')} isOpen={!enrolment}>
          <SegmentedChoice
            label={t('language.title')}
            isLabelHidden
            segments={languageKeys.map((key) => ({ key, word: languages[key].name }))}
            chosen={language}
            onChoose={(chosen) => prefer({ language: chosen })}
          />
        </Step>
        <Step number={2} title={t('enrol.step.code')} isOpen={!enrolment}>
          <CodeForm
            offeredCode={props.offeredCode}
            scannedCode={props.scannedCode}
            centralUrl={props.centralUrl}
            enrol={props.enrol}
            onEnrolled={setEnrolment}
          />
        </Step>
        <Step number={3} title={t('enrol.step.check')} isOpen={enrolment !== null}>
          {enrolment && (
            <div className={css('form')}>
              <Notice tone="success" title={t('enrol.done', { site: enrolment.siteName })} isNew />
              <p className={css('fingerprint')}>
                <span className={css('name')}>{t('enrol.fingerprint')}</span>
                <Identifier value={groupsOfFour(enrolment.fingerprint)} size="display" isPlain />
              </p>
              <p className={css('help')}>{t('enrol.fingerprint.help')}</p>
              <div>
                <Button
                  look="primary"
                  size="primary"
                  icon="check"
                  onPress={() => props.onDone(enrolment)}
                >
                  {t('enrol.matches')}
                </Button>
              </div>
            </div>
          )}
        </Step>
      </main>
    </div>
  );
}

function CodeForm(props: {
  readonly offeredCode: string | null;
  readonly scannedCode: string | null;
  readonly centralUrl: string | null;
  readonly enrol: (input: EnrolInput) => Promise<Result<Enrolment, EnrolRefusal>>;
  readonly onEnrolled: (enrolment: Enrolment) => void;
}): ReactNode {
  const wording = useWording();
  const { t } = wording;
  const [code, setCode] = useState(props.offeredCode ?? '');
  const [taken, setTaken] = useState(props.scannedCode);
  if (props.scannedCode !== taken) {
    setTaken(props.scannedCode);
    setCode(props.scannedCode ?? '');
  }
  const [stationName, setStationName] = useState(props.offeredCode ? t('enrol.name.offered') : '');
  const [centralUrl, setCentralUrl] = useState(props.centralUrl ?? '');
  const [isAsking, setAsking] = useState(false);
  const [isTried, setTried] = useState(false);
  const [refusal, setRefusal] = useState<EnrolRefusal | null>(null);
  const isCodeShort = code.trim().length < 6;
  const isNameless = stationName.trim() === '';

  async function go() {
    setTried(true);
    if (isCodeShort || isNameless || isAsking) return;
    setAsking(true);
    setRefusal(null);
    const enrolled = await props.enrol({
      centralUrl: centralUrl.trim(),
      code: code.trim(),
      stationName: stationName.trim(),
    });
    setAsking(false);
    if (enrolled.ok) props.onEnrolled(enrolled.value);
    else setRefusal(enrolled.refusal);
  }

  const words = refusal && sayRefusal(wording, refusal);
  return (
    <form
      className={css('form')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void go();
      }}
    >
      <TextField
        label={t('enrol.code')}
        help={t('enrol.code.help')}
        problem={isTried && isCodeShort ? t('enrol.problem.code') : null}
        look="huge"
        most={40}
        takesFocus
        value={code}
        onChange={setCode}
      />
      <TextField
        label={t('enrol.name')}
        help={t('enrol.name.help')}
        problem={isTried && isNameless ? t('enrol.problem.name') : null}
        most={60}
        value={stationName}
        onChange={setStationName}
      />
      <TextField
        label={t('enrol.address')}
        help={t('enrol.address.help')}
        look="mono"
        most={300}
        value={centralUrl}
        onChange={setCentralUrl}
      />
      {words && (
        <Notice tone="error" title={words.what} isNew>
          {words.toDo}
        </Notice>
      )}
      <div>
        <Button look="primary" size="primary" isPending={isAsking} onPress={() => void go()}>
          {t(isAsking ? 'enrol.busy' : 'enrol.go')}
        </Button>
      </div>
    </form>
  );
}

function groupsOfFour(fingerprint: string): string {
  return fingerprint.match(/.{1,4}/g)?.join(' ') ?? fingerprint;
}
