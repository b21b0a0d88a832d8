import type { ReactNode } from 'react';
import type { FindingDraft } from '../../../../actions/saveDraft.ts';
import { Button, IconButton } from '../../../../components/generic/fields/Button.tsx';
import { keyNames } from '../../../../components/generic/keys/keys.ts';
import { useWording } from '../../../../wording/WordingProvider.tsx';
import styles from '../measuring/Measurements.module.css';
import { PartsSheet } from './PartsSheet.tsx';

/** Which parts of a set are missing from the units of the finding at work. One thing has none. */
export function MissingParts(props: {
  readonly parts: readonly string[];
  readonly draft: FindingDraft;
  readonly change: (part: Partial<FindingDraft>) => void;
  readonly isTicking: boolean;
  readonly onTicking: (isTicking: boolean) => void;
}): ReactNode {
  const { t } = useWording();
  const { parts, draft, change, onTicking } = props;
  const { missingParts = [] } = draft;
  if (parts.length === 0 && missingParts.length === 0) return null;
  return (
    <div className={styles['measured']}>
      {missingParts.length > 0 && (
        <ul className={styles['list']} aria-label={t('parts.list')}>
          {missingParts.map((part) => (
            <li key={part} className={styles['one']} data-outside>
              <span>{t('parts.missing', { part })}</span>
              <IconButton
                icon="cross"
                label={t('parts.there', { part })}
                onPress={() => change({ missingParts: missingParts.filter((one) => one !== part) })}
              />
            </li>
          ))}
        </ul>
      )}
      {parts.length > 0 && (
        <Button look="bare" icon="check" keys={keyNames('parts')} onPress={() => onTicking(true)}>
          {t('parts.tick')}
        </Button>
      )}
      {props.isTicking && (
        <PartsSheet
          parts={parts}
          onTicked={(missing) => {
            change({ missingParts: missing, ...(missing.length > 0 && proposedBy) });
            onTicking(false);
          }}
          onClose={() => onTicking(false)}
        />
      )}
    </div>
  );
}

/** How bad it is and where it comes from is for a person to say. */
const proposedBy = {
  what: 'defect',
  group: 'quantity',
  code: 'quantity.partsMissing',
  entry: null,
} as const satisfies Partial<FindingDraft>;
