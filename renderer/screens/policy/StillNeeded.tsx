import type { ReactNode } from 'react';
import type { MissingEvidence } from '../../../shared/policy/decision.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import styles from './PolicyPanel.module.css';
import { sayMissing } from './sayMissing.ts';

/** What a portion waits for, each with who can bring it. Nothing where nothing is missing. */
export function StillNeeded(props: {
  readonly missing: readonly string[];
  readonly shots?: readonly Pick<MissingEvidence, 'shot'>[];
}): ReactNode {
  const wording = useWording();
  const { t } = wording;
  const shots = [...new Set((props.shots ?? []).map(({ shot }) => shot))];
  if (props.missing.length + shots.length === 0) return null;
  return (
    <ul className={styles['needed']}>
      {props.missing.map((code) => (
        <li key={code}>
          {sayMissing(wording, code)}
          <span className={styles['because']}>{t(`missing.by.${whoBrings(code)}`)}</span>
        </li>
      ))}
      {shots.map((shot) => (
        <li key={shot}>
          {t('bench.unfinished.photo', { shot: t(`shot.${shot}`) })}
          <span className={styles['because']}>{t('missing.by.inspector')}</span>
        </li>
      ))}
    </ul>
  );
}

const ofOffice: readonly string[] = ['objectedOn', 'clientReceivedOn', 'orderLine'];

function whoBrings(code: string): 'office' | 'inspector' {
  return ofOffice.includes(code) ? 'office' : 'inspector';
}
