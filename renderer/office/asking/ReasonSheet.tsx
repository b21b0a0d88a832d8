import { type ReactNode, useState } from 'react';
import type { z } from 'zod';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { TextField } from '../../components/generic/fields/TextField.tsx';
import { Sheet } from '../../components/generic/surfaces/Sheet.tsx';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';
import { AskedTrouble } from './AskedTrouble.tsx';
import { ask, type Trouble } from './ask.ts';
import styles from './ReasonSheet.module.css';

const css = classesOf(styles);

/** What is done to somebody or something only with a reason, which stays on file. */
export function ReasonSheet<S extends z.ZodType>(props: {
  readonly title: string;
  readonly verb: string;
  readonly look?: 'primary' | 'danger';
  readonly path: string;
  /** `DELETE` has no body: why stands in its address. */
  readonly method?: 'POST' | 'DELETE';
  /** What is sent beside the reason. */
  readonly body?: object;
  readonly response: S;
  readonly onClose: () => void;
  readonly onDone: (answer: z.output<S>) => void;
  readonly children?: ReactNode;
}): ReactNode {
  const { t } = useOfficeWording();
  const [reason, setReason] = useState('');
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [isTrying, setTrying] = useState(false);

  async function go(): Promise<void> {
    setTrying(true);
    setTrouble(null);
    const why = reason.trim();
    const asked =
      props.method === 'DELETE'
        ? { path: `${props.path}?reason=${encodeURIComponent(why)}` }
        : { path: props.path, body: { ...props.body, reason: why } };
    const answer = await ask({ method: props.method ?? 'POST', ...asked }, props.response);
    setTrying(false);
    if (answer.ok) props.onDone(answer.value);
    else setTrouble(answer.refusal);
  }

  return (
    <Sheet
      title={props.title}
      isOpen
      onClose={props.onClose}
      actions={
        <>
          <Button onPress={props.onClose}>{t('action.cancel')}</Button>
          <Button
            look={props.look ?? 'primary'}
            isDisabled={reason.trim() === ''}
            isPending={isTrying}
            onPress={() => void go()}
          >
            {props.verb}
          </Button>
        </>
      }
    >
      {props.children && <div className={css('said')}>{props.children}</div>}
      <TextField
        label={t('form.reason')}
        help={t('form.reason.help')}
        value={reason}
        onChange={setReason}
        most={500}
        lines="many"
        takesFocus
      />
      {trouble && <AskedTrouble trouble={trouble} />}
    </Sheet>
  );
}
