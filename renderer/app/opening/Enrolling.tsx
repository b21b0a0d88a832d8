import { type ReactNode, useEffect, useState } from 'react';
import type { Enrolment } from '../../../shared/desktop/desktopApi.ts';
import { playTone } from '../../components/sound/tones.ts';
import { EnrolmentScreen } from '../../screens/enrolment/EnrolmentScreen.tsx';
import { useSession } from '../../session/session.ts';
import { UnheardScan } from '../frame/UnheardScan.tsx';
import type { Application } from '../startApplication.ts';

/** A one-time code of central, as it is handed out. */
const codeForm = /^([0-9A-Z]{3}-){3}[0-9A-Z]{3}$/i;

/** A station that joins: a scan may be its code; anything else is recorded by nobody yet. */
export function Enrolling(props: {
  readonly application: Pick<Application, 'desktop' | 'scanner' | 'state'>;
  readonly onDone: (enrolment: Enrolment) => void;
}): ReactNode {
  const { desktop, scanner, state } = props.application;
  const sound = useSession((session) => session.sound);
  const [code, setCode] = useState<string | null>(null);
  const [isUnheard, setUnheard] = useState(false);
  useEffect(
    () =>
      scanner.listen((raw) => {
        const text = raw.trim();
        const isCode = codeForm.test(text);
        setUnheard(!isCode);
        if (isCode) setCode(text);
        else if (sound.on) playTone('error', sound.volume);
      }),
    [scanner, sound],
  );
  return (
    <>
      <EnrolmentScreen
        offeredCode={state.offeredCode}
        scannedCode={code}
        centralUrl={state.centralUrl}
        leftUnsent={state.journal.unsettled}
        wasWiped={state.wipedAt !== null}
        enrol={(input) => desktop.enrolStation(input)}
        onDone={props.onDone}
      />
      {isUnheard && <UnheardScan why="enrolling" onSeen={() => setUnheard(false)} />}
    </>
  );
}
