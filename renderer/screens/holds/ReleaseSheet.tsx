import type { ReactNode } from 'react';
import { ReleaseReason } from '../../../shared/facts/codes.ts';
import type { HeldFact } from '../../../shared/facts/fact.ts';
import type { CaseId } from '../../../shared/ids.ts';
import { releaseCase } from '../../actions/releaseCase.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { useActionContext } from '../../workflow/AtWork.tsx';
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
