import { type ReactNode, useState, useSyncExternalStore } from 'react';
import {
  type HeldDecisionRow,
  letHeldDecisionGo,
  sealHeldDecision,
} from '../../actions/heldDecisions.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { PinField } from '../../components/generic/fields/PinField.tsx';
import { Notice } from '../../components/generic/surfaces/Notice.tsx';
import { Sheet } from '../../components/generic/surfaces/Sheet.tsx';
import { Particulars } from '../../components/returns/Particulars.tsx';
import { useCase } from '../../queries/oneCase/oneCase.ts';
import { useHeldDecisions } from '../../queries/station/heldDecisions.ts';
import type { ActionRefusal } from '../../recording/actionContext.ts';
import { sayRefusal } from '../../wording/sayRefusal.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { useActionContext, useDecisionInHand } from '../../workflow/AtWork.tsx';
import styles from './HeldDecisions.module.css';

/** Decisions that were signed here and got no further: to sign again for whoever made them, by name. */
export function HeldDecisions(): ReactNode {
  const { t, formatDate } = useWording();
  const context = useActionContext();
  const { person } = context;
  const hand = useDecisionInHand();
  const { keys } = useSyncExternalStore(hand.subscribe, hand.now);
  const held = useHeldDecisions().filter((row) => !keys.includes(row.key));
  const [opened, setOpened] = useState<string | null>(null);
  const signing = held.find((row) => row.key === opened);
  const supervises = person.roles.includes('supervisor');
  return (
    <>
      {held.map((row) => {
        const isOwn = row.personId === person.personId;
        const giveUp = (
          <Button key="drop" onPress={() => void letHeldDecisionGo(context, row.key)}>
            {t('desk.held.drop')}
          </Button>
        );
        return (
          <Notice
            key={row.key}
            tone="warning"
            icon="gavel"
            isNew
            title={t(isOwn ? 'desk.held.own' : 'desk.held.other', {
              person: row.personName,
              name: row.caseName,
            })}
            actions={
              isOwn ? (
                <>
                  <Button look="primary" onPress={() => setOpened(row.key)}>
                    {t('desk.held.sign')}
                  </Button>
                  {giveUp}
                </>
              ) : (
                supervises && giveUp
              )
            }
          >
            {t(isOwn ? 'desk.held.own.what' : 'desk.held.other.what', {
              person: row.personName,
              decision: t(`desk.decision.${row.decision.decision}`),
              moment: formatDate(row.signedAt, 'moment'),
            })}
          </Notice>
        );
      })}
      {signing && <SignAgain held={signing} onClose={() => setOpened(null)} />}
    </>
  );
}

/** What was decided, once more before the eyes, and the PIN. */
function SignAgain(props: {
  readonly held: HeldDecisionRow;
  readonly onClose: () => void;
}): ReactNode {
  const wording = useWording();
  const { t, formatDate, formatList, formatMoney } = wording;
  const context = useActionContext();
  const { held } = props;
  const { decision } = held;
  const [pin, setPin] = useState('');
  const [isSigning, setSigning] = useState(false);
  const [refusal, setRefusal] = useState<ActionRefusal | null>(null);
  const said = refusal && sayRefusal(wording, refusal);
  const currency = useCase(held.caseId)?.references?.contract?.currency ?? null;
  const granted = decision.choices.map(({ resolution, disposition, overrideAmount: minor }) =>
    [
      t(`resolution.${resolution}`),
      ...(minor !== null && currency !== null ? [formatMoney({ minor, currency })] : []),
      t(`disposition.${disposition}`),
    ].join(' · '),
  );

  async function sign(): Promise<void> {
    if (isSigning) return;
    setSigning(true);
    const result = await sealHeldDecision(context, held, pin);
    setSigning(false);
    setPin('');
    if (result.ok) props.onClose();
    else setRefusal(result.refusal);
  }

  return (
    <Sheet
      title={t('desk.held.sheet', { name: held.caseName })}
      isOpen
      onClose={props.onClose}
      actions={<Button onPress={props.onClose}>{t('action.cancel')}</Button>}
    >
      <div className={styles['signing']}>
        <Particulars
          look="lines"
          items={[
            { name: t('desk.decision'), value: t(`desk.decision.${decision.decision}`) },
            { name: t('desk.held.signedAt'), value: formatDate(held.signedAt, 'moment') },
            ...(granted.length > 0
              ? [{ name: t('desk.resolution'), value: formatList(granted), isWide: true }]
              : []),
            ...(decision.reason === ''
              ? []
              : [{ name: t('desk.reason'), value: decision.reason, isWide: true }]),
          ]}
        />
        <PinField
          label={t('desk.pin', { name: held.personName })}
          value={pin}
          onChange={(value) => {
            setPin(value);
            setRefusal(null);
          }}
          onSubmit={() => void sign()}
          submitWord={t('desk.held.sign')}
          problem={said && `${said.what} ${said.toDo}`}
          isPending={isSigning}
          takesFocus
        />
      </div>
    </Sheet>
  );
}
