import { type ReactNode, useState } from 'react';
import { Button } from '../../components/generic/fields/Button.tsx';
import type { CaseView } from '../../queries/oneCase/caseView.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { ReportSheet } from './ReportSheet.tsx';

/** Opens the sheet in which a report of the case is made, and those made before are listed. */
export function ReportButton(props: { readonly view: CaseView }): ReactNode {
  const { t } = useWording();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button icon="document" onPress={() => setOpen(true)}>
        {t('report.make')}
      </Button>
      {isOpen && <ReportSheet view={props.view} onClose={() => setOpen(false)} />}
    </>
  );
}
