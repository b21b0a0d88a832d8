import { type ReactNode, useState } from 'react';
import type { z } from 'zod';
import { adminPeopleApi } from '../../../shared/sync/adminPeopleApi.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { Checkbox } from '../../components/generic/fields/Checkbox.tsx';
import { SectionHead } from '../../components/generic/lists/SectionHead.tsx';
import { type Column, Table } from '../../components/generic/lists/Table.tsx';
import { AskedTrouble } from '../asking/AskedTrouble.tsx';
import { ReasonSheet } from '../asking/ReasonSheet.tsx';
import { useAsked } from '../asking/useAsked.ts';
import type { OfficeWording } from '../wording/createOfficeWording.ts';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';
import styles from './PeopleScreen.module.css';

const css = classesOf(styles);
const { path, response } = adminPeopleApi.personKeys;
type Key = z.output<typeof response>['keys'][number];

/** What somebody signs with, and signed with: where, since when, and who vouched for it. */
export function KeysOfPerson(props: {
  readonly id: string;
  readonly name: string;
  readonly nameOfStation: (id: string) => string;
  readonly onChanged: () => void;
}): ReactNode {
  const wording = useOfficeWording();
  const { t, formatNumber } = wording;
  const at = (route: string) => route.replace(':id', encodeURIComponent(props.id));
  const { answer, again } = useAsked(at(path), response);
  const [revoking, revoke] = useState<Key | null>(null);
  const [isStolen, steal] = useState(false);
  const { revokeKey } = adminPeopleApi;
  const nameOf = ({ stationId }: Key) =>
    stationId === null ? t('people.keys.anywhere') : props.nameOfStation(stationId);
  if (answer && !answer.ok) return <AskedTrouble trouble={answer.refusal} onAgain={again} />;
  if (!answer || answer.value.keys.length === 0) return null;
  const { keys } = answer.value;
  return (
    <section className={css('keys')}>
      <SectionHead title={t('people.keys')} count={formatNumber(keys.length)} />
      <Table
        caption={t('people.keys')}
        isCaptionHidden
        rows={keys}
        keyOf={({ publicKey }) => publicKey}
        columns={columnsOf(wording, nameOf, revoke)}
      />
      {revoking && (
        <ReasonSheet
          title={t('people.keys.revoke.title', { name: props.name, where: nameOf(revoking) })}
          verb={t('people.keys.revoke')}
          look="danger"
          path={at(revokeKey.path)}
          body={{
            publicKey: revoking.publicKey,
            why: isStolen ? 'compromised' : 'replaced',
          }}
          response={revokeKey.response}
          onClose={() => revoke(null)}
          onDone={() => {
            revoke(null);
            again();
            props.onChanged();
          }}
        >
          <p>{t('people.keys.revoke.lead')}</p>
          <Checkbox isChecked={isStolen} onChange={steal} hint={t('people.leave.stolen.hint')}>
            {t('people.leave.stolen')}
          </Checkbox>
        </ReasonSheet>
      )}
    </section>
  );
}

function columnsOf(
  wording: OfficeWording,
  nameOf: (key: Key) => string,
  onRevoke: (key: Key) => void,
): readonly Column<Key>[] {
  const { t, formatDate } = wording;
  return [
    { key: 'where', head: t('people.keys.where'), isRowHead: true, cell: nameOf },
    {
      key: 'since',
      head: t('people.keys.since'),
      cell: ({ since }) => (since === null ? '–' : formatDate(since, 'dayWithYear')),
    },
    {
      key: 'by',
      head: t('people.keys.by'),
      cell: ({ vouchedBy }) => sayVouched(wording, vouchedBy),
    },
    {
      key: 'state',
      head: t('people.keys.state'),
      cell: ({ until, why }) =>
        until === null || why === null
          ? t('people.keys.inUse')
          : t(`people.keys.${why}`, { when: formatDate(until, 'dayWithYear') }),
    },
    {
      key: 'act',
      head: t('connections.acts'),
      align: 'end',
      cell: (key) =>
        key.until === null && (
          <Button
            look="bare"
            label={`${t('people.keys.revoke')}: ${nameOf(key)}`}
            onPress={() => onRevoke(key)}
          >
            {t('people.keys.revoke')}
          </Button>
        ),
    },
  ];
}

/** As central writes it: `slip: who`, `key: …`, or from before there were either. */
function sayVouched({ t }: OfficeWording, vouchedBy: string): string {
  if (vouchedBy.startsWith('slip: '))
    return t('people.keys.by.slip', { who: vouchedBy.slice(6).replace(/^admin: /, '') });
  if (vouchedBy.startsWith('key: ')) return t('people.keys.by.key');
  return vouchedBy === '' ? '–' : t('people.keys.by.central');
}
