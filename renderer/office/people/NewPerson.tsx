import { type ReactNode, useState } from 'react';
import type { z } from 'zod';
import type { Person } from '../../../shared/facts/documents.ts';
import { adminPeopleApi } from '../../../shared/sync/adminPeopleApi.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { Notice } from '../../components/generic/surfaces/Notice.tsx';
import { ask, type Trouble } from '../asking/ask.ts';
import { WhyAndSave } from '../asking/WhyAndSave.tsx';
import { addressOf, goTo } from '../places/place.ts';
import type { Slip } from '../printing/toPrint.ts';
import recordStyles from '../records/OneRecord.module.css';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';
import { PersonFields } from './PersonFields.tsx';
import { draftOf, type PersonProblems, problemFrom, problemsIn } from './personDraft.ts';
import type { SiteRow } from './personRow.ts';
import { SlipShown } from './SlipShown.tsx';

const css = classesOf(recordStyles);
type Added = z.output<typeof adminPeopleApi.addPerson.response>;

/** Somebody who begins to work here: put in, and given what they join with. */
export function NewPerson(props: {
  readonly sites: readonly SiteRow[];
  readonly onMade: () => void;
  readonly onPrint: (person: Person, slip: Slip) => void;
}): ReactNode {
  const wording = useOfficeWording();
  const { t } = wording;
  const { sites } = props;
  const [draft, setDraft] = useState(() =>
    draftOf(null, sites.length === 1 ? [sites[0]?.id ?? ''] : []),
  );
  const [problems, setProblems] = useState<PersonProblems>({});
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [isTrying, setTrying] = useState(false);
  const [added, setAdded] = useState<Added | null>(null);

  async function save(event: { readonly preventDefault: () => void }): Promise<void> {
    event.preventDefault();
    if (isTrying) return;
    const wrong = problemsIn(wording, draft, false);
    setProblems(wrong);
    setTrouble(null);
    if (Object.keys(wrong).length > 0) return;
    setTrying(true);
    const { path, response } = adminPeopleApi.addPerson;
    const { reason, name, ...rest } = draft;
    const body = {
      ...rest,
      name: name.trim(),
      reason: reason.trim() === '' ? t('people.new.reason') : reason.trim(),
    };
    const answer = await ask({ method: 'POST', path, body }, response);
    setTrying(false);
    if (answer.ok) {
      setAdded(answer.value);
      return props.onMade();
    }
    const at = problemFrom(wording, answer.refusal);
    return at ? setProblems(at) : setTrouble(answer.refusal);
  }

  if (added)
    return (
      <article className={css('record')}>
        <Head title={added.person.name} />
        <SlipShown
          name={added.person.name}
          slip={added}
          onPrint={() => props.onPrint(added.person, added)}
        />
        <div className={css('acts')}>
          <Button onPress={() => goTo({ at: 'people', who: added.person.id })}>
            {t('action.done')}
          </Button>
        </div>
      </article>
    );
  return (
    <article className={css('record')}>
      <Head title={t('people.new')} />
      {sites.length === 0 && (
        <Notice tone="warning" title={t('people.new.noSite')}>
          {t('people.new.noSite.next')}
        </Notice>
      )}
      <form noValidate className={css('form')} onSubmit={(event) => void save(event)}>
        <PersonFields
          draft={draft}
          problems={problems}
          sites={sites}
          onChange={setDraft}
          takesFocus
        />
        <WhyAndSave
          reason={draft.reason}
          onReason={(reason) => setDraft({ ...draft, reason })}
          usual={t('people.new.reason')}
          trouble={trouble}
          isTrying={isTrying}
          onCancel={() => goTo({ at: 'people', who: null })}
        />
      </form>
    </article>
  );
}

function Head(props: { readonly title: string }): ReactNode {
  const { t } = useOfficeWording();
  return (
    <header className={css('head')}>
      <div>
        <p className={css('kind')}>
          <a className={css('back')} href={addressOf({ at: 'people', who: null })}>
            {t('people.part.people')}
          </a>
        </p>
        <h2 className={css('title')}>{props.title}</h2>
      </div>
    </header>
  );
}
