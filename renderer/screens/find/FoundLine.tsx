import type { ReactNode } from 'react';
import { classesOf } from '../../components/generic/classesOf.ts';
import { KeyHint, type KeyName } from '../../components/generic/keys/KeyHint.tsx';
import { ClientName } from '../../components/returns/ClientName.tsx';
import { Identifier } from '../../components/returns/Identifier.tsx';
import type { BlindParcel } from '../../queries/lists/blindParcels.ts';
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

/** Goods without a case as one line: their label, what was counted of them, and since when they are here. */
export function GoodsLine(props: { readonly parcel: BlindParcel }): ReactNode {
  const { t, formatDate, formatList, formatNumber } = useWording();
  const { arrival, articles, label, receivedBy, units } = props.parcel;
  return (
    <div className={css('line')}>
      {label === null ? (
        <span>{t('blind.noLabel')}</span>
      ) : (
        <Identifier value={label} size="small" isPlain />
      )}
      <span className={css('client')}>
        {units > 0
          ? t('blind.counted', { count: formatNumber(units), articles: formatList(articles) })
          : t('blind.title')}
      </span>
      <span>{t('blind.by', { name: receivedBy, time: formatDate(arrival.at.utc, 'moment') })}</span>
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
