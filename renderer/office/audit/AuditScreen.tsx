import { type ReactNode, useState } from 'react';
import { type OfficeKind, officeKinds } from '../../../shared/office/kinds.ts';
import type { AdminScope } from '../../../shared/sync/adminApi.ts';
import { type AuditEntry, adminAuditApi } from '../../../shared/sync/adminAuditApi.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { Select } from '../../components/generic/fields/Select.tsx';
import { TextField } from '../../components/generic/fields/TextField.tsx';
import { EmptyState } from '../../components/generic/surfaces/EmptyState.tsx';
import { AskedTrouble } from '../asking/AskedTrouble.tsx';
import { usePages } from '../asking/usePages.ts';
import { useSettled } from '../form/ReferenceField.tsx';
import { sayKind } from '../form/sayField.ts';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';
import { AuditLine } from './AuditLine.tsx';
import styles from './AuditScreen.module.css';

const css = classesOf(styles);
const { path, response } = adminAuditApi.audit;
const isDay = (typed: string) => /^\d{4}-\d{2}-\d{2}$/.test(typed);

/** Who did what, when and why: read backwards, page by page. */
export function AuditScreen(props: { readonly scopes: readonly AdminScope[] }): ReactNode {
  const wording = useOfficeWording();
  const { t } = wording;
  const mayRead = props.scopes.includes('administrators');
  const [about, setAbout] = useState<'acts' | 'records' | OfficeKind>('acts');
  const [typed, type] = useState('');
  const actor = useSettled(typed).trim();
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const asked = new URLSearchParams({ about });
  if (actor !== '') asked.set('actor', actor);
  if (isDay(from)) asked.set('from', from);
  if (isDay(until)) asked.set('until', until);
  const { pages, trouble, isAsking, more, again } = usePages(
    mayRead ? `${path}?${asked.toString()}` : null,
    response,
  );
  const entries = pages?.flatMap((page) => page.entries) ?? [];
  if (!mayRead)
    return (
      <div className={css('alone')}>
        <EmptyState title={t('audit.noScope')} next={t('audit.noScope.next')} icon="lock" />
      </div>
    );
  return (
    <div className={css('screen')}>
      <h1 className={css('title')}>{t('office.audit')}</h1>
      <div className={css('filters')}>
        <Select
          label={t('audit.about')}
          chosen={about}
          onChoose={setAbout}
          choices={[
            { key: 'acts', word: t('audit.about.acts') },
            { key: 'records', word: t('audit.about.records') },
            ...officeKinds.map((key) => ({ key, word: sayKind(wording, key) })),
          ]}
        />
        <TextField label={t('audit.actor')} value={typed} onChange={type} />
        <TextField label={t('audit.from')} value={from} onChange={setFrom} isDay />
        <TextField label={t('audit.until')} value={until} onChange={setUntil} isDay />
      </div>
      {trouble && <AskedTrouble trouble={trouble} onAgain={again} />}
      {pages && entries.length === 0 && (
        <EmptyState
          size="part"
          title={t(more ? 'audit.notYet' : 'audit.none')}
          next={t(more ? 'audit.notYet.next' : 'audit.none.next')}
        />
      )}
      <ol className={css('lines')}>
        {entries.map((entry) => (
          <AuditLine key={keyOf(entry)} entry={entry} />
        ))}
      </ol>
      {more && (
        <div className={css('more')}>
          <Button onPress={more} isPending={isAsking}>
            {t('audit.more')}
          </Button>
        </div>
      )}
    </div>
  );
}

function keyOf({ source, number }: AuditEntry): string {
  return `${source} ${number}`;
}
