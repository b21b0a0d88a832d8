import { type ReactNode, useState } from 'react';
import type { CardCommand } from '../../../shared/barcodes/barcodeOwn.ts';
import { barcodeOf } from '../../../shared/barcodes/scan.ts';
import type { Person } from '../../../shared/facts/documents.ts';
import type { CaseId, PersonId } from '../../../shared/ids.ts';
import { handOverCase, handOverCases } from '../../actions/handOverCase.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { SegmentedChoice } from '../../components/generic/fields/SegmentedChoice.tsx';
import { TextField } from '../../components/generic/fields/TextField.tsx';
import { keyNames } from '../../components/generic/keys/keys.ts';
import { Notice } from '../../components/generic/surfaces/Notice.tsx';
import { Sheet } from '../../components/generic/surfaces/Sheet.tsx';
import { useInspectors } from '../../queries/station/inspectors.ts';
import type { ActionRefusal } from '../../recording/actionContext.ts';
import { sayRefusal } from '../../wording/sayRefusal.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { useActionContext } from '../../workflow/AtWork.tsx';
import { useBadges, useScans, useTurnAway } from '../../workflow/ScanFeed.tsx';
import { useCommandKeys } from '../../workflow/useCommandKeys.ts';
import styles from './HandOverSheet.module.css';

const toList = 'list';
const mostShown = 8;

/** Who has a case next: named by a few letters or a scanned badge, or nobody in particular. */
export function HandOverSheet(props: {
  readonly caseIds: readonly CaseId[];
  readonly from: { readonly personId: PersonId; readonly name: string };
  readonly onDone?: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const wording = useWording();
  const { t } = wording;
  const context = useActionContext();
  const turnAway = useTurnAway();
  const { person, enrolment } = context;
  const inspectors = useInspectors(enrolment.siteId);
  const isOwn = props.from.personId === person.personId;
  const maySayWho = isOwn || person.roles.includes('supervisor');
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<string | null>(isOwn ? null : person.personId);
  const [isAsked, setAsked] = useState(false);
  const [isStrange, setStrange] = useState(false);
  const [scanned, setScanned] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<ActionRefusal | null>(null);

  const others = inspectors?.filter(({ id }) => id !== props.from.personId) ?? [];
  const found = others.filter((one) => isMeant(one, typed));
  const first = typed.trim() === '' ? null : found[0];
  const next = chosen ?? first?.id ?? null;

  function name(badge: string): void {
    // Nobody is called a stranger before it is known who works here.
    if (!inspectors) return setScanned(badge);
    const theirs = others.find((one) => one.badge === badge);
    setStrange(theirs === undefined);
    if (!theirs) return;
    setTyped(theirs.name);
    setChosen(theirs.id);
  }
  if (inspectors && scanned !== null) {
    setScanned(null);
    name(scanned);
  }
  async function go(): Promise<void> {
    setAsked(true);
    if (next === null) return;
    const to = whoIs(next);
    if (to === undefined) return;
    const [caseId, ...more] = props.caseIds;
    if (caseId === undefined) return props.onClose();
    const given = { from: props.from.personId, to, note: '' };
    const done =
      more.length === 0
        ? await handOverCase(context, { ...given, caseId })
        : await handOverCases(context, { ...given, caseIds: props.caseIds });
    if (!done.ok) return setRefusal(done.refusal);
    props.onClose();
    props.onDone?.();
  }
  function command(given: CardCommand): void {
    if (given === 'ok') void go();
    else turnAway('sheet');
  }
  useBadges(name);
  // The card OK answers it; goods scanned meanwhile are refused aloud.
  useScans((scan) => {
    const barcode = barcodeOf(scan);
    if (barcode.kind === 'command') command(barcode.command);
  });
  useCommandKeys(command, ['ok']);

  const shown = maySayWho ? found.slice(0, mostShown) : others.filter(isMe);
  const words = refusal && sayRefusal(wording, refusal);
  function isMe({ id }: Person): boolean {
    return id === person.personId;
  }
  return (
    <Sheet
      title={
        isOwn
          ? t('give.title', { count: props.caseIds.length })
          : t('give.title.of', { name: props.from.name })
      }
      isOpen
      answers={['ok']}
      onClose={props.onClose}
      actions={
        <>
          <Button onPress={props.onClose}>{t('action.cancel')}</Button>
          <Button look="primary" icon="people" keys={keyNames('ok')} onPress={() => void go()}>
            {t('give.go')}
          </Button>
        </>
      }
    >
      <div className={styles['form']}>
        {maySayWho && (
          <TextField
            label={t('give.to')}
            help={t('give.to.help')}
            most={60}
            value={typed}
            takesFocus
            onChange={(value) => {
              setTyped(value);
              setChosen(null);
              setStrange(false);
            }}
            onSubmit={() => void go()}
            problem={problemOf()}
          />
        )}
        <SegmentedChoice
          label={t('give.people')}
          isLabelHidden
          layout="stack"
          chosen={next}
          onChoose={setChosen}
          segments={[
            ...shown.map((one) => ({
              key: String(one.id),
              word: one.name,
              hint: isMe(one) ? t('give.toMe') : one.badge,
            })),
            ...(maySayWho
              ? [{ key: toList, word: t('give.toList'), hint: t('give.toList.what') }]
              : []),
          ]}
        />
        {words && (
          <Notice tone="error" isNew title={words.what}>
            {words.toDo}
          </Notice>
        )}
      </div>
    </Sheet>
  );

  /** null: nobody in particular; undefined: nobody this station knows yet. */
  function whoIs(key: string): PersonId | null | undefined {
    if (key === toList) return null;
    return key === person.personId ? person.personId : others.find(({ id }) => id === key)?.id;
  }

  function problemOf(): string | null {
    if (isStrange) return t('give.badge');
    if (typed.trim() !== '' && found.length === 0) return t('give.nobody');
    return isAsked && next === null ? t('give.missing') : null;
  }
}

/** Every word typed begins one of the name, or the badge. */
function isMeant({ name, badge }: Person, typed: string): boolean {
  const own = [...name.toLowerCase().split(/\s+/), name.toLowerCase(), badge.toLowerCase()];
  const asked = typed.toLowerCase().trim();
  return own.some((word) => word.startsWith(asked)) || name.toLowerCase().includes(asked);
}
