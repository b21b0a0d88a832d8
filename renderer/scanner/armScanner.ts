import { classifyBurst } from './burst.ts';
import { type BurstState, type Decision, idle, isLocked } from './burstState.ts';
import { composedScan } from './composedScan.ts';
import { keyEffect } from './keyEffect.ts';
import type { Feed, KeyDown, KeyUp } from './keyFeed.ts';
import type { ScannerProfile } from './profile.ts';
import { keyRepeater } from './repeatKey.ts';
import { isTextField, rememberField, type TextField } from './textField.ts';

/** A form has this long to take what was entered. */
const takenMs = 300;

/** Something that may have been a scan stands in a text field. */
export type Unread = {
  readonly text: string;
  /** By its pace it was one; otherwise by its looks. */
  readonly isSure: boolean;
  /** Puts the field back as it was, unless somebody has gone on writing in it. */
  readonly takeBack: () => void;
};

/**
 * Listens for a keyboard-wedge scanner and tells `onScan` the text of each scan, which nothing else
 * in the window gets to see, and when its last key went down by the key's own time stamp. Arm it before anything else listens to the window's keys. The answer
 * disarms it. `onUnread`: something typed like a scanner went into a text field as typing, or a code
 * a hand might have typed was left there.
 */
export function armScanner(
  window: Window & typeof globalThis,
  profile: ScannerProfile,
  onScan: (rawText: string, at: number) => void,
  onUnread: (unread: Unread) => void = () => {},
): () => void {
  const { document } = window;
  const repeater = keyRepeater(window);
  const composed = composedScan(window, profile, {
    read: (text) => onScan(text, pressedAt),
    unread: () => onUnread({ text: '', isSure: true, takeBack: () => {} }),
  });
  const fields = new Map<TextField, () => void>();
  /** Where the focus was before a Tab within the sequence. */
  let focusBefore: Element | null = null;
  let state: BurstState = idle;
  let timer: number | undefined;
  let isRepeating = false;
  let lastCode = '';
  /** By the time stamp of the last key itself: the thread may have come to it late. */
  let pressedAt = 0;
  /** The field a run of characters goes into, as it was before. */
  let written: { readonly field: TextField; readonly restore: () => void } | null = null;

  /** Keeps back the event before anything is told of it: whoever is told may fail. */
  function feed(next: Feed, event?: Event): Decision['verdict'] {
    const decision = classifyBurst(state, next, profile);
    state = decision.state;
    if (event !== undefined && decision.verdict === 'hold') swallow(event);
    window.clearTimeout(timer);
    if (state.wakeAt !== null) {
      // From when the key arrived: where one key came late, the next may be as late.
      const fedAt = 'timeStamp' in next ? next.timeStamp : state.wakeAt;
      timer = window.setTimeout(wake, state.wakeAt - Math.min(fedAt, window.performance.now()));
    }
    for (const step of decision.steps) {
      isRepeating = true;
      try {
        take(step);
      } finally {
        isRepeating = false;
      }
    }
    return decision.verdict;
  }

  function take(step: Decision['steps'][number]) {
    if (step.kind === 'scanned') onScan(step.text, pressedAt);
    else if (step.kind === 'unread') tellUnread(step.text, step.isSure);
    else if (step.kind === 'restore') putBack();
    else if (step.kind === 'releaseUp') repeater.up(step.up);
    else {
      repeater.down(step.down);
      if (step.up) repeater.up(step.down);
    }
  }

  /** What a field takes with Enter and empties was no code left lying in it. */
  function tellUnread(text: string, isSure: boolean) {
    const at = written;
    if (at === null || isSecret(at.field) || looksUp(at.field)) return;
    window.setTimeout(() => {
      const { value } = at.field;
      const isLeft = at.field.isConnected && value.includes(text);
      if (!isLeft && !isSure) return;
      const takeBack = () => {
        if (at.field.value === value) at.restore();
      };
      onUnread({ text, isSure, takeBack });
    }, takenMs);
  }

  function wake() {
    // After a long task the keys pressed meanwhile are still waiting: they come first.
    if (isInputPending(window.navigator)) timer = window.setTimeout(wake, 0);
    else if (state.wakeAt !== null) feed({ type: 'tick', timeStamp: state.wakeAt });
  }

  function putBack() {
    if (focusBefore instanceof HTMLElement) focusBefore.focus({ preventScroll: true });
    focusBefore = null;
    for (const restore of fields.values()) restore();
    fields.clear();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (repeater.isOurs(event)) return;
    pressedAt = event.timeStamp;
    const target = event.composedPath()[0];
    const down = keyDown(event);
    const composes = isComposing(event);
    if (down.effect !== 'modifier') {
      const isRest = composed.take(down, composes, isTextField(target) ? target : null);
      if (isRest) swallow(event);
      if (isRest && !composes) return;
    }
    if (composes) {
      feed({ type: 'stop' });
      return;
    }
    lastCode = event.code;
    const before = document.activeElement;
    const field = down.effect === 'text' && isTextField(target) ? target : null;
    const asItWas = field && { field, restore: rememberField(field) };
    const hadKeys = state.keys.length;
    const verdict = feed(down, event);
    if (asItWas && state.loose.text.length === 1) written = asItWas;
    if (state.keys.length === 0 || down.effect === 'modifier') return;
    // The sequence is new when it did not grow: what was remembered belongs to another one.
    if (state.keys.length <= hadKeys || hadKeys === 0) {
      fields.clear();
      focusBefore = null;
    }
    if (verdict === 'pass' && event.key === 'Tab') focusBefore ??= before;
    if (asItWas && !fields.has(asItWas.field)) fields.set(asItWas.field, asItWas.restore);
  }

  function onKeyUp(event: KeyboardEvent) {
    if (repeater.isOurs(event) || isComposing(event)) return;
    const { code, key, location, timeStamp } = event;
    const up: KeyUp = { type: 'up', code, key, location, timeStamp };
    feed(up, event);
  }

  /** Alt and digits on the keypad press no key for the character they make. */
  function onKeyPress(event: KeyboardEvent) {
    if (repeater.isOurs(event)) return;
    const isAltControl =
      /^(Numpad\d|Alt)/.test(lastCode) && (event.key.length !== 1 || event.key < ' ');
    if (isHolding() || isAltControl) swallow(event);
  }

  function onBeforeInput(event: InputEvent) {
    if (!isRepeating && !event.isComposing && isHolding()) swallow(event);
  }

  function isHolding() {
    return state.wakeAt !== null && isLocked(state);
  }

  const stop = () => void feed({ type: 'stop' });

  window.addEventListener('keydown', onKeyDown, true);
  window.addEventListener('keyup', onKeyUp, true);
  window.addEventListener('keypress', onKeyPress, true);
  window.addEventListener('beforeinput', onBeforeInput, true);
  window.addEventListener('blur', stop);
  return () => {
    window.clearTimeout(timer);
    composed.stop();
    window.removeEventListener('keydown', onKeyDown, true);
    window.removeEventListener('keyup', onKeyUp, true);
    window.removeEventListener('keypress', onKeyPress, true);
    window.removeEventListener('beforeinput', onBeforeInput, true);
    window.removeEventListener('blur', stop);
  };
}

