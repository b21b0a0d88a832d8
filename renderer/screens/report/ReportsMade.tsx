import type { ReactNode } from 'react';
import { reportName } from '../../../shared/cases/reading/reportName.ts';
import { SectionHead } from '../../components/generic/lists/SectionHead.tsx';
import { SavedMark } from '../../components/generic/marks/SavedMark.tsx';
import { EmptyState } from '../../components/generic/surfaces/EmptyState.tsx';
import { Identifier } from '../../components/returns/Identifier.tsx';
import type { CaseView } from '../../queries/oneCase/caseView.ts';
import { isLanguage, languages } from '../../wording/languages.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import styles from './ReportSheet.module.css';

/** Every report made of the case, the newest first: by number, for whom, by whom, and its checksum. */
export function ReportsMade(props: { readonly view: CaseView }): ReactNode {
  const { t, formatDate } = useWording();
  const { file, people, acceptance } = props.view;
  return (
    <section>
      <SectionHead level={3} title={t('report.made')} />
      {file.reports.length === 0 && <EmptyState size="part" title={t('report.sheet.none')} />}
      <ol className={styles['made']}>
        {file.reports.toReversed().map((report) => (
          <li key={report.id} className={styles['one']}>
            <p className={styles['name']}>
              <Identifier value={reportName(report)} />
              <span>
                {t('report.made.line', {
                  version: t(`report.version.${report.version}`),
                  language: isLanguage(report.language)
                    ? languages[report.language].name
                    : report.language,
                  paper: report.paper,
                })}
              </span>
            </p>
            <p className={styles['under']}>
              <span>{people.get(report.personId)?.name}</span>
              <span>{formatDate(report.at.utc, 'moment')}</span>
              <SavedMark saved={acceptance.get(report.id) ?? 'here'} />
            </p>
            <p className={styles['hash']} translate="no">
              {`SHA-256 ${report.sha256}`}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
