/** What a site says it speaks is what its stations offer, and speak where nothing of it was chosen. */
import { afterEach, expect, test } from 'vitest';
import { Speaking } from '../../../renderer/app/Speaking.tsx';
import { LookChoices } from '../../../renderer/screens/station/Preferences.tsx';
import { prefer } from '../../../renderer/session/session.ts';
import type { Site } from '../../../shared/facts/documents.ts';
import { mount } from '../components/mount.tsx';

type Spoken = Site['languages'];
afterEach(() => prefer({ language: 'en' }));

/** The languages somebody may choose there, and the one the page speaks. */
function stationAt(languages: Spoken) {
  const site = languages === undefined ? {} : { languages };
  const { text } = mount(
    <Speaking zone={null} site={site} density="desk">
      <LookChoices site={site} />
    </Speaking>,
  );
  return {
    offered: ['English', 'Deutsch', 'Español', '中文'].filter((name) => text().includes(name)),
    spoken: document.documentElement.lang,
  };
}

test('without a word from the site all are offered, and the chosen one is spoken', () => {
  prefer({ language: 'es' });
  expect(stationAt(undefined)).toEqual({
    offered: ['English', 'Deutsch', 'Español', '中文'],
    spoken: 'es-ES',
  });
});

test('those of the site alone are offered, and its first is spoken where another was chosen', () => {
  expect(stationAt(['de', 'es'])).toEqual({ offered: ['Deutsch', 'Español'], spoken: 'de-DE' });
  prefer({ language: 'es' });
  expect(stationAt(['de', 'es'])).toEqual({ offered: ['Deutsch', 'Español'], spoken: 'es-ES' });
});
