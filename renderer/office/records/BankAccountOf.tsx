import { type ReactNode, useState } from 'react';
import { z } from 'zod';
import { ShownAccount } from '../../../shared/office/bodies/bank.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { SectionHead } from '../../components/generic/lists/SectionHead.tsx';
import { Particulars } from '../../components/returns/Particulars.tsx';
import { AskedTrouble } from '../asking/AskedTrouble.tsx';
import { ReasonSheet } from '../asking/ReasonSheet.tsx';
import { useAsked } from '../asking/useAsked.ts';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';
import styles from './BankAccountOf.module.css';
import { BankSheet } from './BankSheet.tsx';

const css = classesOf(styles);

/** Where a client's refunds by transfer go: masked, and for whoever sees refunds alone. */
export function BankAccountOf(props: {
  /** Of the client's record. */
  readonly path: string;
  readonly client: string;
}): ReactNode {
  const { t, formatDate } = useOfficeWording();
  const path = `${props.path}/bank`;
  const { answer, again } = useAsked(path, ShownAccount);
  const [act, setAct] = useState<'keep' | 'remove' | null>(null);
  const done = () => {
    setAct(null);
    again();
  };
  if (answer === null) return null;
  const isNone =
    !answer.ok && (answer.refusal.kind === 'gone' || answer.refusal.kind === 'refused');
  if (!answer.ok && !isNone) return <AskedTrouble trouble={answer.refusal} onAgain={again} />;
  const account = answer.ok ? answer.value : null;
  return (
    <section className={css('bank')}>
      <SectionHead
        title={t('bank.title')}
        aside={
          <>
            {account && (
              <Button look="bare" onPress={() => setAct('remove')}>
                {t('bank.remove')}
              </Button>
            )}
            <Button onPress={() => setAct('keep')}>
              {t(account ? 'bank.replace' : 'bank.enter')}
            </Button>
          </>
        }
      />
      {account === null ? (
        <p className={css('none')}>{t('bank.none')}</p>
      ) : (
        <Particulars
          items={[
            {
              name: t('bank.iban'),
              value: <span translate="no">{account.iban}</span>,
            },
            {
              name: t('bank.since'),
              value: t('bank.since.by', {
                when: formatDate(account.changedAt, 'moment'),
                who: account.changedBy,
              }),
            },
          ]}
        />
      )}
      {act === 'keep' && (
        <BankSheet
          path={path}
          client={props.client}
          isReplaced={account !== null}
          onClose={() => setAct(null)}
          onKept={done}
        />
      )}
      {act === 'remove' && (
        <ReasonSheet
          title={t('bank.remove.title', { client: props.client })}
          verb={t('bank.remove')}
          look="danger"
          method="DELETE"
          path={path}
          response={Removed}
          onClose={() => setAct(null)}
          onDone={done}
        >
          <p>{t('bank.remove.lead')}</p>
        </ReasonSheet>
      )}
    </section>
  );
}

const Removed = z.object({ outcome: z.literal('withdrawn') });
