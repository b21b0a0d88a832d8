import { type ReactNode, useState } from 'react';
import type { Person } from '../../../shared/facts/documents.ts';
import { adminPeopleApi } from '../../../shared/sync/adminPeopleApi.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import { ask, type Trouble } from '../asking/ask.ts';
import { WhyAndSave } from '../asking/WhyAndSave.tsx';
import recordStyles from '../records/OneRecord.module.css';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';
import { PersonFields } from './PersonFields.tsx';
import { draftOf, type PersonProblems, problemFrom, problemsIn } from './personDraft.ts';
import type { SiteRow } from './personRow.ts';

const css = classesOf(recordStyles);

/** Another name, badge, role or site; why is asked each time. */
export function ChangePerson(props: {
  readonly person: Person;
  readonly sites: readonly SiteRow[];
  readonly onCancel: () => void;
  readonly onSaved: () => void;
}): ReactNode {
  const wording = useOfficeWording();
  const { person } = props;
  const [draft, setDraft] = useState(() => draftOf(person, []));
  const [problems, setProblems] = useState<PersonProblems>({});
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [isTrying, setTrying] = useState(false);

  async function save(event: { readonly preventDefault: () => void }): Promise<void> {
    event.preventDefault();
    if (isTrying) return;
    const wrong = problemsIn(wording, draft, true);
    setProblems(wrong);
    setTrouble(null);
    if (Object.keys(wrong).length > 0) return;
    setTrying(true);
    const { path, response } = adminPeopleApi.changePerson;
    const body = { ...draft, name: draft.name.trim(), reason: draft.reason.trim() };
    const at = path.replace(':id', encodeURIComponent(person.id));
    const answer = await ask({ method: 'POST', path: at, body }, response);
    setTrying(false);
    if (answer.ok) return props.onSaved();
    const wrongAt = problemFrom(wording, answer.refusal);
    return wrongAt ? setProblems(wrongAt) : setTrouble(answer.refusal);
  }

  return (
    <form noValidate className={css('form')} onSubmit={(event) => void save(event)}>
      <PersonFields draft={draft} problems={problems} sites={props.sites} onChange={setDraft} />
      <WhyAndSave
        reason={draft.reason}
        onReason={(reason) => setDraft({ ...draft, reason })}
        problem={problems.reason ?? null}
        trouble={trouble}
        isTrying={isTrying}
        onCancel={props.onCancel}
      />
    </form>
  );
}