/** A PIN is nobody's scan, and is shown to nobody. */
function isSecret(field: TextField): boolean {
  return field.type === 'password' || field.autocomplete === 'one-time-code';
}

function swallow(event: Event) {
  event.preventDefault();
  event.stopImmediatePropagation();
}

function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.key === 'Process';
}

function keyDown(event: KeyboardEvent): KeyDown {
  return {
    type: 'down',
    code: event.code,
    key: event.key,
    location: event.location,
    timeStamp: event.timeStamp,
    shift: event.shiftKey,
    control: event.ctrlKey,
    alt: event.altKey,
    meta: event.metaKey,
    altGraph: event.getModifierState('AltGraph'),
    capsLock: event.getModifierState('CapsLock'),
    repeat: event.repeat,
    effect: keyEffect(event),
  };
}

/** Chromium's own word on keys that wait behind a long task; elsewhere nobody knows. */
function isInputPending(navigator: Navigator & { readonly scheduling?: unknown }): boolean {
  const { scheduling } = navigator;
  return knowsInput(scheduling) && scheduling.isInputPending();
}

function knowsInput(scheduling: unknown): scheduling is { isInputPending(): boolean } {
  return (
    typeof scheduling === 'object' &&
    scheduling !== null &&
    'isInputPending' in scheduling &&
    typeof scheduling.isInputPending === 'function'
  );
}

/** What is written there is looked up by itself, whoever wrote it. */
function looksUp(field: TextField): boolean {
  return field.dataset['looksUp'] !== undefined;
}
