import { act, type SyntheticEvent, useState } from 'react';
import {
  Button,
  CheckboxButton,
  CheckboxField,
  Label,
  ListBox,
  ListBoxItem,
  RadioButton,
  RadioField,
  RadioGroup,
  SwitchButton,
  SwitchField,
  Tab,
  TabList,
  Tabs,
  ToggleButton,
} from 'react-aria-components';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { armScanner } from '../../../renderer/scanner/armScanner.ts';
import { usualScanner } from '../../../renderer/scanner/profile.ts';
import {
  keysOfScan,
  type Stroke,
  strokesOf,
  type TimedKey,
  typeKeys,
  typeScan,
} from '../../builders/station/wedge.ts';

/** One of every kind of control, each telling what happened to it. */
function Bench({ tell }: { readonly tell: (what: string) => void }) {
  const [note, setNote] = useState('wet');
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    tell('submitted');
  };
  return (
    <>
      <button id="native" type="button" onClick={() => tell('native')}>
        Receive
      </button>
      <Button id="aria" onPress={() => tell('aria')}>
        Receive
      </Button>
      <ToggleButton id="toggle" onChange={() => tell('toggle')}>
        Wet
      </ToggleButton>
      <a id="link" href="#case" onClick={() => tell('link')}>
        Case
      </a>
      <input id="box" type="checkbox" onChange={() => tell('box')} />
      <CheckboxField className="aria-box" onChange={() => tell('aria-box')}>
        <CheckboxButton>Sealed</CheckboxButton>
      </CheckboxField>
      <SwitchField onChange={() => tell('switch')}>
        <SwitchButton>Light</SwitchButton>
      </SwitchField>
      <RadioGroup onChange={() => tell('radio')} defaultValue="a">
        <Label>Condition</Label>
        <RadioField value="a">
          <RadioButton>Good</RadioButton>
        </RadioField>
        <RadioField value="b">
          <RadioButton>Wet</RadioButton>
        </RadioField>
      </RadioGroup>
      <Tabs onSelectionChange={(key) => key !== 'in' && tell('tab')}>
        <TabList aria-label="Which">
          <Tab id="in">In</Tab>
          <Tab id="PARCEL">Out</Tab>
        </TabList>
      </Tabs>
      <ListBox aria-label="Cases" selectionMode="single" onSelectionChange={() => tell('list')}>
        <ListBoxItem id="one">One</ListBoxItem>
        <ListBoxItem id="two">Parcel</ListBoxItem>
      </ListBox>
      <form onSubmit={submit}>
        <input
          id="field"
          value={note}
          onChange={(event) => {
            setNote(event.target.value);
            tell(`note ${event.target.value}`);
          }}
        />
        <textarea id="area" defaultValue="seal broken" />
        <button id="submit" type="submit">
          Save
        </button>
      </form>
    </>
  );
}

let happened: string[] = [];
let scans: string[] = [];
let pressedAt: number[] = [];
let disarm = () => {};
let unmount = () => {};

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  happened = [];
  scans = [];
  pressedAt = [];
  disarm = armScanner(window, usualScanner, (text, at) => {
    scans.push(text);
    pressedAt.push(at);
  });
  const page = document.body.appendChild(document.createElement('div'));
  const root = createRoot(page);
  await act(async () => root.render(<Bench tell={(what) => happened.push(what)} />));
  unmount = () => {
    root.unmount();
    page.remove();
  };
});

afterEach(() => {
  act(unmount);
  disarm();
  vi.useRealTimers();
});

function focus(selector: string): HTMLElement {
  const element = document.querySelector<HTMLElement>(selector);
  if (element === null) throw new Error(`No ${selector}`);
  act(() => element.focus());
  return element;
}

function field(selector: string) {
  const element = focus(selector);
  if (!(element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement))
    throw new Error(`${selector} is no field`);
  return element;
}

function wait(ms: number) {
  act(() => {
    vi.advanceTimersByTime(ms);
  });
}

function scanned(text: string, wedge: Parameters<typeof typeScan>[2] = {}) {
  act(() => {
    typeScan(window, text, wedge);
  });
  wait(1000);
}

