import type { KeyDown, KeyUp } from './keyFeed.ts';
import { eraseIn, isTextField, typeInto } from './textField.ts';

/**
 * Makes a key that was held back take effect after all. Scripts see the events they would have
 * seen; what only the browser does on a real key (pressing a native button, submitting a form,
 * typing, scrolling) is done here.
 */
export function keyRepeater(window: Window & typeof globalThis) {
  const ours = new WeakSet<Event>();
  let underSpace: Element | null = null;

  function send(type: 'keydown' | 'keypress' | 'keyup', key: KeyDown | KeyUp): boolean {
    const event = new window.KeyboardEvent(type, {
      key: key.key,
      code: key.code,
      location: key.location,
      ...(key.type === 'down'
        ? {
            shiftKey: key.shift,
            ctrlKey: key.control,
            altKey: key.alt,
            metaKey: key.meta,
            modifierAltGraph: key.altGraph,
            modifierCapsLock: key.capsLock,
          }
        : {}),
      bubbles: true,
      cancelable: true,
      composed: true,
    });
    ours.add(event);
    return focused(window).dispatchEvent(event);
  }

  function down(key: KeyDown) {
    underSpace = null;
    if (!send('keydown', key)) return;
    if ((key.control || key.alt || key.meta) && !key.altGraph) return;
    const target = focused(window);
    const takesText = isTextField(target) || isEditable(target);
    if (takesText && key.key === 'Backspace') eraseIn(window.document, 'delete');
    if (takesText && key.key === 'Delete') eraseIn(window.document, 'forwardDelete');
    if (key.key === 'Enter') {
      if (send('keypress', key)) pressEnter(target);
    } else if (key.key.length === 1 && send('keypress', key)) {
      if (takesText) typeInto(window.document, key.key);
      else if (key.key === ' ') underSpace = target;
    }
  }

  function up(key: KeyDown | KeyUp) {
    const goesOn = send('keyup', key);
    if (key.key !== ' ' || !goesOn || underSpace !== focused(window)) return;
    pressSpace(underSpace, key.type === 'down' && key.shift);
    underSpace = null;
  }

  return { down, up, isOurs: (event: Event) => ours.has(event) };
}

function focused({ document }: Window): Element {
  let element = document.activeElement ?? document.body;
  while (element.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

function isEditable(element: Element): boolean {
  return element instanceof HTMLElement && element.isContentEditable;
}

const buttons =
  'button,summary,input[type=button],input[type=submit],input[type=reset],input[type=image],' +
  'input[type=file],input[type=color]';

function pressEnter(target: Element) {
  if (!(target instanceof HTMLElement)) return;
  if (target.matches(`${buttons},a[href],area[href]`)) target.click();
  else if (isEditable(target)) typeInto(target.ownerDocument, '\n');
  else if (target instanceof HTMLInputElement && target.form !== null) submit(target.form);
}

/** HTML, 4.10.21.2: Enter presses the form's first submit button, or submits a form of one field. */
function submit(form: HTMLFormElement) {
  const controls = [...form.elements];
  const button = controls.find(
    (control) =>
      (control instanceof HTMLButtonElement && control.type === 'submit') ||
      (control instanceof HTMLInputElement && ['submit', 'image'].includes(control.type)),
  );
  if (button instanceof HTMLElement) button.click();
  else if (controls.filter((control) => isTextField(control)).length <= 1) form.requestSubmit();
}

function pressSpace(target: Element, isShifted: boolean) {
  if (!(target instanceof HTMLElement)) return;
  if (target.matches(`${buttons},input[type=checkbox],input[type=radio]`)) target.click();
  else if (!target.matches('a[href],select,input')) scrollPage(target, isShifted ? -1 : 1);
}

function scrollPage(from: HTMLElement, direction: number) {
  let box: HTMLElement | null = from;
  while (box !== null && (box.scrollHeight <= box.clientHeight || !scrolls(box)))
    box = box.parentElement;
  const page = box ?? from.ownerDocument.scrollingElement;
  page?.scrollBy({ top: direction * page.clientHeight * 0.875 });
}

function scrolls(box: HTMLElement): boolean {
  return ['auto', 'scroll'].includes(getComputedStyle(box).overflowY);
}
