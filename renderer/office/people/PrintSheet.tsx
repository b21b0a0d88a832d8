import { type ReactNode, useState } from 'react';
import { adminPeopleApi } from '../../../shared/sync/adminPeopleApi.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { Checkbox } from '../../components/generic/fields/Checkbox.tsx';
import { SegmentedChoice } from '../../components/generic/fields/SegmentedChoice.tsx';
import { TextField } from '../../components/generic/fields/TextField.tsx';
import { Notice } from '../../components/generic/surfaces/Notice.tsx';
import { Sheet } from '../../components/generic/surfaces/Sheet.tsx';
import { AskedTrouble } from '../asking/AskedTrouble.tsx';
import { ask, type Trouble } from '../asking/ask.ts';
import type { ToPrint } from '../printing/toPrint.ts';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';
import styles from './PeopleScreen.module.css';
import type { PersonRow } from './personRow.ts';

const css = classesOf(styles);
type What = 'badges' | 'slips';

/** Sheets of five: what a shift is given at once. */
const mostAtOnce = 50;

/** Whose badges, or joining slips, are printed. Slips are made now, one for each. */
export function PrintSheet(props: {
  readonly people: readonly PersonRow[];
  readonly toPrint: (row: PersonRow) => Omit<ToPrint, 'slip'>;
  readonly onClose: () => void;
  readonly onPrint: (items: readonly ToPrint[]) => void;
}): ReactNode {
  const { t } = useOfficeWording();
  const { people, toPrint } = props;
  const [what, choose] = useState<What>('badges');
  const [ticked, tick] = useState<ReadonlySet<string>>(
    () => new Set(people.slice(0, mostAtOnce).map(({ person }) => person.id)),
  );
  const [reason, setReason] = useState('');
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [isTrying, setTrying] = useState(false);
  const chosen = people.filter(({ person }) => ticked.has(person.id));
  const isTooMany = chosen.length > mostAtOnce;
  const isReady = chosen.length > 0 && !isTooMany && (what === 'badges' || reason.trim() !== '');

  async function go(): Promise<void> {
    if (what === 'badges')
      return props.onPrint(chosen.map((row) => ({ ...toPrint(row), slip: null })));
    setTrying(true);
    setTrouble(null);
    const { path, response } = adminPeopleApi.joiningSlip;
    const items: ToPrint[] = [];
    for (const row of chosen) {
      const at = path.replace(':id', encodeURIComponent(row.person.id));
      const answer = await ask({ method: 'POST', path: at, body: { reason } }, response);
      if (!answer.ok) {
        setTrying(false);
        return setTrouble(answer.refusal);
      }
      items.push({ ...toPrint(row), slip: answer.value });
    }
    return props.onPrint(items);
  }

  return (
    <Sheet
      title={t('print.open')}
      isOpen
      onClose={props.onClose}
      actions={
        <>
          <Button onPress={props.onClose}>{t('action.cancel')}</Button>
          <Button
            look="primary"
            icon="printer"
            isDisabled={!isReady}
            isPending={isTrying}
            onPress={() => void go()}
          >
            {t('print.show', { count: chosen.length })}
          </Button>
        </>
      }
    >
      <SegmentedChoice<What>
        label={t('print.what')}
        chosen={what}
        onChoose={choose}
        segments={[
          { key: 'badges', word: t('print.badges'), icon: 'badge' },
          { key: 'slips', word: t('print.slips'), icon: 'key' },
        ]}
      />
      {what === 'slips' && <p>{t('print.slips.lead')}</p>}
      <div className={css('whom')}>
        <Button
          look="bare"
          onPress={() =>
            tick(
              ticked.size > 0
                ? new Set()
                : new Set(people.slice(0, mostAtOnce).map(({ person }) => person.id)),
            )
          }
        >
          {t(ticked.size > 0 ? 'print.noneOf' : 'print.allOf')}
        </Button>
        <div className={css('ticks')}>
          {people.map(({ person: { id, name } }) => (
            <Checkbox
              key={id}
              isChecked={ticked.has(id)}
              onChange={(isChecked) =>
                tick(
                  isChecked
                    ? new Set([...ticked, id])
                    : new Set([...ticked].filter((other) => other !== id)),
                )
              }
            >
              {name}
            </Checkbox>
          ))}
        </div>
      </div>
      {isTooMany && (
        <Notice tone="warning" title={t('print.tooMany', { most: mostAtOnce })} isNew />
      )}
      {what === 'slips' && (
        <TextField
          label={t('form.reason')}
          help={t('form.reason.help')}
          value={reason}
          onChange={setReason}
          most={500}
        />
      )}
      {trouble && <AskedTrouble trouble={trouble} />}
    </Sheet>
  );
}
