import type { ReactNode } from 'react';
import { writeExternalId } from '../../../shared/office/externalId.ts';
import { OfficeKind } from '../../../shared/office/kinds.ts';
import { History, officeRoot } from '../../../shared/office/officeApi.ts';
import type { AuditEntry } from '../../../shared/sync/adminAuditApi.ts';
import { AskedTrouble } from '../asking/AskedTrouble.tsx';
import { useAsked } from '../asking/useAsked.ts';
import { Differences } from '../records/RecordHistory.tsx';
import { readBody, whatChanged } from '../records/readBody.ts';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';

/** What a record said before this change and after it. */
export function WhatChanged(props: {
  readonly entry: Extract<AuditEntry, { source: 'record' }>;
}): ReactNode {
  const wording = useOfficeWording();
  const { ref, version } = props.entry;
  const kind = OfficeKind.parse(props.entry.kind);
  const { answer, again } = useAsked(
    `${officeRoot}/${kind}/${writeExternalId(ref)}/history`,
    History,
  );
  if (!answer) return null;
  if (!answer.ok) return <AskedTrouble trouble={answer.refusal} onAgain={again} />;
  const { changes } = answer.value;
  const bodyOf = (of: number) => changes.find((change) => change.version === of)?.body;
  const differences = whatChanged(
    readBody(wording, kind, bodyOf(version - 1)),
    readBody(wording, kind, bodyOf(version)),
  );
  return differences.length === 0 ? (
    <p>{wording.t('audit.same')}</p>
  ) : (
    <Differences differences={differences} />
  );
}
