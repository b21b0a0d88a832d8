import { type ReactNode, useState } from 'react';
import { writeExternalId } from '../../../shared/office/externalId.ts';
import { OfficeKind } from '../../../shared/office/kinds.ts';
import { type AuditEntry, auditVerbs } from '../../../shared/sync/adminAuditApi.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { sayKind } from '../form/sayField.ts';
import { addressOf } from '../places/place.ts';
import type { OfficeWording } from '../wording/createOfficeWording.ts';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';
import styles from './AuditScreen.module.css';
import { WhatChanged } from './WhatChanged.tsx';

const css = classesOf(styles);

/** One thing that was done: when, who, what to what, and why; opened, what was before and after. */
export function AuditLine(props: { readonly entry: AuditEntry }): ReactNode {
  const wording = useOfficeWording();
  const { t, formatDate } = wording;
  const { entry } = props;
  const [isOpen, open] = useState(false);
  const hasMore = entry.source === 'record' || entry.noted.length > 0;
  const what = sayWhat(wording, entry);
  return (
    <li className={css('line')}>
      <div className={css('when')}>
        <span>{formatDate(entry.at, 'dayWithYear')}</span>
        <span>{formatDate(entry.at, 'time')}</span>
      </div>
      <p className={css('who')}>{entry.actor}</p>
      <div className={css('what')}>
        <p>
          {what} <About entry={entry} />
        </p>
        {entry.reason !== null && <p className={css('reason')}>{entry.reason}</p>}
        {isOpen && entry.source === 'act' && (
          <dl className={css('noted')}>
            {entry.noted.map(({ name, value }) => (
              <div key={name} translate="no">
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        )}
        {isOpen && entry.source === 'record' && <WhatChanged entry={entry} />}
      </div>
      <div className={css('act')}>
        {hasMore && (
          <Button
            look="bare"
            isExpanded={isOpen}
            label={`${t(isOpen ? 'audit.shut' : 'audit.open')}: ${what}`}
            onPress={() => open(!isOpen)}
          >
            {t(isOpen ? 'audit.shut' : 'audit.open')}
          </Button>
        )}
      </div>
    </li>
  );
}

function sayWhat(wording: OfficeWording, entry: AuditEntry): string {
  const { t } = wording;
  if (entry.source === 'record') {
    const { success, data } = OfficeKind.safeParse(entry.kind);
    return `${success ? sayKind(wording, data) : entry.kind}: ${t(`audit.outcome.${entry.outcome}`)}`;
  }
  const verb = auditVerbs.find((one) => one === entry.verb);
  return verb === undefined ? entry.verb : t(`audit.did.${verb}`);
}

function About(props: { readonly entry: AuditEntry }): ReactNode {
  const { entry } = props;
  if (entry.source === 'act')
    return (
      <span className={css('object')} translate="no">
        {entry.object}
      </span>
    );
  const { ref } = entry;
  const kind = OfficeKind.safeParse(entry.kind);
  if (!kind.success) return <span className={css('object')}>{ref.id}</span>;
  return (
    <a
      className={css('object')}
      translate="no"
      href={addressOf({ at: 'record', kind: kind.data, ref: writeExternalId(ref) })}
    >
      {ref.id}
    </a>
  );
}
