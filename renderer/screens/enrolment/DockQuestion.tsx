import type { ReactNode } from 'react';
import { Button } from '../../components/generic/fields/Button.tsx';
import { prefer } from '../../session/session.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import styles from './DockQuestion.module.css';

/** At which dock this station stands; every arrival says it. */
export function DockQuestion(props: {
  readonly docks: readonly string[];
  readonly onChosen?: () => void;
}): ReactNode {
  const { t } = useWording();
  const choose = (dock: string) => {
    prefer({ dock });
    props.onChosen?.();
  };
  return (
    <section className={styles['question']} aria-label={t('enrol.dock.title')}>
      <h2 className={styles['title']}>{t('enrol.dock.title')}</h2>
      <p className={styles['help']}>{t('enrol.dock.help')}</p>
      <div className={styles['docks']}>
        {props.docks.map((dock) => (
          <Button key={dock} size="primary" icon="dock" onPress={() => choose(dock)}>
            {dock}
          </Button>
        ))}
        <Button size="primary" onPress={() => choose('')}>
          {t('enrol.dock.none')}
        </Button>
      </div>
    </section>
  );
}
