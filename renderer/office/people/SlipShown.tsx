import type { ReactNode } from 'react';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { Notice } from '../../components/generic/surfaces/Notice.tsx';
import type { Slip } from '../printing/toPrint.ts';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';
import styles from './PeopleScreen.module.css';

const css = classesOf(styles);

/** A joining slip, which central shows this once. */
export function SlipShown(props: {
  readonly name: string;
  readonly slip: Slip;
  readonly onPrint: () => void;
}): ReactNode {
  const { t, formatDate } = useOfficeWording();
  const { slip, goodUntil } = props.slip;
  return (
    <Notice
      tone="success"
      title={t('people.slip.made', { name: props.name })}
      isNew
      actions={
        <Button look="primary" icon="printer" onPress={props.onPrint}>
          {t('people.slip.print')}
        </Button>
      }
    >
      <div className={css('slip')}>
        <p className={css('code')} translate="no">
          {slip}
        </p>
        <p>{t('people.slip.next', { when: formatDate(goodUntil, 'moment') })}</p>
      </div>
    </Notice>
  );
}
