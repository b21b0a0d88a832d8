import { assertNever } from '../../../../shared/result.ts';
import type { OpenPart } from './completed.ts';

/** The first sum that can be granted instead of the policy's. */
type FirstSum = { readonly part: 'sum' };

/** The control in which what is missing can be said; the PIN where nothing is. */
export function focusOn(panel: HTMLElement | null, part: OpenPart | FirstSum): void {
  controlOf(panel, part)?.focus();
}

function controlOf(panel: HTMLElement | null, part: OpenPart | FirstSum): HTMLElement | null {
  if (!panel) return null;
  const find = (within: ParentNode | null, selector: string) =>
    within?.querySelector<HTMLElement>(selector) ?? null;
  switch (part.part) {
    case 'pin':
      return find(panel, 'input[type="password"]');
    case 'reason':
      return find(panel, '[data-part="reason"] :is(input, textarea)');
    case 'nothing':
      return find(panel, 'input[type="checkbox"]:enabled');
    case 'answer':
      return find(partOf(panel, part.key), 'input[type="radio"]');
    case 'answerReason':
    case 'amount':
      return find(partOf(panel, part.key), 'input[type="text"]');
    case 'sum':
      return find(panel, '[data-part]:not([data-part="reason"]) input[type="text"]');
    case 'basis':
      return [...(partOf(panel, part.key)?.querySelectorAll('button') ?? [])].at(-1) ?? null;
    default:
      return assertNever(part);
  }
}

function partOf(panel: HTMLElement, key: string): HTMLElement | null {
  const parts = [...panel.querySelectorAll<HTMLElement>('[data-part]')];
  return parts.find((one) => one.dataset['part']?.split('|').includes(key)) ?? null;
}
