import type { ReactNode } from 'react';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { TextField } from '../../components/generic/fields/TextField.tsx';
import type { IconName } from '../../components/generic/marks/Icon.tsx';
import recordStyles from '../records/OneRecord.module.css';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';
import { AskedTrouble } from './AskedTrouble.tsx';
import type { Trouble } from './ask.ts';

const css = classesOf(recordStyles);

/** The end of a form: why, which stays on file, and saving it. */
export function WhyAndSave(props: {
  readonly reason: string;
  readonly onReason: (reason: string) => void;
  readonly problem?: string | null;
  /** What stands for it where nobody says why. */
  readonly usual?: string;
  readonly trouble: Trouble | null;
  readonly verb?: string;
  readonly icon?: IconName;
  readonly isTrying: boolean;
  readonly onCancel: () => void;
}): ReactNode {
  const { t } = useOfficeWording();
  const { usual } = props;
  return (
    <div className={css('why')}>
      {props.trouble && <AskedTrouble trouble={props.trouble} />}
      <TextField
        label={t('form.reason')}
        value={props.reason}
        onChange={props.onReason}
        problem={props.problem ?? null}
        most={500}
        {...(usual === undefined
          ? { help: t('form.reason.help') }
          : { placeholder: usual, isOptional: true })}
      />
      <div className={css('acts')}>
        <Button
          type="submit"
          look="primary"
          isPending={props.isTrying}
          {...(props.icon && { icon: props.icon })}
        >
          {props.verb ?? t('action.save')}
        </Button>
        <Button onPress={props.onCancel}>{t('action.cancel')}</Button>
      </div>
    </div>
  );
}
