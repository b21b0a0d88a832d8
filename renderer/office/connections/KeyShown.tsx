import { type ReactNode, useState } from 'react';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { Notice } from '../../components/generic/surfaces/Notice.tsx';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';
import styles from './Connections.module.css';
import type { IssuedKey } from './connectionRow.ts';

const css = classesOf(styles);

/** A new key, which central shows this once. */
export function KeyShown(props: { readonly issued: IssuedKey }): ReactNode {
  const { t, formatDate } = useOfficeWording();
  const { key, goodUntil } = props.issued;
  const [isCopied, setCopied] = useState(false);
  return (
    <Notice
      tone="success"
      icon="key"
      title={t('connections.shown')}
      isNew
      actions={
        <Button
          icon={isCopied ? 'check' : 'document'}
          onPress={() => void navigator.clipboard.writeText(key).then(() => setCopied(true))}
        >
          {t(isCopied ? 'connections.copied' : 'connections.copy')}
        </Button>
      }
    >
      <div className={css('shown')}>
        <p className={css('key')} translate="no">
          {key}
        </p>
        <p>{t('connections.shown.next', { when: formatDate(goodUntil, 'dayWithYear') })}</p>
      </div>
    </Notice>
  );
}
