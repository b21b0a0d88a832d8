import type { KeyEffect } from './keyFeed.ts';
import { isTextField } from './textField.ts';

const modifiers =
  'Shift Control Alt Meta AltGraph Fn FnLock Hyper Super OS CapsLock NumLock ScrollLock'.split(' ');
const moving = 'ArrowLeft ArrowRight ArrowUp ArrowDown Home End PageUp PageDown'.split(' ');
const editing = [...moving, 'Backspace', 'Delete', 'Insert'];
const editingWithControl = [...editing, 'a', 'c', 'v', 'x', 'y', 'z'];
const zoom = ['+', '-', '=', '0'];
/** What else may be a shortcut or press something. F11 and F12 belong to the window. */
const acting = ['Enter', 'Escape', 'Backspace', 'Delete', 'Insert', 'Dead'];
/** Here the arrows choose, by script, so they can be held back and repeated. */
const choosing =
  '[role=radiogroup],[role=tablist],[role=listbox],[role=menu],[role=menubar],[role=grid],' +
  '[role=treegrid],[role=tree],[role=toolbar],[role=slider]';

/** Where a key would go if nobody held it back. */
export function keyEffect(event: KeyboardEvent): KeyEffect {
  const { key } = event;
  if (modifiers.includes(key)) return 'modifier';
  const target = event.composedPath()[0];
  const inText = isTextField(target);
  const isAltGraph = event.getModifierState('AltGraph');
  if (event.altKey && /^Numpad\d$/.test(event.code)) return 'native';
  if ((event.ctrlKey || event.metaKey || event.altKey) && !isAltGraph) {
    const known = editingWithControl.includes(key.length === 1 ? key.toLowerCase() : key);
    if (event.altKey || !(known || zoom.includes(key))) return 'control';
    return inText && known ? 'text' : 'native';
  }
  if (key === 'Tab') return 'native';
  if (inText) {
    if (key.length === 1 || key === 'Dead' || editing.includes(key)) return 'text';
    if (key === 'Enter' && target instanceof HTMLTextAreaElement) return 'text';
  }
  if (moving.includes(key))
    return target instanceof Element && target.closest(choosing) !== null ? 'control' : 'native';
  return key.length === 1 || acting.includes(key) || /^F([1-9]|10)$/.test(key)
    ? 'control'
    : 'native';
}
