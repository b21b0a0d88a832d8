import type { ReactNode } from 'react';
import type { CaseId } from '../../../shared/ids.ts';
import { ReleaseReason } from '../../../shared/returns/codes.ts';
import type { HeldFact } from '../../../shared/returns/fact.ts';
import { releaseCase } from '../../actions/releaseCase.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { useActionContext } from '../atWork/AtWork.tsx';
import { CodedReasonSheet } from './CodedReasonSheet.tsx';

/** Why a hold ends; on record with the name of who says so. */
export function ReleaseSheet({
  held,
  caseId,
  onClose,
}: {
  readonly held: HeldFact;
  readonly caseId: CaseId | null;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useWording();
  const context = useActionContext();
  return (
    <CodedReasonSheet
      title={t('hold.release.title', { reason: t(`hold.${held.reason}`) })}
      label={t('hold.because')}
      missing={t('hold.because.missing')}
      reasons={ReleaseReason.options.map((key) => ({ key, word: t(`release.${key}`) }))}
      go={t('hold.release')}
      icon="check"
      onGo={async (because, note) => releaseCase(context, { held, caseId, because, note })}
      onClose={onClose}
    />
  );
}
