import { type ReactNode, useState } from 'react';
import { Paper, type ReportVersion } from '../../../shared/facts/codes.ts';
import { makeReport } from '../../actions/printing/makeReport.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { SegmentedChoice } from '../../components/generic/fields/SegmentedChoice.tsx';
import { Select } from '../../components/generic/fields/Select.tsx';
import { Progress } from '../../components/generic/surfaces/Progress.tsx';
import { Sheet } from '../../components/generic/surfaces/Sheet.tsx';
import type { CaseView } from '../../queries/oneCase/caseView.ts';
import { useCatalogue } from '../../queries/StationStorage.tsx';
import { type Language, languageFor, languageKeys, languages } from '../../wording/languages.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { useActionContext } from '../../workflow/AtWork.tsx';
import { Outcome, type Said } from './Outcome.tsx';
import styles from './ReportSheet.module.css';
import { ReportsMade } from './ReportsMade.tsx';
import { tellReport } from './tellReport.ts';

/** For whom, in which language, on which paper; and the reports of the case made so far. */
export function ReportSheet(props: {
  readonly view: CaseView;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useWording();
  const { view } = props;
  const context = useActionContext();
  const catalogue = useCatalogue();
  const client = view.references?.client ?? null;
  const [version, setVersion] = useState<ReportVersion>('client');
  const [language, setLanguage] = useState<Language>(() => languageFor([client?.language ?? '']));
  const [paper, setPaper] = useState<Paper>(() => paperIn(client?.country ?? null));
  const [share, setShare] = useState<number | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState<Said | null>(null);

  async function make(): Promise<void> {
    setBusy(true);
    setSaid(null);
    setShare(null);
    const onPicture = (read: number, all: number) => setShare(read / all);
    const wanted = { version, language, paper, catalogue, onPicture };
    const made = await makeReport(context, {
      caseId: view.file.returnCase.id,
      version,
      language,
      paper,
      async tell(called) {
        const told = await tellReport(context, view, wanted, called);
        setShare(null);
        return told;
      },
    }).finally(() => setBusy(false));
    if (!made.ok) setSaid(made.refusal.code === 'calledOff' ? null : { kind: 'refused', ...made });
    else if (made.value.file.ok) setSaid({ kind: 'saved', file: made.value.file.value });
    else
      setSaid({ kind: 'unkept', sha256: made.value.fact.sha256, refusal: made.value.file.refusal });
  }

  async function saveElsewhere(sha256: string): Promise<void> {
    const kept = await context.desktop.keepPrinted({ sha256, elsewhere: true });
    if (kept.ok) setSaid({ kind: 'saved', file: kept.value.fileName });
    else if (kept.refusal.code !== 'calledOff')
      setSaid({ kind: 'unkept', sha256, refusal: kept.refusal });
  }

  return (
    <Sheet
      title={t('report.sheet')}
      isOpen
      onClose={props.onClose}
      width="wide"
      actions={
        <>
          <Button onPress={props.onClose}>{t('action.close')}</Button>
          <Button look="primary" icon="document" isDisabled={isBusy} onPress={() => void make()}>
            {t('report.sheet.go')}
          </Button>
        </>
      }
    >
      <div className={styles['form']}>
        <SegmentedChoice
          label={t('report.sheet.version')}
          layout="grid"
          chosen={version}
          onChoose={setVersion}
          segments={(['client', 'internal'] as const).map((key) => ({
            key,
            word: t(`report.sheet.${key}`),
            hint: t(`report.sheet.${key}.hint`),
          }))}
        />
        <div className={styles['pair']}>
          <Select
            label={t('report.sheet.language')}
            chosen={language}
            onChoose={setLanguage}
            choices={languageKeys.map((key) => ({ key, word: languages[key].name }))}
          />
          <SegmentedChoice
            label={t('report.sheet.paper')}
            chosen={paper}
            onChoose={setPaper}
            segments={Paper.options.map((key) => ({ key, word: key }))}
          />
        </div>
        {isBusy && <Progress label={t('report.sheet.busy')} share={share} />}
        {said && <Outcome said={said} onElsewhere={(sha256) => void saveElsewhere(sha256)} />}
        <ReportsMade view={view} />
      </div>
    </Sheet>
  );
}

/** Letter where it is the common sheet. */
function paperIn(country: string | null): Paper {
  return country !== null && ['US', 'CA', 'MX', 'CL', 'CO', 'PH'].includes(country)
    ? 'Letter'
    : 'A4';
}
