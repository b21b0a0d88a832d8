import type { ReactNode } from 'react';
import {
  type ConnectionScope,
  ConnectionScope as Scope,
  siteScopes,
} from '../../../shared/sync/connectionApi.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Checkbox } from '../../components/generic/fields/Checkbox.tsx';
import { SegmentedChoice } from '../../components/generic/fields/SegmentedChoice.tsx';
import { Icon } from '../../components/generic/marks/Icon.tsx';
import fieldStyles from '../form/Fields.module.css';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';
import styles from './Connections.module.css';
import type { ConnectionSite } from './connectionRow.ts';

const css = classesOf({ ...fieldStyles, ...styles });

export type May = {
  readonly scopes: readonly ConnectionScope[];
  /** Null: the whole company. */
  readonly siteIds: readonly string[] | null;
};

export const isComplete = ({ scopes, siteIds }: May): boolean =>
  scopes.length > 0 && (siteIds === null || siteIds.length > 0);

/** What a connection may, and of which sites. */
export function MayFields(props: {
  readonly may: May;
  readonly sites: readonly ConnectionSite[];
  /** What is missing is said. */
  readonly isTried: boolean;
  readonly onChange: (may: May) => void;
}): ReactNode {
  const { t } = useOfficeWording();
  const { may, sites, isTried, onChange } = props;
  const { scopes, siteIds } = may;
  const open = siteIds === null ? Scope.options : siteScopes;
  return (
    <>
      <fieldset className={css('choices')}>
        <legend className={css('legend')}>{t('connections.where')}</legend>
        <SegmentedChoice<'company' | 'sites'>
          label={t('connections.where')}
          isLabelHidden
          chosen={siteIds === null ? 'company' : 'sites'}
          onChoose={(key) =>
            onChange(
              key === 'company'
                ? { scopes, siteIds: null }
                : { scopes: scopes.filter((it) => siteScopes.includes(it)), siteIds: [] },
            )
          }
          segments={[
            { key: 'company', word: t('connections.company') },
            { key: 'sites', word: t('connections.someSites') },
          ]}
        />
        {siteIds !== null && (
          <>
            <p className={css('help')}>{t('connections.someSites.help')}</p>
            <div className={css('many')}>
              {sites.map(({ id, name }) => (
                <Checkbox
                  key={id}
                  isChecked={siteIds.includes(id)}
                  onChange={(isChosen) =>
                    onChange({
                      scopes,
                      siteIds: isChosen ? [...siteIds, id] : siteIds.filter((it) => it !== id),
                    })
                  }
                >
                  {name}
                </Checkbox>
              ))}
            </div>
          </>
        )}
        {isTried && siteIds?.length === 0 && <Needed />}
      </fieldset>
      <fieldset className={css('choices')}>
        <legend className={css('legend')}>{t('connections.may')}</legend>
        <div className={css('scopes')}>
          {open.map((scope) => (
            <Checkbox
              key={scope}
              isChecked={scopes.includes(scope)}
              hint={t(helpOf(scope, siteIds !== null))}
              onChange={(isChosen) =>
                onChange({
                  siteIds,
                  scopes: Scope.options.filter((it) =>
                    it === scope ? isChosen : scopes.includes(it),
                  ),
                })
              }
            >
              {t(`scope.${scope}`)}
            </Checkbox>
          ))}
        </div>
        {isTried && scopes.length === 0 && <Needed />}
      </fieldset>
    </>
  );
}

function helpOf(scope: ConnectionScope, isOfSites: boolean) {
  if (isOfSites && scope === 'records') return 'scope.records.ofSites';
  return isOfSites && scope === 'policy'
    ? 'scope.policy.ofSites'
    : (`scope.${scope}.help` as const);
}

function Needed(): ReactNode {
  const { t } = useOfficeWording();
  return (
    <p className={css('problem')}>
      <Icon name="alert" size="small" />
      {t('form.needed')}
    </p>
  );
}
