import type { ReactNode } from 'react';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Checkbox } from '../../components/generic/fields/Checkbox.tsx';
import { TextField } from '../../components/generic/fields/TextField.tsx';
import { Icon } from '../../components/generic/marks/Icon.tsx';
import fieldStyles from '../form/Fields.module.css';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';
import { type PersonDraft, type PersonProblems, roles } from './personDraft.ts';
import type { SiteRow } from './personRow.ts';

const css = classesOf(fieldStyles);

/** Who somebody is, what they may do, and where. */
export function PersonFields(props: {
  readonly draft: PersonDraft;
  readonly problems: PersonProblems;
  readonly sites: readonly SiteRow[];
  readonly takesFocus?: boolean;
  readonly onChange: (draft: PersonDraft) => void;
}): ReactNode {
  const { t } = useOfficeWording();
  const { draft, problems, sites, onChange } = props;
  return (
    <div className={css('fields')}>
      <div className={css('field')}>
        <TextField
          label={t('people.name')}
          value={draft.name}
          onChange={(name) => onChange({ ...draft, name })}
          problem={problems.name ?? null}
          most={200}
          takesFocus={props.takesFocus ?? false}
        />
      </div>
      <div className={css('field')}>
        <TextField
          label={t('people.badge')}
          help={t('people.badge.help')}
          value={draft.badge}
          onChange={(typed) => onChange({ ...draft, badge: typed.toUpperCase() })}
          problem={problems.badge ?? null}
          look="mono"
          most={16}
        />
      </div>
      <Ticks
        label={t('people.roles')}
        problem={problems.roles}
        options={roles.map((id) => ({ id, name: t(`role.${id}`) }))}
        chosen={draft.roles}
        onChange={(ids) => onChange({ ...draft, roles: roles.filter((id) => ids.includes(id)) })}
      />
      <Ticks
        label={t('people.sites')}
        problem={problems.siteIds}
        options={sites}
        chosen={draft.siteIds}
        onChange={(siteIds) => onChange({ ...draft, siteIds })}
      />
    </div>
  );
}

function Ticks(props: {
  readonly label: string;
  readonly problem: string | undefined;
  readonly options: readonly { readonly id: string; readonly name: string }[];
  readonly chosen: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
}): ReactNode {
  const { options, chosen } = props;
  return (
    <div className={css('field', 'wide')}>
      <fieldset className={css('choices')}>
        <legend className={css('legend')}>{props.label}</legend>
        <div className={css('many')}>
          {options.map(({ id, name }) => (
            <Checkbox
              key={id}
              isChecked={chosen.includes(id)}
              onChange={(isChosen) =>
                props.onChange(isChosen ? [...chosen, id] : chosen.filter((other) => other !== id))
              }
            >
              {name}
            </Checkbox>
          ))}
        </div>
        {props.problem !== undefined && (
          <p className={css('problem')}>
            <Icon name="alert" size="small" />
            {props.problem}
          </p>
        )}
      </fieldset>
    </div>
  );
}
