import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { filesBelow } from './filesBelow.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** Who may know that there is a demo, besides `central/demo`, and why. */
const may: Readonly<Record<string, string>> = {
  // It starts or fills one.
  'central/start.ts': 'the switch, and moving in',
  'central/quaysideCentral.ts': 'the switch',
  'central/seedTools.ts': 'its people’s keys',
  'central/database/metaRows.ts': 'a move that was broken off',
  'central/database/schema.ts': 'the PINs it shows',
  // The sign-in cards it shows.
  'central/people/personRows.ts': 'the PINs it shows',
  'central/people/slipRows.ts': 'a slip without an administrator',
  'central/routes/peopleRoutes.ts': 'a slip without an administrator',
  'shared/sync/centralApi.ts': 'a slip without an administrator',
  'shared/sync/peopleApi.ts': 'the PINs it shows',
  'shared/desktop/desktopApi.ts': 'the cards',
  'shared/desktop/desktopNames.ts': 'the cards',
  'electron/main/createAbilities.ts': 'the cards',
  'electron/main/people/earlierPeople.ts': 'the cards',
  'electron/main/people/keptKeys.ts': 'the cards',
  'electron/main/people/people.ts': 'the cards',
  'electron/main/station/joining.ts': 'joining with a card',
  'renderer/app/frame/SignIn.tsx': 'the cards',
  'renderer/screens/signIn/DemoBadges.tsx': 'the cards',
  'renderer/screens/signIn/SignInScreen.tsx': 'the cards',
  'renderer/screens/signIn/knownPeople.ts': 'the cards',
  // The switch of the application.
  'electron/main/electronKeyring.ts': 'a trial without a keyring',
  'electron/main/main.ts': 'a profile of its own',
  'electron/main/refusedStart.ts': 'the switch',
  'electron/main/startOptions.ts': 'the switch',
};

/** Code alone: what comments and the product's own sentences say is no business of this rule. */
const isCode = (file: string) =>
  /\.tsx?$/.test(file) && !file.startsWith('central/demo/') && !file.includes('wording/');

test('nothing but what starts it and the cards it shows knows that there is a demo', () => {
  const knowing = ['shared', 'electron', 'renderer', 'central']
    .flatMap((room) => filesBelow(path.join(root, room)).map((file) => `${room}/${file}`))
    .filter(isCode)
    .filter((file) => {
      const code = readFileSync(path.join(root, file), 'utf8')
        .replaceAll(/\/\*[\s\S]*?\*\//g, '')
        .replaceAll(/^\s*\/\/.*$/gm, '');
      return /demo(?!nstrat)/i.test(code);
    });
  expect(knowing.filter((file) => may[file] === undefined)).toEqual([]);
  const idle = Object.keys(may).filter((file) => !knowing.includes(file));
  expect(idle).toEqual([]);
});
