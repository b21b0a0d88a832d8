import type { ReactNode } from 'react';
import { Button } from '../../components/generic/fields/Button.tsx';
import { Notice } from '../../components/generic/surfaces/Notice.tsx';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';
import type { Trouble } from './ask.ts';
import { sayTrouble } from './sayTrouble.ts';

/** Where central did not answer a question: why, and asking once more. */
export function AskedTrouble(props: {
  readonly trouble: Trouble;
  readonly onAgain?: () => void;
}): ReactNode {
  const wording = useOfficeWording();
  const { what, next } = sayTrouble(wording, props.trouble);
  return (
    <Notice
      tone="error"
      title={what}
      isNew
      {...(props.onAgain && {
        actions: <Button onPress={props.onAgain}>{wording.t('action.retry')}</Button>,
      })}
    >
      {next}
    </Notice>
  );
}
