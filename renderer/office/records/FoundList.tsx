import type { ReactNode } from 'react';
import { writeExternalId } from '../../../shared/office/externalId.ts';
import type { OfficeKind } from '../../../shared/office/kinds.ts';
import type { Found, FoundRecord } from '../../../shared/office/officePageApi.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import { ListRow, RowList } from '../../components/generic/lists/RowList.tsx';
import { SectionHead } from '../../components/generic/lists/SectionHead.tsx';
import { Tag } from '../../components/generic/marks/Tag.tsx';
import { sayKind } from '../form/sayField.ts';
import { titleOf, underOf } from '../form/titleOf.ts';
import { addressOf, goTo } from '../places/place.ts';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';
import styles from './FoundList.module.css';

const css = classesOf(styles);

/** What was found, kind by kind, each leading to all of its kind where there are more. */
export function FoundList(props: {
  readonly found: Found;
  readonly chosen: string | null;
  /** One kind was asked for: its name stands above already. */
  readonly isOneKind: boolean;
  readonly empty: ReactNode;
}): ReactNode {
  const wording = useOfficeWording();
  const { t, formatNumber } = wording;
  const { found, cut } = props.found;
  const kinds = [...new Set(found.map(({ kind }) => kind))];
  if (kinds.length === 0) return props.empty;
  return (
    <div className={css('kinds')}>
      {kinds.map((kind) => {
        const rows = found.filter((row) => row.kind === kind);
        const isCut = cut.includes(kind);
        return (
          <section key={kind}>
            {!props.isOneKind && (
              <SectionHead
                isSmall
                title={sayKind(wording, kind)}
                count={`${formatNumber(rows.length)}${isCut ? '+' : ''}`}
                {...(isCut && {
                  aside: (
                    <a className={css('all')} href={addressOf({ at: 'records', kind })}>
                      {t('records.find.more')}
                    </a>
                  ),
                })}
              />
            )}
            <FoundRows kind={kind} rows={rows} chosen={props.chosen} />
          </section>
        );
      })}
    </div>
  );
}

/** Records of a kind, each to be opened. */
export function FoundRows(props: {
  readonly kind: OfficeKind;
  readonly rows: readonly FoundRecord[];
  readonly chosen: string | null;
}): ReactNode {
  const wording = useOfficeWording();
  return (
    <RowList<FoundRecord>
      label={sayKind(wording, props.kind)}
      rows={props.rows}
      keyOf={keyOf}
      wordsOf={(row) => titleOf(row.kind, row.body, row.id)}
      chosen={props.chosen}
      onOpen={openFound}
    >
      {(row) => (
        <ListRow
          title={titleOf(row.kind, row.body, row.id)}
          under={underOf(row.kind, row.body)}
          {...(row.state !== 'current' && {
            end: (
              <Tag tone={row.state === 'draft' ? 'accent' : 'rest'}>
                {wording.t(`records.state.${row.state}`)}
              </Tag>
            ),
          })}
        />
      )}
    </RowList>
  );
}

export function openFound(row: FoundRecord): void {
  goTo({ at: 'record', kind: row.kind, ref: writeExternalId(row) });
}

function keyOf(row: FoundRecord): string {
  return `${row.kind} ${writeExternalId(row)}`;
}
