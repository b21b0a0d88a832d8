import 'fake-indexeddb/auto';
import * as React from 'react';
import { setInteractionModality } from 'react-aria-components';
import { beforeEach, vi } from 'vitest';
import { useSession } from '../renderer/session/session.ts';
import { listenToReact } from './renderer/components/renders.ts';

listenToReact();
// Files share a process, its modules and its page: each begins as if it were the first.
document.body.replaceChildren();
for (const name of Object.keys(document.documentElement.dataset))
  delete document.documentElement.dataset[name];
window.location.hash = '';
useSession.setState(useSession.getInitialState(), true);

/** What would turn a decision is worked out beside the page; here by nobody. */
class NobodyWorks extends EventTarget {
  postMessage() {}
  terminate() {}
}

/** No picture is decoded outside a browser. */
class NoPicture {
  src = '';
  readonly naturalWidth = 0;
  async decode(): Promise<void> {
    throw new Error('no decoder');
  }
}

// For good: what is drawn asks for them as long as it stands.
Object.assign(globalThis, {
  IS_REACT_ACT_ENVIRONMENT: true,
  Worker: NobodyWorks,
  Image: NoPicture,
});

// Where each element was made, which only a browser's tools show, would cost a tenth of every drawing.
const internals: unknown = Reflect.get(
  React,
  '__CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE',
);
if (typeof internals !== 'object' || internals === null) throw new Error('React is another');
Object.defineProperty(internals, 'recentlyCreatedOwnerStacks', {
  get: () => Number.POSITIVE_INFINITY,
  set: () => {},
  configurable: true,
});

vi.mock('react-webcam', () => ({ default: () => null }));

beforeEach(() => {
  // A press no pointer made looks to the component library like one of a screen reader's, for which it
  // puts the focus a frame later, also in the page of the next test.
  setInteractionModality('keyboard');
});
