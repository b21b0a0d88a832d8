import { type ReactNode, useState } from 'react';
import type { PolicyVersion } from '../../../../shared/facts/documents.ts';
import { Button } from '../../../components/generic/fields/Button.tsx';
import { Checkbox } from '../../../components/generic/fields/Checkbox.tsx';
import { NumberStepper } from '../../../components/generic/fields/NumberStepper.tsx';
import { SegmentedChoice } from '../../../components/generic/fields/SegmentedChoice.tsx';
import { Select } from '../../../components/generic/fields/Select.tsx';
import { SectionHead } from '../../../components/generic/lists/SectionHead.tsx';
import { EmptyState } from '../../../components/generic/surfaces/EmptyState.tsx';
import { usePolicyVersions } from '../../../queries/station/policies.ts';
import { useWording } from '../../../wording/WordingProvider.tsx';
import styles from './Replay.module.css';
import { ReplayResult } from './ReplayResult.tsx';
import { draftOf, isUnchanged, type Tried, triedFrom } from './replayDraft.ts';
import { type AskCentral, useReplay } from './useReplay.ts';

const evidence = ['photos', 'description', 'inspectionReport'] as const;

/** What a draft policy would have decided: every closed case once more, nothing changed. */
export function Replay(props: {
  readonly askCentral: AskCentral;
  readonly onOpen: (caseId: string) => void;
}): ReactNode {
  const { t } = useWording();
  const versions = usePolicyVersions();
  const [base] = versions ?? [];
  if (!versions) return null;
  return (
    <main className={styles['replay']}>
      <SectionHead level={1} title={t('desk.place.replay')} aside={t('desk.replay.lead')} />
      {base ? (
        <Trying versions={versions} first={base} {...props} />
      ) : (
        <EmptyState icon="document" title={t('policy.notYet')} next={t('policy.notYet.next')} />
      )}
    </main>
  );
}

function Trying(props: {
  readonly versions: readonly PolicyVersion[];
  readonly first: PolicyVersion;
  readonly askCentral: AskCentral;
  readonly onOpen: (caseId: string) => void;
}): ReactNode {
  const { t } = useWording();
  const [base, setBase] = useState(props.first);
  const [tried, setTried] = useState<Tried>(() => triedFrom(props.first));
  const { replayed, start, stop } = useReplay(props.askCentral);
  const isRunning = replayed?.state === 'running';
  return (
    <div className={styles['sides']}>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          if (!isRunning && !isUnchanged(base, tried)) start(draftOf(base, tried));
        }}
      >
        <Select<string>
          label={t('desk.replay.base')}
          chosen={base.id}
          onChoose={(id) => {
            const found = props.versions.find((version) => version.id === id);
            if (!found) return;
            setBase(found);
            setTried(triedFrom(found));
          }}
          choices={props.versions.map((version) => ({
            key: version.id,
            word: t(version.status === 'draft' ? 'desk.replay.draft' : 'desk.replay.inForce', {
              version: version.version,
            }),
            hint: version.title,
          }))}
        />
        <Settings tried={tried} onTry={setTried} />
        <div className={styles['actions']}>
          {isRunning ? (
            <Button icon="pause" onPress={stop}>
              {t('desk.replay.stop')}
            </Button>
          ) : (
            <Button
              look="primary"
              type="submit"
              icon="retake"
              isDisabled={isUnchanged(base, tried)}
            >
              {t('desk.replay.go')}
            </Button>
          )}
          {isUnchanged(base, tried) && <p className={styles['note']}>{t('desk.replay.same')}</p>}
        </div>
      </form>
      {replayed ? (
        <ReplayResult replayed={replayed} onOpen={props.onOpen} />
      ) : (
        <EmptyState
          icon="document"
          title={t('desk.replay.empty')}
          next={t('desk.replay.empty.next')}
        />
      )}
    </div>
  );
}

/** The readings and numbers of the draft. */
function Settings(props: {
  readonly tried: Tried;
  readonly onTry: (tried: Tried) => void;
}): ReactNode {
  const { t } = useWording();
  const { tried, onTry } = props;
  const readings = (['ask', 'accept'] as const).map((key) => ({
    key,
    word: t(`desk.replay.reading.${key}`),
  }));
  return (
    <>
      <SegmentedChoice
        label={t('question.lateRealDefect')}
        chosen={tried.lateRealDefect}
        onChoose={(lateRealDefect) => onTry({ ...tried, lateRealDefect })}
        segments={readings}
      />
      <SegmentedChoice
        label={t('question.customisedOurError')}
        chosen={tried.customisedOurError}
        onChoose={(customisedOurError) => onTry({ ...tried, customisedOurError })}
        segments={readings}
      />
      <NumberStepper
        label={t('desk.replay.signs')}
        value={tried.misuseIndicatorsNeeded}
        least={1}
        most={7}
        onChange={(misuseIndicatorsNeeded) => onTry({ ...tried, misuseIndicatorsNeeded })}
      />
      <fieldset className={styles['evidence']}>
        <legend className={styles['legend']}>{t('desk.replay.evidence')}</legend>
        {evidence.map((what) => (
          <Checkbox
            key={what}
            isChecked={tried.clientEvidence.includes(what)}
            onChange={(isWanted) =>
              onTry({
                ...tried,
                clientEvidence: evidence.filter((one) =>
                  one === what ? isWanted : tried.clientEvidence.includes(one),
                ),
              })
            }
          >
            {t(`clientEvidence.${what}`)}
          </Checkbox>
        ))}
      </fieldset>
    </>
  );
}
