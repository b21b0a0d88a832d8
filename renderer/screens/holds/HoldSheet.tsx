import type { ReactNode } from 'react';
import { HoldReason } from '../../../shared/facts/codes.ts';
import type { ArrivalId, CaseId } from '../../../shared/ids.ts';
import { holdCase } from '../../actions/holdCase.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { useActionContext } from '../../workflow/AtWork.tsx';
import { CodedReasonSheet } from './CodedReasonSheet.tsx';

/** The office cancels a return, not the floor: that hold comes by itself. */
const reasons = HoldReason.options.filter((reason) => reason !== 'cancelled');

/** Why goods wait. */
export function HoldSheet({
  caseId,
  arrivalId,
  onClose,
}: {
  readonly caseId: CaseId | null;
  readonly arrivalId: ArrivalId | null;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useWording();
  const context = useActionContext();
  return (
    <CodedReasonSheet
      title={t('hold.put')}
      label={t('hold.reason')}
      missing={t('hold.reason.missing')}
      reasons={reasons.map((key) => ({ key, word: t(`hold.${key}`) }))}
      go={t('hold.put.go')}
      icon="pause"
      hint={t('hold.clock')}
      onGo={async (reason, note) =>
        holdCase(context, {
          caseId,
          ...(arrivalId !== null && { arrivalId }),
          reason,
          // Only where the contract says for which reasons: otherwise a hold does not stop the clock.
          pausesClock: false,
          note,
        })
      }
      onClose={onClose}
    />
  );
}
