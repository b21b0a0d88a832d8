/** Where to look for what, by selectors that cost little on a page of any length. */
import { dock } from '../../../renderer/wording/en/dock.ts';
import { everywhere } from '../../../renderer/wording/en/everywhere.ts';
import { station } from '../../../renderer/wording/en/station.ts';
import type { Sight } from './page/installWatch.ts';

export const band = 'section [role="status"], section [role="alert"]';

export const bandSays = (word: string): Sight => ({ selector: band, text: word });
export const readyToScan = bandSays(everywhere['scan.ready']);
export const heading = (text: string): Sight => ({ selector: 'main h2', text });
export const said = {
  received: dock['dock.says.received'],
  counted: dock['dock.says.counted'],
  again: dock['dock.says.again'],
  unexpected: dock['dock.says.unexpected'],
  left: dock['dock.says.left'],
  /** DONE asks once more. */
  missing: 'again confirms it',
  over: [dock['dock.says.finished'], dock['dock.says.finishedShort']],
};

/** The question on the sign-in screen. */
export const whoIsWorking: Sight = { selector: 'h1', text: station['signIn.title'] };
export const expectedHead: Sight = { selector: 'main h2', text: dock['dock.expected.title'] };
/** The head of the dock's list, with about so many in it. */
export const dockListOf = (expected: number): Sight => ({
  ...expectedHead,
  between: [expected * 0.95, expected * 1.02 + 50],
});
/** The same, with so many at least. */
export const dockListFrom = (least: number): Sight => ({
  ...expectedHead,
  between: [least, Infinity],
});
/** Central was asked for everything, and all of it has been taken over. */
export const caughtUp: Sight = {
  selector: 'header [data-online]',
  text: station['bar.online'],
};
export const pinPad: Sight = { selector: `[aria-label="${everywhere['pin.pad']}"]` };

export const benchList: Sight = { selector: 'main [data-group] [role="row"]' };
export const deskQueue: Sight = { selector: '[data-density="desk"] [role="grid"] [role="row"]' };
/** The case that lies open, at the bench and at the desk. */
export const onBench = (rma: string): Sight => ({ selector: 'header h1', text: rma });
export const onDesk = (rma: string): Sight => ({ selector: 'article header', text: rma });
export const notOnDesk = (rma: string): Sight => ({ selector: 'article header', not: rma });
export const sheet: Sight = { selector: 'aside form + footer input[type="password"]' };
