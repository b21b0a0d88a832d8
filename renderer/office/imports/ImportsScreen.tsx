import type { ReactNode } from 'react';
import type { AdminScope } from '../../../shared/sync/adminApi.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import { EmptyState } from '../../components/generic/surfaces/EmptyState.tsx';
import { Progress } from '../../components/generic/surfaces/Progress.tsx';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';
import { FileDrop } from './FileDrop.tsx';
import styles from './ImportsScreen.module.css';
import { ImportTrouble } from './ImportTrouble.tsx';
import { OneImport } from './OneImport.tsx';
import { TablesToTake } from './TablesToTake.tsx';
import { useImport } from './useImport.ts';

const css = classesOf(styles);

/** A company's own tables: in, and out again in the same form. */
export function ImportsScreen(props: { readonly scopes: readonly AdminScope[] }): ReactNode {
  const { t } = useOfficeWording();
  const importing = useImport();
  const { open, busy } = importing;
  if (!props.scopes.includes('records'))
    return (
      <div className={css('alone')}>
        <EmptyState title={t('imports.noScope')} next={t('imports.noScope.next')} icon="lock" />
      </div>
    );
  if (open) return <OneImport importing={importing} open={open} scopes={props.scopes} />;
  return (
    <div className={css('screen')}>
      <header className={css('said')}>
        <h1 className={css('title')}>{t('imports.title')}</h1>
        <p className={css('lead')}>{t('imports.lead')}</p>
        <ImportTrouble importing={importing} />
      </header>
      <div className={css('ways')}>
        {busy === null ? (
          <FileDrop onFile={(file) => void importing.bring(file)} />
        ) : (
          <div className={css('busy')}>
            <Progress
              label={t(busy === 'bringing' ? 'imports.bringing' : 'imports.looking')}
              share={null}
            />
          </div>
        )}
        <TablesToTake scopes={props.scopes} />
      </div>
    </div>
  );
}
