import { afterEach, expect, test, vi } from 'vitest';
import { KeysProvider } from '../../../renderer/components/generic/keys/KeysProvider.tsx';
import { PeopleScreen } from '../../../renderer/office/people/PeopleScreen.tsx';
import { StationsScreen } from '../../../renderer/office/stations/StationsScreen.tsx';
import { OfficeSpeaking } from '../../../renderer/office/wording/OfficeSpeaking.tsx';
import { mount } from '../components/mount.tsx';
import { answering, field, settled, write } from './askedCentral.ts';

afterEach(() => vi.unstubAllGlobals());
const sites = [{ id: 'ulm', name: 'Werk Ulm', city: 'Ulm', country: 'DE', languages: [] }];
const person = (id: string, name: string) => ({
  person: {
    id,
    name,
    badge: `${id}0001`.toUpperCase(),
    roles: ['dock'],
    siteIds: ['ulm'],
    active: true,
  },
  joinedAt: [],
  lockedAt: [],
});
const station = (id: string, name: string, fingerprint: string) => ({
  id,
  name,
  siteId: 'ulm',
  fingerprint,
  enrolledAt: '2026-11-01T08:00:00.000Z',
  revokedAt: null,
  lastContactAt: '2026-11-30T08:00:00.000Z',
  version: '0.1.0',
  unsent: 0,
  clockSkewMs: 0,
  hasProvedKey: true,
});

/** Two pages of each. */
function central() {
  return answering(({ path }) => {
    const isSecond = path.includes('cursor=');
    const cursor = isSecond ? null : 'first';
    if (path.includes('/people'))
      return [
        200,
        {
          sites,
          cursor,
          people: [isSecond ? person('joerg', 'Jörg Überschär') : person('ada', 'Ada Lind')],
        },
      ];
    const at = isSecond ? station('s2', 'Tor 2', 'ae34f0') : station('s1', 'Tor 1', 'bb0011');
    return [200, { sites, cursor, stations: [at] }];
  });
}

test('people of both pages are listed, and one of the second is found as somebody types the name', async () => {
  central();
  const { text } = mount(
    <OfficeSpeaking preferences={{ language: 'en', theme: 'light' }}>
      <KeysProvider>
        <PeopleScreen place={{ at: 'people', who: null }} scopes={['read']} />
      </KeysProvider>
    </OfficeSpeaking>,
  );
  await settled();
  expect(text()).toContain('Ada Lind');
  expect(text()).toContain('Jörg Überschär');
  write(field('Find'), 'uberschar');
  expect(text()).not.toContain('Ada Lind');
  expect(text()).toContain('Jörg Überschär');
});

test('a station of the second page is found by the fingerprint somebody reads out', async () => {
  central();
  const { text } = mount(
    <OfficeSpeaking preferences={{ language: 'en', theme: 'light' }}>
      <KeysProvider>
        <StationsScreen place={{ at: 'stations', which: null }} scopes={['read']} />
      </KeysProvider>
    </OfficeSpeaking>,
  );
  await settled();
  expect(text()).toContain('Tor 1');
  write(field('Find'), 'AE34');
  expect(text()).not.toContain('Tor 1');
  expect(text()).toContain('Tor 2');
});
