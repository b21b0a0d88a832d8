import type { ReactNode } from 'react';
import { type Choice, Select } from '../../components/generic/fields/Select.tsx';
import { TextField } from '../../components/generic/fields/TextField.tsx';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';

/** What narrows the list of people and that of stations: a name, a state, a site. */
export function WhichAndWhere<Shown extends string>(props: {
  readonly help: string;
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly states: readonly Choice<Shown>[];
  readonly shown: Shown;
  readonly onShow: (shown: Shown) => void;
  readonly sites: readonly { readonly id: string; readonly name: string }[];
  readonly siteId: string;
  readonly onChooseSite: (siteId: string) => void;
  readonly className: string | undefined;
}): ReactNode {
  const { t } = useOfficeWording();
  return (
    <>
      <TextField
        label={t('people.find')}
        help={props.help}
        value={props.typed}
        onChange={props.onType}
      />
      <div className={props.className}>
        <Select
          label={t('people.state')}
          chosen={props.shown}
          onChoose={props.onShow}
          choices={props.states}
        />
        <Select
          label={t('people.site')}
          chosen={props.siteId}
          onChoose={props.onChooseSite}
          choices={[
            { key: 'all', word: t('people.site.all') },
            ...props.sites.map(({ id, name }) => ({ key: id, word: name })),
          ]}
        />
      </div>
    </>
  );
}
