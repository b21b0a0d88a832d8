import type { ReactNode } from 'react';
import { flushSync } from 'react-dom';
import type { FindingDraft } from '../../../actions/saveDraft.ts';
import { Button } from '../../../components/generic/fields/Button.tsx';
import { Checkbox } from '../../../components/generic/fields/Checkbox.tsx';
import { SegmentedChoice } from '../../../components/generic/fields/SegmentedChoice.tsx';
import { TextField } from '../../../components/generic/fields/TextField.tsx';
import { Notice } from '../../../components/generic/surfaces/Notice.tsx';
import { useWording } from '../../../wording/WordingProvider.tsx';
import { Asked } from './Asked.tsx';
import styles from './FindingForm.module.css';
import type { OpenField } from './findingDraft.ts';
import type { DefectOffers } from './useDefectOffers.ts';
import type { FindingWork } from './useFinding.ts';

export const soughtField = 'sought';

/** Which defect, or that there is none: by a key of what is offered, or by letters of its name or code. */
export function DefectQuestion(props: {
  readonly work: FindingWork;
  readonly offers: DefectOffers;
  readonly problem: (field: OpenField) => string | null;
}): ReactNode {
  const { t } = useWording();
  const { work, offers } = props;
  const { draft } = work;
  const isNow = work.question === 'defect';
  const said = saidOf(draft, offers, t('bench.what.noDefect'));
  const isSaid = said !== null && !isNow;
  return (
    <Asked
      question="defect"
      now={work.question}
      title={t('bench.defect')}
      look={isSaid ? 'beside' : 'hidden'}
    >
      {isSaid ? (
        <div className={styles['said']}>
          <Button
            isWide
            icon={draft.what === 'noDefect' ? 'check' : 'bench'}
            label={t('bench.change', { what: said })}
            onPress={() => work.ask('defect')}
          >
            {said}
          </Button>
          {draft.what === 'defect' && (
            <Checkbox isChecked={draft.claimed} onChange={work.sayClaimed}>
              {t('bench.claimed')}
            </Checkbox>
          )}
        </div>
      ) : (
        <>
          <div className={styles['find']}>
            <TextField
              label={t('bench.findDefect')}
              isLabelHidden
              placeholder={t('bench.findDefect')}
              name={soughtField}
              value={offers.sought}
              onChange={offers.seek}
              onSubmit={() => pickFirst(work, offers)}
              most={60}
            />
            <Button
              {...(isNow && { keys: ['0'] })}
              onPress={() => work.answer({ what: 'noDefect' })}
            >
              {t('bench.what.noDefect')}
            </Button>
          </div>
          {offers.offers.length > 0 ? (
            <div className={styles['offers']}>
              <SegmentedChoice
                label={t(offers.title)}
                isLabelHidden
                layout="tight"
                chosen={offers.chosen}
                onChoose={(key) => {
                  const offer = offers.offers.find((one) => one.key === key);
                  if (offer) offers.choose(offer);
                }}
                problem={props.problem('what') ?? props.problem('code')}
                segments={offers.offers.map(({ key, word, hint }, at) => ({
                  key,
                  word,
                  ...(hint !== undefined && { hint }),
                  ...(isNow && { keys: keysAt(at, offers) }),
                }))}
              />
            </div>
          ) : (
            <p className={styles['aside']} role="status">
              {t('bench.findDefect.none')}
            </p>
          )}
        </>
      )}
      <Gone offers={offers} />
    </Asked>
  );
}

/** Digits while nothing is sought; Enter takes what was found first. */
function keysAt(at: number, { sought }: DefectOffers): readonly string[] {
  if (sought !== '') return at === 0 ? ['enter'] : [];
  return at < 9 ? [String(at + 1)] : [];
}

/** Takes what was found first for what is sought. */
export function pickFirst(work: FindingWork, offers: DefectOffers): void {
  const [first] = offers.offers;
  if (!first || offers.sought.trim() === '') return;
  // Before the next key comes, which is none of the field's any more.
  flushSync(() => {
    offers.choose(first);
    work.move();
  });
}

function saidOf(draft: FindingDraft, offers: DefectOffers, sound: string): string | null {
  if (draft.what === 'noDefect') return sound;
  const id = draft.entry ?? draft.code;
  const one = [...offers.all, ...(offers.gone ? [offers.gone] : [])].find((o) => o.entry.id === id);
  if (!one) return null;
  return one.entry.code === null ? offers.nameOf(one) : `${offers.nameOf(one)} · ${one.entry.code}`;
}

function Gone({ offers: { gone, nameOf } }: { readonly offers: DefectOffers }): ReactNode {
  const { t, formatDate } = useWording();
  if (!gone) return null;
  const name = nameOf(gone);
  const { withdrawn } = gone.entry;
  return (
    <Notice
      icon="alert"
      tone="warning"
      title={
        withdrawn === null
          ? t('bench.defect.notOffered', { name })
          : t('bench.defect.withdrawn', { name, date: formatDate(withdrawn.on, 'day') })
      }
    >
      {t('bench.defect.withdrawn.next')}
    </Notice>
  );
}
