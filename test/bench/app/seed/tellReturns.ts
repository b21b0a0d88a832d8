/** Returns by the thousand, told like those of the demo company and recorded by its people. */
import { dayTeller } from '../../../../central/demo/company/demoDays.ts';
import { calendarOf } from '../../../../central/demo/company/sites.ts';
import { expectedStories } from '../../../../central/demo/stories/expected.ts';
import type { Story, StoryLine } from '../../../../central/demo/stories/story.ts';
import { type ToldStory, tellStory } from '../../../../central/demo/stories/tellStory.ts';
import { waitingStories } from '../../../../central/demo/stories/waiting.ts';
import type { LocalDate } from '../../../../shared/facts/time.ts';
import type { Size } from './sizes.ts';

export type Place = 'expected' | 'bench' | 'desk';
export type Told = ToldStory & { readonly place: Place };

/** Beyond the numbers of the demo company's own stories and pallets. */
const firstNumber = 2000;
const seed = 'bench';
const linesToAnOrder = 5;
/** Days goods are expected on: a few are overdue, most are still to come. */
const days = [0, 0, 0, 1, 1, 2, 3, 4, 5, -1];
const fillers: readonly StoryLine[] = [
  ['sealMg', 6],
  ['checkValve', 16],
  ['powerSupply', 4],
  ['flange', 8],
  ['pt100', 10],
];
/** Not those that come on one pallet: its label would name thousands. */
const alone = expectedStories.filter((story) => story.pallet === undefined);
const photographed = ['label', 'wholeItem', 'defectCloseUp', 'serialPlate'] as const;

/** Of every size the same first ones. */
export function tellReturns(size: Size, today: LocalDate): readonly Told[] {
  const at = dayTeller(calendarOf('ewr', today), today);
  const taken = new Set<string>();
  const told: Told[] = [];
  const tell = (place: Place, n: number, story: Story) => {
    const number = firstNumber + told.length;
    for (let salt = 0; ; salt += 1) {
      const key = `${place}-${n}${salt === 0 ? '' : `-${salt}`}`;
      const one = tellStory({ ...story, key }, { seed, today, at, number });
      const label = one.returnCase?.trackingNumbers[0] ?? '';
      // The label of one parcel names one return.
      if (taken.has(label)) continue;
      taken.add(label);
      told.push({ ...one, place });
      return;
    }
  };
  for (let n = 0; n < size.open; n += 1)
    tell(n % 2 === 0 ? 'bench' : 'desk', n, n % 2 === 0 ? onTheBench(n) : onTheDesk(n));
  for (let n = 0; n < size.expected; n += 1) tell('expected', n, expected(n));
  return told;
}

function expected(n: number): Story {
  const story = mould(alone, n);
  return { ...story, expected: days[n % days.length] ?? 0, orders: filled(story) };
}

/** Photographed at the door, inspected, with a verdict to be decided. */
function onTheDesk(n: number): Story {
  const story = mould(waitingStories, n);
  const steps = story.steps.map((step) =>
    step.do === 'arrive' ? { ...step, photos: [['door', 'carton'] as const] } : step,
  );
  return { ...story, orders: filled(story), steps };
}

/** The same goods, received and counted, with their photos and no finding yet. */
function onTheBench(n: number): Story {
  const story = mould(waitingStories, n);
  const counted = story.steps.find((step) => step.do === 'count');
  const steps = story.steps.filter((step) => step.do === 'arrive' || step.do === 'count');
  const day = counted?.day ?? 0;
  return {
    ...story,
    due: 1 + (n % 5),
    orders: filled(story),
    steps: [
      ...steps.map((step) => ({ ...step, day: Math.min(step.day, 1) })),
      ...photographed.map((shot) => ({
        do: 'shoot' as const,
        day: Math.min(day, 1),
        group: 'a',
        shot,
        photo: shot === 'label' ? ('label' as const) : ('drive-whole' as const),
      })),
    ],
  };
}

function mould(stories: readonly Story[], n: number): Story {
  const story = stories[n % stories.length];
  if (!story) throw new Error('no story to tell like');
  return story;
}

function filled({ orders }: Story): Story['orders'] {
  const [first, ...others] = orders;
  if (!first) return orders;
  const missing = linesToAnOrder - orders.reduce((sum, order) => sum + order.lines.length, 0);
  const more = fillers.slice(0, Math.max(0, missing));
  // An order has room for four lines.
  const here = more.slice(0, 4 - first.lines.length);
  const next = more.slice(here.length);
  return [
    { ...first, lines: [...first.lines, ...here] },
    ...others,
    ...(next.length > 0 ? [{ ...first, lines: next }] : []),
  ];
}