/** A finger: down, a while, up. */
function press(char: string, change: Partial<Stroke> = {}) {
  for (const stroke of strokesOf(char)) {
    const key = (type: 'down' | 'up'): TimedKey => ({ ...stroke, ...change, type, at: 0 });
    act(() => {
      typeKeys(window, [key('down')]);
    });
    wait(70);
    act(() => {
      typeKeys(window, [key('up')]);
    });
    wait(100);
  }
}

const focusable = [
  '#native',
  '#aria',
  '#toggle',
  '#link',
  '#box',
  '.aria-box input',
  '[role=switch]',
  '[role=radio], input[type=radio]',
  '[role=tab]',
  '[role=option]',
  '#submit',
];

describe('a scan', () => {
  test.each(focusable)('does nothing to the focused %s', (selector) => {
    focus(selector);
    happened = [];
    scanned('PARCEL 42');
    expect(scans).toEqual(['PARCEL 42']);
    expect(happened).toEqual([]);
  });

  test.each(focusable)('of any control character does nothing to the focused %s', (selector) => {
    focus(selector);
    happened = [];
    for (let code = 0; code < 32; code += 1) {
      const control = String.fromCharCode(code);
      for (const text of [`${control}PARCEL`, `${control} PAR${control}CEL`, control])
        for (const gapMs of [4, 30]) scanned(text, { gapMs });
    }
    expect(happened).toEqual([]);
    expect(document.activeElement).toBe(document.querySelector(selector));
  });

  test('says when its last key went down, however late the thread comes to it', () => {
    focus('#native');
    const keys = keysOfScan('PARCEL42');
    // Long ago by the clock of the page.
    typeKeys(window, keys, -5000);
    expect(pressedAt).toEqual([-5000 + (keys.findLast((key) => key.type === 'down')?.at ?? 0)]);
  });

  test('reaches no shortcut of the page', () => {
    const heard: string[] = [];
    const listen = (event: KeyboardEvent) => heard.push(event.key);
    window.addEventListener('keydown', listen);
    focus('#native');
    scanned('djkz?');
    scanned('42\u000b42', { gs: 'F8' });
    expect(heard.filter((key) => !['Shift', 'Control'].includes(key))).toEqual([]);
    window.removeEventListener('keydown', listen);
  });

  test.each(['#field', '#area'])('leaves the text and the caret of %s as they were', (selector) => {
    const text = field(selector);
    const before = text.value;
    text.setSelectionRange(1, 2);
    scanned('PARCEL42');
    scanned('PARCEL43', { gapMs: 50 });
    expect(scans).toEqual(['PARCEL42', 'PARCEL43']);
    expect(text.value).toBe(before);
    expect([text.selectionStart, text.selectionEnd]).toEqual([1, 2]);
    expect(happened.filter((what) => what === 'submitted')).toEqual([]);
  });

  test('has React told that the text is what it was', () => {
    field('#field');
    scanned('PARCEL42');
    expect(happened.at(-1)).toBe('note wet');
  });

  test('of a few letters leaves the text as it was and submits nothing', () => {
    const text = field('#field');
    scanned('AB');
    expect(scans).toEqual([]);
    expect(text.value).toBe('wet');
    expect(happened).not.toContain('submitted');
  });
});

test('a scan whose receiver fails presses nothing all the same', () => {
  disarm();
  const failures: string[] = [];
  const note = (event: ErrorEvent) => {
    failures.push(event.message);
    event.preventDefault();
  };
  window.addEventListener('error', note);
  disarm = armScanner(window, usualScanner, () => {
    throw new Error('no such screen');
  });
  const heard: string[] = [];
  const listen = (event: KeyboardEvent) => heard.push(event.key);
  window.addEventListener('keydown', listen);
  focus('#aria');
  scanned('42PARCEL42');
  expect(failures).toEqual(['no such screen']);
  expect(heard.filter((key) => key !== 'Shift')).toEqual([]);
  expect(happened).toEqual([]);
  window.removeEventListener('keydown', listen);
  window.removeEventListener('error', note);
});

