export type TextField = HTMLInputElement | HTMLTextAreaElement;

const notTyped = 'button submit reset image file color checkbox radio range hidden'.split(' ');

/** A field the browser itself types into. */
export function isTextField(element: unknown): element is TextField {
  if (element instanceof HTMLTextAreaElement) return !element.readOnly && !element.disabled;
  if (!(element instanceof HTMLInputElement)) return false;
  return !notTyped.includes(element.type) && !element.readOnly && !element.disabled;
}

/** Types at the caret as a person would: undo, input events and frameworks see ordinary typing. */
export function typeInto(document: Document, text: string) {
  // Deprecated and without successor: nothing else writes into a field the way typing does.
  // oxlint-disable-next-line typescript/no-deprecated
  if (typeof document.execCommand === 'function' && document.execCommand('insertText', false, text))
    return;
  const field = document.activeElement;
  if (!isTextField(field)) return;
  const from = field.selectionStart ?? field.value.length;
  const to = field.selectionEnd ?? field.value.length;
  write(field, field.value.slice(0, from) + text + field.value.slice(to), 'insertText', text);
  select(field, from + text.length, from + text.length);
}

/** Takes a character away, before the caret or after it. */
export function eraseIn(document: Document, where: 'delete' | 'forwardDelete') {
  // oxlint-disable-next-line typescript/no-deprecated
  if (typeof document.execCommand === 'function') document.execCommand(where);
}

/** Remembers a field; the answer puts it back. */
export function rememberField(field: TextField): () => void {
  const { value, selectionStart, selectionEnd } = field;
  return () => {
    if (!field.isConnected) return;
    if (field.value !== value) write(field, value, 'historyUndo', null);
    select(field, selectionStart, selectionEnd);
  };
}

/** Through the prototype's setter: React replaces the field's own to see what it wrote itself. */
function write(field: TextField, value: string, inputType: string, data: string | null) {
  const prototype = field instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement;
  Object.getOwnPropertyDescriptor(prototype.prototype, 'value')?.set?.call(field, value);
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType, data }));
}

function select(field: TextField, from: number | null, to: number | null) {
  // Number, date and email fields have no selection to set.
  if (from !== null && to !== null) field.setSelectionRange(from, to);
}
