import { type ReactNode, useState } from 'react';
import { localDateOf } from '../../../shared/deadlines/localDay.ts';
import { Paper } from '../../../shared/facts/codes.ts';
import { printSheet } from '../../actions/printing/printSheet.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { SegmentedChoice } from '../../components/generic/fields/SegmentedChoice.tsx';
import { SectionHead } from '../../components/generic/lists/SectionHead.tsx';
import { Notice } from '../../components/generic/surfaces/Notice.tsx';
import { Progress } from '../../components/generic/surfaces/Progress.tsx';
import { useCatalogue } from '../../queries/StationStorage.tsx';
import { sayRefusal } from '../../wording/sayRefusal.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { useActionContext } from '../../workflow/AtWork.tsx';
import { defectsToPrint } from './findingCardsTold.ts';
import styles from './PrintSection.module.css';
import { type SheetKind, sheetKinds, sheetOf } from './sheets.ts';

type Printed = Awaited<ReturnType<typeof printSheet>>;

/** Command cards, cards of the bench and a sheet to try a scanner with, as PDF in the language of this station. */
export function PrintSection(props: { readonly zone: string | null }): ReactNode {
  const wording = useWording();
  const { t } = wording;
  const context = useActionContext();
  const catalogue = useCatalogue();
  const [paper, setPaper] = useState<Paper>('A4');
  const [isBusy, setBusy] = useState(false);
  const [done, setDone] = useState<Printed | null>(null);

  async function print(kind: SheetKind): Promise<void> {
    setBusy(true);
    setDone(null);
    const now = new Date(context.clock.now()).toISOString();
    const offered = defectsToPrint(catalogue, localDateOf(now, props.zone ?? 'UTC'));
    const document = sheetOf(kind, wording, context.enrolment.siteName, offered);
    setDone(await printSheet(context, { document, paper }));
    setBusy(false);
  }

  return (
    <section className={styles['section']}>
      <SectionHead title={t('cards.title')} />
      <p>{t('cards.badges')}</p>
      <SegmentedChoice
        label={t('report.sheet.paper')}
        chosen={paper}
        onChoose={setPaper}
        segments={Paper.options.map((key) => ({ key, word: key }))}
      />
      <div className={styles['steps']}>
        {sheetKinds.map((kind) => (
          <Button key={kind} icon="printer" isDisabled={isBusy} onPress={() => void print(kind)}>
            {t(`cards.${kind}`)}
          </Button>
        ))}
      </div>
      {isBusy && <Progress label={t('report.sheet.busy')} share={null} />}
      {done && <Done done={done} />}
    </section>
  );
}

function Done(props: { readonly done: Printed }): ReactNode {
  const wording = useWording();
  const { done } = props;
  if (done.ok)
    return (
      <Notice
        tone="success"
        isNew
        title={wording.t('report.saved', { file: done.value.fileName })}
      />
    );
  if (done.refusal.code === 'calledOff') return null;
  const { what, toDo } = sayRefusal(wording, done.refusal);
  return (
    <Notice tone="error" isNew title={what}>
      {toDo}
    </Notice>
  );
}
