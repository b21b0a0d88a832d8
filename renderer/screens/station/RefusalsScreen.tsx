import type { ReactNode } from 'react';
import type { CaseFile } from '../../../shared/cases/reading/caseFile.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { SectionHead } from '../../components/generic/lists/SectionHead.tsx';
import { StateMark } from '../../components/generic/marks/StateMark.tsx';
import { EmptyState } from '../../components/generic/surfaces/EmptyState.tsx';
import { Identifier } from '../../components/returns/Identifier.tsx';
import {
  type RefusedFact,
  useCasesOfRefused,
  useNames,
  useRefusals,
} from '../../queries/station/refusals.ts';
import { useSession } from '../../session/session.ts';
import { sayRefusal } from '../../wording/sayRefusal.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { DecidedInstead } from '../refused/DecidedInstead.tsx';
import { AcceptButton, type RefusedRecord, WhoAccepts } from './AcceptButton.tsx';
import { HandedInRefusals } from './HandedInRefusals.tsx';
import { type RescueDesktop, useRescueStatus } from './rescueDesktop.ts';
import styles from './Station.module.css';
import { sayRecord } from './sayRecord.ts';

const css = classesOf(styles);

/** What central answered no to: the reason, and what to do. */
export function RefusalsScreen(props: {
  readonly desktop: Pick<RescueDesktop, 'rescueStatus'>;
  readonly onOpenCase: (caseId: string) => void;
  readonly onSeen: (factId: string) => void;
}): ReactNode {
  const { t } = useWording();
  const mode = useSession((session) => session.mode);
  const refusals = useRefusals();
  const files = useCasesOfRefused(refusals);
  const nameOf = useNames();
  const handedIn = useRescueStatus(props.desktop)?.stations ?? [];
  const areNone = refusals?.length === 0 && handedIn.every((it) => it.refusals.length === 0);
  return (
    <main className={css('page')} data-density={mode === 'desk' ? 'desk' : 'bench'}>
      <SectionHead level={1} title={t('refused.title')} />
      {areNone ? (
        <EmptyState icon="checks" title={t('refused.empty')} next={t('refused.empty.next')} />
      ) : (
        <p className={css('lead')}>{t('refused.lead')}</p>
      )}
      <ul className={css('refusals')}>
        {refusals?.map((refused) => (
          <li key={refused.id} className={css('refusal')} data-seen={refused.seenAt !== null}>
            <Refused
              refused={refused}
              among={refusals}
              file={files?.get(refused.caseId) ?? null}
              nameOf={nameOf}
              {...props}
            />
          </li>
        ))}
      </ul>
      <HandedInRefusals stations={handedIn} />
    </main>
  );
}

function Refused(props: {
  readonly refused: RefusedFact;
  readonly among: readonly RefusedFact[];
  /** The case of a refused decision, once it is read. */
  readonly file: CaseFile | null;
  readonly nameOf: (id: string) => string;
  readonly onOpenCase: (caseId: string) => void;
  readonly onSeen: (factId: string) => void;
}): ReactNode {
  const wording = useWording();
  const { t, formatDate } = wording;
  const { refused } = props;
  const [record] = openRecord(refused);
  const said = sayRecord(wording, refused.fact);
  const words =
    refused.why.kind === 'refused'
      ? sayRefusal(wording, refused.why.refusal)
      : { what: t('refused.quarantined'), toDo: t('refused.quarantined.do') };
  return (
    <>
      <div className={css('about')}>
        <StateMark shape="refused" tone="red" word={t(`fact.${refused.kind}`)} />
        {said !== null && <span className={css('said')}>{said}</span>}
        {refused.rma === null ? (
          <span>{t('refused.noCase')}</span>
        ) : (
          <Identifier value={refused.rma} />
        )}
        <span className={css('when')}>
          {t('refused.recordedBy', {
            name: refused.recordedBy,
            when: formatDate(refused.fact.at.utc, 'moment'),
          })}
        </span>
        <span className={css('when')}>
          {t('refused.refusedAt', { when: formatDate(refused.refusedAt, 'moment') })}
        </span>
      </div>
      <div className={css('why')}>
        <p className={css('what')}>{words.what}</p>
        {props.file && refused.fact.kind === 'verdictDecided' && (
          <DecidedInstead refused={refused.fact} file={props.file} nameOf={props.nameOf} />
        )}
        <p>{words.toDo}</p>
        {record && <WhoAccepts record={record} />}
        {refused.acceptedBy !== null && (
          <p>{t('refused.accept.waits', { name: refused.acceptedBy })}</p>
        )}
      </div>
      <div className={css('actions')}>
        {record && <AcceptButton record={record} among={props.among.flatMap(openRecord)} />}
        {refused.caseId !== '' && (
          <Button onPress={() => props.onOpenCase(refused.caseId)}>{t('refused.openCase')}</Button>
        )}
        {refused.seenAt === null && (
          <Button icon="check" onPress={() => props.onSeen(refused.id)}>
            {t('refused.seen')}
          </Button>
        )}
      </div>
    </>
  );
}

/** What can still be accepted: sealed here, refused in words, and nobody has accepted it yet. */
function openRecord({
  fact,
  hash,
  recordedBy,
  rma,
  acceptedBy,
  why,
}: RefusedFact): RefusedRecord[] {
  return why.kind === 'refused' && hash !== null && acceptedBy === null
    ? [{ fact, hash, recordedBy, rma, refusal: why.refusal }]
    : [];
}
