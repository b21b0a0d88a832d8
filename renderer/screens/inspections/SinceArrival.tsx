import type { ReactNode } from 'react';
import {
  type ChangedSince,
  changedSinceArrival,
} from '../../../shared/cases/reading/changedSinceArrival.ts';
import { Notice } from '../../components/generic/surfaces/Notice.tsx';
import type { CaseView } from '../../queries/oneCase/caseView.ts';
import { isWordingId } from '../../wording/catalogues.ts';
import type { Wording } from '../../wording/createWording.ts';
import { useWording } from '../../wording/WordingProvider.tsx';

/** What the office said otherwise while the goods were here already; nothing: it said nothing. */
export function SinceArrival({ view }: { readonly view: CaseView }): ReactNode {
  const wording = useWording();
  const changed = changedSinceArrival(view.file, view.orderLines);
  const said = changed.flatMap((change) => sayChange(wording, view, change) ?? []);
  if (said.length === 0) return null;
  return (
    <Notice tone="warning" icon="info" title={wording.t('since.title')}>
      <ul>
        {said.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      <p>{wording.t('since.next')}</p>
    </Notice>
  );
}

/** null: a change of a kind this build does not know. */
function sayChange(wording: Wording, view: CaseView, change: ChangedSince): string | null {
  const { t, formatDate } = wording;
  const id = `since.${change.what}`;
  if (!isWordingId(id)) return null;
  const line = view.orderLines.find((one) => one.id === change.orderLineId);
  return t(id, {
    name: line?.article.name ?? t('bench.unknownArticle'),
    date: formatDate(change.at, 'moment'),
    was: speak(wording, change, change.was, change.currency),
    now: speak(wording, change, change.now, line?.currency ?? change.currency),
  });
}

function speak(
  { t, formatMoney, formatNumber }: Wording,
  { what }: ChangedSince,
  value: string | number | null,
  currency: string | null,
): string {
  if (value === null) return '';
  if (typeof value === 'number')
    return what === 'invoiced' && currency !== null
      ? formatMoney({ minor: value, currency })
      : formatNumber(value);
  const claim = `claim.${value}`;
  return isWordingId(claim) ? t(claim) : value;
}
