import type { ReactNode } from 'react';
import type { OfficeKind } from '../../../shared/office/kinds.ts';
import { Found, officePagePaths } from '../../../shared/office/officePageApi.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import { SectionHead } from '../../components/generic/lists/SectionHead.tsx';
import { AskedTrouble } from '../asking/AskedTrouble.tsx';
import { useAsked } from '../asking/useAsked.ts';
import { sayKind } from '../form/sayField.ts';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';
import { FoundRows } from './FoundList.tsx';
import type { OfficeRecordRead } from './officeRecord.ts';
import styles from './RecordUses.module.css';

const css = classesOf(styles);

/** What other records name. */
const named: readonly OfficeKind[] = ['sites', 'clients', 'contracts', 'articles', 'order-lines'];

/** The records that name this one, kind by kind. */
export function RecordUses(props: {
  readonly kind: OfficeKind;
  readonly record: OfficeRecordRead;
}): ReactNode {
  const wording = useOfficeWording();
  const { t, formatNumber } = wording;
  const { kind, record } = props;
  const about = new URLSearchParams({ kind, source: record.source, id: record.id });
  const isNamed = named.includes(kind);
  const { answer, again } = useAsked(isNamed ? `${officePagePaths.uses}?${about}` : null, Found);
  if (!isNamed || answer === null) return null;
  if (!answer.ok) return <AskedTrouble trouble={answer.refusal} onAgain={again} />;
  const { found, cut } = answer.value;
  const kinds = [...new Set(found.map((row) => row.kind))];
  return (
    <section className={css('uses')}>
      <SectionHead title={t('records.uses')} level={2} />
      {kinds.length === 0 && <p className={css('none')}>{t('records.uses.none')}</p>}
      {kinds.map((of) => {
        const rows = found.filter((row) => row.kind === of);
        return (
          <section key={of}>
            <SectionHead
              level={3}
              title={sayKind(wording, of)}
              count={`${formatNumber(rows.length)}${cut.includes(of) ? '+' : ''}`}
              {...(cut.includes(of) && { aside: t('records.uses.newest') })}
            />
            <FoundRows kind={of} rows={rows} chosen={null} />
          </section>
        );
      })}
    </section>
  );
}
