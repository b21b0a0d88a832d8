import type { ReactNode } from 'react';
import { Notice } from '../../components/generic/surfaces/Notice.tsx';
import { AskedTrouble } from '../asking/AskedTrouble.tsx';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';
import type { Importing } from './useImport.ts';

/** Why central did not do it; that a file is too large it says in words of its own. */
export function ImportTrouble(props: { readonly importing: Importing }): ReactNode {
  const { t } = useOfficeWording();
  const { trouble } = props.importing;
  if (!trouble) return null;
  if (trouble.kind === 'refused' && trouble.code === 'tooLarge')
    return (
      <Notice tone="error" title={t('imports.tooLarge')} isNew>
        {t('imports.tooLarge.next')}
      </Notice>
    );
  return <AskedTrouble trouble={trouble} />;
}
