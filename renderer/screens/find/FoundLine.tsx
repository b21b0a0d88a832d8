import type { ReactNode } from 'react';
import { classesOf } from '../../components/generic/classesOf.ts';
import { KeyHint, type KeyName } from '../../components/generic/keys/KeyHint.tsx';
import { ClientName } from '../../components/returns/ClientName.tsx';
import { Identifier } from '../../components/returns/Identifier.tsx';
import { useWording } from '../../wording/WordingProvider.tsx';
import styles from './FoundLine.module.css';

const css = classesOf(styles);

/** A case as one line: its number, whose it is, what became of it and where it is. */
export function FoundLine(props: {
  readonly rma: string | null;
  readonly clientName: string;
  readonly happened: string;
  readonly where: string;
}): ReactNode {
  const { t } = useWording();
  return (
    <div className={css('line')}>
      {props.rma === null ? (
        <span>{t('find.noRma')}</span>
      ) : (
        <Identifier value={props.rma} size="small" isPlain />
      )}
      <ClientName className={css('client')} name={props.clientName || t('blind.opened')} />
      <span>{props.happened}</span>
      <span className={css('where')}>{props.where}</span>
    </div>
  );
}

/** What can be done by its name, with the key that does the same. */
export function ActLine(props: {
  readonly word: string;
  readonly keys: readonly KeyName[] | null;
}): ReactNode {
  return (
    <div className={css('act')}>
      <span>{props.word}</span>
      {props.keys && <KeyHint keys={props.keys} />}
    </div>
  );
}
