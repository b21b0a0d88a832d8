import { type ReactNode, useEffect } from 'react';
import { HowFar, officePagePaths } from '../../../shared/office/officePageApi.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import {
  StateMark,
  type StateShape,
  type StateTone,
} from '../../components/generic/marks/StateMark.tsx';
import { AskedTrouble } from '../asking/AskedTrouble.tsx';
import { useAsked } from '../asking/useAsked.ts';
import { goTo } from '../places/place.ts';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';
import styles from './SetUpScreen.module.css';
import { type Step, stepsOf } from './steps.ts';

const css = classesOf(styles);
const askedEveryMs = 15_000;

const marks: Readonly<Record<Step['state'], { shape: StateShape; tone: StateTone }>> = {
  done: { shape: 'done', tone: 'green' },
  next: { shape: 'half', tone: 'active' },
  open: { shape: 'waiting', tone: 'rest' },
  later: { shape: 'announced', tone: 'rest' },
};

/** The first hour of a company: what is done, what comes next, and what waits for it. */
export function SetUpScreen(): ReactNode {
  const { t, formatNumber } = useOfficeWording();
  const { answer, again } = useAsked(officePagePaths.setUp, HowFar);
  useEffect(() => {
    const time = setInterval(again, askedEveryMs);
    return () => clearInterval(time);
  });
  if (!answer) return null;
  if (!answer.ok) return <AskedTrouble trouble={answer.refusal} onAgain={again} />;
  const steps = stepsOf(answer.value);
  const done = steps.filter(({ state }) => state === 'done').length;
  const isWhole = done === steps.length;
  return (
    <div className={css('screen')}>
      <header className={css('said')}>
        <h1 className={css('title')}>{t(isWhole ? 'setUp.done.title' : 'setUp.title')}</h1>
        <p className={css('lead')}>{t(isWhole ? 'setUp.done.lead' : 'setUp.lead')}</p>
        <p className={css('sum')}>
          <span className={css('figure')}>{formatNumber(done)}</span>
          {t('setUp.of', { all: steps.length })}
        </p>
        <Progress steps={steps} />
        <p className={css('aside')}>{t('setUp.aside')}</p>
      </header>
      <ol className={css('steps')}>
        {steps.map((step, at) => (
          <OneStep key={step.name} step={step} number={at + 1} />
        ))}
      </ol>
    </div>
  );
}

/** One segment for each step, as the station draws its days. */
function Progress(props: { readonly steps: readonly Step[] }): ReactNode {
  return (
    <div className={css('bar')} aria-hidden>
      {props.steps.map(({ name, state }) => (
        <span key={name} data-state={state} />
      ))}
    </div>
  );
}

function OneStep(props: { readonly step: Step; readonly number: number }): ReactNode {
  const { t } = useOfficeWording();
  const { name, state, count, place } = props.step;
  const mark = marks[state];
  const isDone = state === 'done';
  return (
    <li
      className={css('step')}
      data-state={state}
      aria-current={state === 'next' ? 'step' : undefined}
    >
      <span className={css('number')}>{props.number}</span>
      <div className={css('what')}>
        <h2 className={css('name')}>{t(`setUp.${name}`)}</h2>
        {!isDone && <p className={css('next')}>{t(`setUp.${name}.next`)}</p>}
      </div>
      <div className={css('state')}>
        <StateMark
          {...mark}
          word={isDone ? t('setUp.count', { count }) : t(`setUp.state.${state}`)}
        />
      </div>
      <div className={css('act')}>
        {place && (state === 'next' || state === 'open') && (
          <Button
            look={state === 'next' ? 'primary' : 'quiet'}
            icon="arrow"
            label={`${t('setUp.go')}: ${t(`setUp.${name}`)}`}
            onPress={() => goTo(place)}
          >
            {t('setUp.go')}
          </Button>
        )}
        {place && isDone && place.at === 'newRecord' && (
          <Button
            look="bare"
            label={`${t('action.show')}: ${t(`setUp.${name}`)}`}
            onPress={() => goTo({ at: 'records', kind: place.kind })}
          >
            {t('action.show')}
          </Button>
        )}
      </div>
    </li>
  );
}
