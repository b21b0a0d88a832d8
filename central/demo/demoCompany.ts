/**
 * Northquay Industrial, the company of the demo: clients with their contracts, three returns
 * centres, orders, and returns in every reason and state. The same `today` and `seed` always give
 * the same company; nothing here looks at a clock.
 */

import { precedentsOf } from '../../shared/cases/reading/precedentsOf.ts';
import type { Fact } from '../../shared/facts/fact.ts';
import type { LocalDate } from '../../shared/facts/time.ts';
import { canonicalJson } from '../../shared/sync/canonicalJson.ts';
import type { Document } from '../documents/document.ts';
import { clientKeys, clientOf, contractOf } from './company/clients.ts';
import { dayTeller } from './company/demoDays.ts';
import { type DemoPerson, demoPeople } from './company/demoPeople.ts';
import { policyOf } from './company/demoPolicy.ts';
import { calendarOf, type DemoStation, siteKeys, sites, stationsOf } from './company/sites.ts';
import { arguedStories } from './stories/argued.ts';
import { dockStories } from './stories/atTheDock.ts';
import { expectedStories } from './stories/expected.ts';
import { felixstoweStories } from './stories/felixstowe.ts';
import { officeStories } from './stories/inTheOffice.ts';
import { benchStories } from './stories/onTheBench.ts';
import { questionStories } from './stories/openQuestions.ts';
import { refundedStories } from './stories/refunded.ts';
import { shanghaiStories } from './stories/shanghai.ts';
import { type ToldStory, tellStory } from './stories/tellStory.ts';
import { twoHandsStories } from './stories/twoHands.ts';
import { waitingStories } from './stories/waiting.ts';

type DemoDocument = Exclude<Document, { collection: 'refunds' }> & { readonly id: string };

type DemoScript = {
  /** The story's name, stable across days and seeds. */
  readonly key: string;
  readonly facts: readonly Fact[];
};

export type DemoCompany = {
  readonly documents: readonly DemoDocument[];
  readonly people: readonly DemoPerson[];
  readonly stations: readonly DemoStation[];
  /** What the warehouse recorded so far, return by return, each in the order it happened. */
  readonly scripts: readonly DemoScript[];
};

const stories = [
  ...refundedStories,
  ...arguedStories,
  ...felixstoweStories,
  ...shanghaiStories,
  ...waitingStories,
  ...questionStories,
  ...benchStories,
  ...dockStories,
  ...expectedStories,
  ...officeStories,
  ...twoHandsStories,
];

export function demoCompany({
  today,
  seed,
}: {
  readonly today: LocalDate;
  readonly seed: string;
}): DemoCompany {
  const calendars = {
    ewr: calendarOf('ewr', today),
    flx: calendarOf('flx', today),
    sha: calendarOf('sha', today),
  };
  const days = {
    ewr: dayTeller(calendars.ewr, today),
    flx: dayTeller(calendars.flx, today),
    sha: dayTeller(calendars.sha, today),
  };
  const told = stories.map((story, index) =>
    tellStory(story, { seed, today, at: days[story.site], number: index + 1 }),
  );
  const people = Object.values(demoPeople);
  const document = <C extends DemoDocument['collection'], B extends { readonly id: string }>(
    collection: C,
    body: B,
  ) => ({ collection, id: body.id, body });
  return {
    documents: [
      ...siteKeys.map((key) => document('sites', sites[key])),
      ...siteKeys.map((key) => ({
        collection: 'calendars' as const,
        id: calendars[key].siteId,
        body: calendars[key],
      })),
      document('policyVersions', policyOf(today)),
      ...people.map(({ person }) => document('people', person)),
      ...clientKeys.map((key) => document('clients', clientOf(key))),
      ...clientKeys.map((key) => document('contracts', contractOf(key, today))),
      ...told.flatMap((t) => t.orderLines.map((line) => document('orderLines', line))),
      ...told.flatMap((t) => (t.returnCase ? [document('cases', t.returnCase)] : [])),
      ...told.flatMap((t) => t.facts.flatMap(precedentsOf)).map((p) => document('precedents', p)),
    ],
    people,
    stations: siteKeys.flatMap((key) => Object.values(stationsOf[key])),
    scripts: told.filter((t) => t.facts.length > 0).map(scriptOf),
  };
}

/** One line of text that is equal for equal companies. */
export function fingerprintOf(company: DemoCompany): string {
  return canonicalJson(company);
}

function scriptOf({ key, facts }: ToldStory): DemoScript {
  return { key, facts };
}
