import { act } from 'react';
import { expect, test } from 'vitest';
import { ShortcutsSheet } from '../../../renderer/app/frame/ShortcutsSheet.tsx';
import {
  type Heard,
  KeysProvider,
  useKeys,
} from '../../../renderer/components/generic/keys/KeysProvider.tsx';
import { keyIds, keyNames } from '../../../renderer/components/generic/keys/keys.ts';
import { Sheet } from '../../../renderer/components/generic/surfaces/Sheet.tsx';
import { mount, must } from './mount.tsx';

function Part(props: { readonly heard: Heard; readonly refused?: Heard }) {
  useKeys(props.heard, props.refused);
  return (
    <>
      <button type="button">press</button>
      <input type="text" aria-label="what" />
      <input type="radio" aria-label="one" />
      <select aria-label="which" />
    </>
  );
}

function aScreen(heard: Heard, refused?: Heard) {
  return mount(
    <KeysProvider>
      <Part heard={heard} {...(refused && { refused })} />
    </KeysProvider>,
  );
}

function press(init: KeyboardEventInit, target: EventTarget = document.body) {
  const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init });
  act(() => {
    target.dispatchEvent(event);
  });
  return event.defaultPrevented;
}

test('a key does what the screen says, wherever the focus is, and once however long it is held', () => {
  const heard: string[] = [];
  const { page } = aScreen({
    done: () => heard.push('done'),
    nextCase: () => heard.push('next'),
  });
  expect(press({ key: 'F9' }, must(page.querySelector('input')))).toBe(true);
  expect(press({ key: 'F9', repeat: true })).toBe(false);
  expect(press({ key: 'F9', ctrlKey: true })).toBe(false);
  press({ key: 'j' });
  press({ key: 'j', repeat: true });
  expect(heard).toEqual(['done', 'next', 'next']);
});

test('letters belong to the field they are typed into, and to a sheet that is open', () => {
  const heard: string[] = [];
  const { page, show } = aScreen({ decide: () => heard.push('decide') });
  for (const field of page.querySelectorAll('input[type="text"], select'))
    press({ key: 'd' }, field);
  expect(heard).toEqual([]);
  press({ key: 'd' }, must(page.querySelector('input[type="radio"]')));
  expect(heard).toEqual(['decide']);
  show(
    <KeysProvider>
      <Part heard={{ decide: () => heard.push('decide'), undo: () => heard.push('undo') }} />
      <Sheet title="Open" isOpen onClose={() => {}}>
        Something
      </Sheet>
    </KeysProvider>,
  );
  press({ key: 'd' });
  press({ key: 'F2' });
  expect(heard).toEqual(['decide', 'undo']);
});

test('nothing is signed behind a sheet that is open', () => {
  const heard: string[] = [];
  const { page, show } = aScreen({ sign: () => heard.push('sign') });
  press({ key: 'Enter', ctrlKey: true }, must(page.querySelector('input')));
  expect(heard).toEqual(['sign']);
  show(
    <KeysProvider>
      <Part heard={{ sign: () => heard.push('behind') }} />
      <Sheet title="Open" isOpen onClose={() => {}}>
        Something
      </Sheet>
    </KeysProvider>,
  );
  press({ key: 'Enter', ctrlKey: true }, must(document.querySelector('[role="dialog"]')));
  expect(heard).toEqual(['sign']);
});

test('what an input method puts together is for nobody else', () => {
  const heard: string[] = [];
  const { page } = aScreen({
    closeColumn: () => heard.push('closed'),
    sign: () => heard.push('signed'),
    find: () => heard.push('found'),
  });
  const field = must(page.querySelector('input'));
  press({ key: 'Escape', isComposing: true }, field);
  press({ key: 'Enter', ctrlKey: true, isComposing: true }, field);
  press({ key: 'k', code: 'KeyK', ctrlKey: true, isComposing: true }, field);
  expect(heard).toEqual([]);
  press({ key: 'Escape' }, field);
  expect(heard).toEqual(['closed']);
});

test('Space belongs to the button that has the focus, and signing goes before it', () => {
  const heard: string[] = [];
  const { page } = aScreen({ shoot: () => heard.push('shoot'), sign: () => heard.push('sign') });
  const button = must(page.querySelector('button'));
  button.addEventListener('keydown', () => heard.push('the button'));
  press({ key: ' ' }, button);
  press({ key: 'Enter', ctrlKey: true }, button);
  press({ key: ' ' });
  expect(heard).toEqual(['the button', 'sign', 'shoot']);
});

test('places are found by where the key lies, on every layout', () => {
  const heard: string[] = [];
  aScreen({ firstPlace: () => heard.push('first'), shortcuts: () => heard.push('help') });
  press({ key: '&', code: 'Digit1', altKey: true });
  press({ key: '?', shiftKey: true, altKey: true, ctrlKey: true });
  press({ key: '1', code: 'Digit1' });
  expect(heard).toEqual(['first', 'help']);
});

test('the sheet of keys is drawn from what is heard, and what is only turned away is not in it', () => {
  const { show } = mount(null);
  const drawn = (heard: Heard) => (
    <KeysProvider>
      <Part heard={heard} refused={{ missing: () => {} }} />
      <ShortcutsSheet isOpen onClose={() => {}} />
    </KeysProvider>
  );
  show(drawn({ undo: () => {}, nextCase: null, previousCase: null, handOver: () => {} }));
  const rows = () =>
    [...document.querySelectorAll('[role="dialog"] dl > div')].map((row) => row.textContent);
  expect(rows()).toEqual(['UndoF2', 'Next and previous caseJK', 'Hand overCtrlShiftH', 'CloseEsc']);
  show(drawn({}));
  expect(rows()).toEqual(['CloseEsc']);
});

test('what came on screen last hears first, and what does nothing now lets the other hear', () => {
  const heard: string[] = [];
  const both = (inner: (() => void) | null) => (
    <KeysProvider>
      <Part heard={{ ok: () => heard.push('outer') }} />
      <Part heard={{ ok: inner }} />
    </KeysProvider>
  );
  const { show } = mount(both(() => heard.push('inner')));
  press({ key: 'F10' });
  show(both(null));
  press({ key: 'F10' });
  expect(heard).toEqual(['inner', 'outer']);
});

test('history is not opened by the key that hands over, which holds Shift too', () => {
  const heard: string[] = [];
  mount(
    <KeysProvider>
      <Part heard={{ handOver: () => heard.push('hand over') }} />
      <Part heard={{ history: () => heard.push('history') }} />
    </KeysProvider>,
  );
  press({ code: 'KeyH', ctrlKey: true });
  press({ code: 'KeyH', ctrlKey: true, shiftKey: true });
  expect(heard).toEqual(['history', 'hand over']);
});

test('no two keys of one screen are the same key', () => {
  // What lies in front of the screen hears first; the dock and central's page are screens of their own.
  const elsewhere = ['previousPhoto', 'nextPhoto', 'closeColumn', 'typeNumber', 'findRecord'];
  const names = keyIds.filter((id) => !elsewhere.includes(id)).map((id) => keyNames(id).join('+'));
  expect(names).toEqual([...new Set(names)]);
});