describe('a person', () => {
  test.each([
    ['#native', '\r', 'native'],
    ['#native', ' ', 'native'],
    ['#aria', '\r', 'aria'],
    ['#aria', ' ', 'aria'],
    ['#toggle', '\r', 'toggle'],
    ['#link', '\r', 'link'],
    ['#box', ' ', 'box'],
    ['.aria-box input', ' ', 'aria-box'],
    ['[role=switch]', ' ', 'switch'],
    ['[role=option]', '\r', 'list'],
    ['#submit', '\r', 'submitted'],
    ['#submit', ' ', 'submitted'],
    ['#field', '\r', 'submitted'],
  ])('presses %s with %j, once', (selector, char, what) => {
    focus(selector);
    happened = [];
    press(char);
    expect(happened).toEqual([what]);
  });

  test('may tap a key as briefly as a scanner does', () => {
    focus('#aria');
    const tap = strokesOf('\r').flatMap((stroke): TimedKey[] => [
      { ...stroke, type: 'down', at: 0 },
      { ...stroke, type: 'up', at: 2 },
    ]);
    act(() => {
      typeKeys(window, tap);
    });
    wait(200);
    expect(happened).toEqual(['aria']);
  });

  test('types into a field at once', () => {
    const text = field('#field');
    text.setSelectionRange(3, 3);
    for (const char of ' and torn') {
      const [stroke] = strokesOf(char);
      if (stroke === undefined) throw new Error('no key');
      act(() => {
        typeKeys(window, [{ ...stroke, type: 'down', at: 0 }]);
      });
      expect(text.value.endsWith(char)).toBe(true);
      act(() => {
        typeKeys(window, [{ ...stroke, type: 'up', at: 60 }]);
      });
      wait(83);
    }
    expect(text.value).toBe('wet and torn');
    expect(scans).toEqual([]);
  });

  test('rolling four fingers has all four letters in the field', () => {
    const text = field('#field');
    text.setSelectionRange(0, 3);
    const keys = Array.from('asdf').flatMap((char, i): TimedKey[] =>
      strokesOf(char).flatMap((stroke): TimedKey[] => [
        { ...stroke, type: 'down', at: i * 20 },
        { ...stroke, type: 'up', at: i * 20 + 90 },
      ]),
    );
    act(() => {
      typeKeys(
        window,
        keys.toSorted((a, b) => a.at - b.at),
      );
    });
    wait(200);
    expect(text.value).toBe('asdf');
  });

  test('reaches the shortcuts of the page, with their modifiers, once', () => {
    const heard: string[] = [];
    const listen = (event: KeyboardEvent) =>
      heard.push(`${event.ctrlKey ? 'Ctrl+' : ''}${event.key}`);
    window.addEventListener('keydown', listen);
    focus('#native');
    press('j');
    press('k', { control: true });
    press('\u001b');
    expect(heard).toEqual(['j', 'Ctrl+k', 'Escape']);
    window.removeEventListener('keydown', listen);
  });

  test('composing letters with an input method is not disturbed', () => {
    const text = field('#field');
    const heard: string[] = [];
    text.addEventListener('keydown', (event) => {
      if (event instanceof KeyboardEvent) heard.push(event.key);
    });
    for (const key of ['n', 'i', 'h', 'a', 'o', 'Enter']) {
      const event = new KeyboardEvent('keydown', {
        key,
        isComposing: true,
        bubbles: true,
        cancelable: true,
      });
      expect(text.dispatchEvent(event)).toBe(true);
    }
    expect(heard).toEqual(['n', 'i', 'h', 'a', 'o', 'Enter']);
  });
});

test('a disarmed scanner is a keyboard', () => {
  disarm();
  const text = field('#area');
  text.setSelectionRange(0, 11);
  scanned('PARCEL42');
  expect(scans).toEqual([]);
  expect(text.value).toBe('PARCEL42');
});

test('without the scanner armed, the same keys press what has the focus', () => {
  disarm();
  focus('#aria');
  scanned('PARCEL 42');
  expect(happened).toEqual(['aria', 'aria']);
});
