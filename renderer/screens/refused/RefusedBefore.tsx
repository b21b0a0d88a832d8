import type { ReactNode } from 'react';
import { Notice } from '../../components/generic/surfaces/Notice.tsx';
import type { CaseView } from '../../queries/oneCase/caseView.ts';
import { useRefusedDecision } from '../../queries/oneCase/refusedDecision.ts';
import { sayRefusal } from '../../wording/sayRefusal.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { DecidedInstead } from './DecidedInstead.tsx';
import { grantedBySignature } from './whatDiffers.ts';

/** Why central did not take what was signed here last, what stands instead, and what would get it through. */
export function RefusedBefore({ view }: { readonly view: CaseView }): ReactNode {
  const wording = useWording();
  const { t } = wording;
  const refused = useRefusedDecision(view.file);
  if (!refused) return null;
  const { name, why, decision } = refused;
  const signed = decision.decision === 'approve' ? grantedBySignature(decision) : null;
  const computed = view.decision?.ok ? view.decision.value : null;
  const now = computed && { minor: computed.refundAmount, currency: computed.currency };
  const words =
    why.kind === 'refused'
      ? sayRefusal(wording, why.refusal)
      : { what: t('refused.quarantined'), toDo: t('refused.quarantined.do') };
  return (
    <Notice tone="warning" icon="gavel" title={t('desk.refusedBefore', { name })}>
      <p>{words.what}</p>
      <DecidedInstead
        refused={decision}
        file={view.file}
        nameOf={(id) => (id === decision.personId ? name : (view.people.get(id)?.name ?? id))}
      />
      {signed && now && signed.minor !== now.minor && (
        <p>
          {t('instead.money', {
            signed: wording.formatMoney(signed),
            now: wording.formatMoney(now),
          })}
        </p>
      )}
      <p>{words.toDo}</p>
    </Notice>
  );
}
