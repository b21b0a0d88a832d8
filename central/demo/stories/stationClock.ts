/** When a step of a story was recorded, as the clock of its station would have it. */
import type { LocalDate, RecordedTime } from '../../../shared/facts/time.ts';
import { instantAt } from '../company/demoDays.ts';
import { drawn } from '../company/identifiers.ts';
import type { DemoStation } from '../company/sites.ts';
import type { Step, Story } from './story.ts';

export type Place = 'dock' | 'bench' | 'desk';

const opening: Readonly<Record<Place, number>> = {
  dock: 8 * 60 + 5,
  bench: 10 * 60 + 10,
  desk: 15 * 60 + 5,
};

/** Minutes pass between one step and the next; a new day and another room start at their own hour. */
export function wallClock(story: Story): (step: Step, place: Place) => string {
  let day = Number.NEGATIVE_INFINITY;
  let minutes = 0;
  let count = 0;
  let last: Step | null = null;
  return (step, place) => {
    count += 1;
    const draw = (below: number) => drawn(`${story.key}:clock:${count}`, below);
    if (step.day !== day) minutes = 0;
    day = step.day;
    const start = opening[place] + drawn(`${story.key}:${place}`, 95);
    minutes =
      step.at && step !== last
        ? minutesOf(step.at) + (count % 2)
        : Math.max(start, minutes + 1 + draw(5));
    last = step;
    const seconds = draw(60);
    return [Math.floor(minutes / 60), minutes % 60, seconds]
      .map((n) => String(n).padStart(2, '0'))
      .join(':');
  };
}

function minutesOf(clock: string): number {
  const [hours = '0', minutes = '0'] = clock.split(':');
  return Number(hours) * 60 + Number(minutes);
}

/** As a station boots at 06:30 every working day and has heard from central lately. */
export function momentOf(
  station: DemoStation,
  date: LocalDate,
  clock: string,
  zone: string,
): RecordedTime {
  const utc = instantAt(date, clock, zone);
  const booted = Date.parse(instantAt(date, '06:30', zone));
  return {
    utc,
    zone,
    localDate: date,
    monotonicMs: Date.parse(utc) - booted,
    bootId: `${station.id}.${date}`,
    offsetMs: 140 + drawn(`${station.id}:${date}`, 400),
  };
}
