import { type ReactNode, useState } from 'react';
import type { AdminScope } from '../../../shared/sync/adminApi.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { Notice } from '../../components/generic/surfaces/Notice.tsx';
import { Progress } from '../../components/generic/surfaces/Progress.tsx';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';
import { CodesTable } from './CodesTable.tsx';
import { ColumnsTable } from './ColumnsTable.tsx';
import { FormFacts } from './FormFacts.tsx';
import { type How, HowItGoesIn } from './HowItGoesIn.tsx';
import { ImportResult } from './ImportResult.tsx';
import { ImportTrouble } from './ImportTrouble.tsx';
import styles from './OneImport.module.css';
import { sayFileRefused, sayPlanProblem } from './sayImport.ts';
import type { Importing, Open } from './useImport.ts';

const css = classesOf(styles);

/** One file: what it is on the one side, what it says and what became of it on the other. */
export function OneImport(props: {
  readonly importing: Importing;
  readonly open: Open;
  readonly scopes: readonly AdminScope[];
}): ReactNode {
  const wording = useOfficeWording();
  const { t } = wording;
  const { importing, open } = props;
  const { looked, said, state, upload } = open;
  const { busy } = importing;
  const [how, setHow] = useState<How>({ mode: 'goodRows', isFull: false });
  const isReady = looked.kind === 'looked' && looked.problems.length === 0 && busy === null;
  return (
    <div className={css('screen')}>
      <aside className={css('file')} aria-label={upload.name}>
        <div className={css('head')}>
          <h1 className={css('name')}>{upload.name}</h1>
          <Button icon="undo" onPress={importing.close} isDisabled={busy === 'running'}>
            {t('imports.other')}
          </Button>
        </div>
        {(looked.kind === 'looked' || looked.code === 'brokenText') && (
          <FormFacts
            open={open}
            scopes={props.scopes}
            isDisabled={busy !== null}
            onSay={(next) => void importing.say(next)}
          />
        )}
        {looked.kind === 'looked' && (
          <HowItGoesIn
            how={how}
            state={state}
            isReady={isReady}
            onChange={setHow}
            onRun={(wish) => void importing.run(wish)}
          />
        )}
      </aside>
      <div className={css('work')}>
        <ImportTrouble importing={importing} />
        {busy === 'looking' && <Progress label={t('imports.looking')} share={null} />}
        {looked.kind === 'refused' && (
          <Notice tone="error" title={t('imports.file.title')} isNew>
            {sayFileRefused(wording, looked)}
          </Notice>
        )}
        {state && looked.kind === 'looked' && (
          <ImportResult
            state={state}
            kind={looked.table}
            id={upload.id}
            onStop={() => void importing.stop()}
          />
        )}
        {looked.kind === 'looked' && (
          <>
            {looked.problems.length > 0 && (
              <Notice
                tone="warning"
                title={t('imports.problem.title', { count: looked.problems.length })}
                isNew
              >
                <ul>
                  {looked.problems.map((problem) => (
                    <li key={JSON.stringify(problem)}>{sayPlanProblem(wording, problem)}</li>
                  ))}
                </ul>
              </Notice>
            )}
            {looked.ragged.count > 0 && (
              <Notice
                tone="warning"
                title={t('imports.ragged', {
                  count: looked.ragged.count,
                  row: looked.ragged.firstRow ?? 0,
                })}
              />
            )}
            <ColumnsTable
              looked={looked}
              isDisabled={busy !== null}
              onChoose={(heading, path) =>
                void importing.say({ ...said, columns: { ...said.columns, [heading]: path } })
              }
            />
            <CodesTable
              looked={looked}
              isDisabled={busy !== null}
              onChoose={(field, word, code) =>
                void importing.say({
                  ...said,
                  codes: [
                    ...said.codes.filter((one) => one.field !== field || one.word !== word),
                    { field, word, code },
                  ],
                })
              }
            />
          </>
        )}
      </div>
    </div>
  );
}
