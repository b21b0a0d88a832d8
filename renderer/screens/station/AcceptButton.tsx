import { type ReactNode, useState } from 'react';
import { isAcceptable, isFloorWork } from '../../../shared/cases/acceptAnyway.ts';
import type { Fact } from '../../../shared/facts/fact.ts';
import type { Refusal } from '../../../shared/facts/refusal.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { useWording } from '../../wording/WordingProvider.tsx';
import { useActionContext } from '../../workflow/AtWork.tsx';
import { type Acceptable, AcceptSheet } from './AcceptSheet.tsx';

/** A record central answered no to, as far as somebody may say otherwise. */
export type RefusedRecord = Acceptable & { readonly refusal: Refusal };

/**
 * The way back of honest floor work: a supervisor who did not record it accepts it, with all that was
 * refused of the same goods. Nothing where this person may not.
 */
export function AcceptButton(props: {
  readonly record: RefusedRecord;
  readonly among: readonly RefusedRecord[];
}): ReactNode {
  const { t } = useWording();
  const { person } = useActionContext();
  const [isOpen, setOpen] = useState(false);
  const { record } = props;
  const mayAccept = (one: RefusedRecord) => whoAccepts(one, person) === 'self';
  if (!mayAccept(record)) return null;
  const ofSameGoods = props.among.filter(
    (one) => mayAccept(one) && isOfSameGoods(one.fact, record.fact),
  );
  const together = ofSameGoods.toSorted((a, b) => (inOrder(a.fact) < inOrder(b.fact) ? -1 : 1));
  return (
    <>
      <Button
        look={ofSameGoods[0]?.fact.id === record.fact.id ? 'primary' : 'quiet'}
        icon="check"
        onPress={() => setOpen(true)}
      >
        {t('refused.accept')}
      </Button>
      {isOpen && <AcceptSheet records={together} onClose={() => setOpen(false)} />}
    </>
  );
}

/** Told to whoever may not: somebody else can, or nobody, because it is decided anew. */
export function WhoAccepts(props: { readonly record: RefusedRecord }): ReactNode {
  const { t } = useWording();
  const { person } = useActionContext();
  const { fact, refusal } = props.record;
  const who = whoAccepts(props.record, person);
  if (who === 'another') return <p>{t('refused.accept.who')}</p>;
  return who === 'nobody' && refusal.code === 'keyRetired' && !isFloorWork(fact.kind) ? (
    <p>{t('refused.accept.anew')}</p>
  ) : null;
}

function whoAccepts(
  { fact, refusal }: RefusedRecord,
  person: { readonly personId: string; readonly roles: readonly string[] },
): 'self' | 'another' | 'nobody' {
  if (!isAcceptable(fact, refusal)) return 'nobody';
  return person.roles.includes('supervisor') && fact.personId !== person.personId
    ? 'self'
    : 'another';
}

function isOfSameGoods(a: Fact, b: Fact): boolean {
  if (a.id === b.id) return true;
  if (a.caseId !== null || b.caseId !== null) return a.caseId === b.caseId;
  const arrival = arrivalOf(a);
  return arrival !== null && arrival === arrivalOf(b);
}

function arrivalOf(fact: Fact): string | null {
  if (fact.kind === 'photoTaken')
    return fact.subject.kind === 'arrival' ? fact.subject.arrivalId : null;
  return 'arrivalId' in fact ? (fact.arrivalId ?? null) : null;
}

function inOrder({ at, id }: Fact): string {
  return `${at.utc} ${id}`;
}
