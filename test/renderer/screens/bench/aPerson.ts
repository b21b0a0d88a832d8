import { expect } from 'vitest';
import { countUnits } from '../../../../renderer/actions/countUnits.ts';
import { accepted } from '../../../builders/cases/accepted.ts';
import { anOrderLine } from '../../../builders/cases/anOrderLine.ts';
import { caseId, returnLineId } from '../../../builders/cases/ids.ts';
import { ivan } from '../../../builders/station/aLoneStation.ts';
import { label } from '../dock/aDock.tsx';
import { type aBench, soon } from './aBench.tsx';

type Bench = Awaited<ReturnType<typeof aBench>>;

type Units = {
  readonly quantity: number;
  readonly serials?: readonly string[];
  /** Of another lot they are another group. */
  readonly lot?: string;
};

/** Units of the article that was announced, counted; the case lies open. */
export async function withUnits(bench: Bench, quantity: number, serials: readonly string[] = []) {
  const [counted] = await withGroups(bench, { quantity, serials });
  return counted;
}

export async function withGroups(bench: Bench, ...groups: readonly Units[]) {
  const { article } = anOrderLine();
  const { arrivalId } = await bench.receive(label);
  const counted = [];
  for (const { quantity, serials = [], lot = null } of groups)
    counted.push(
      accepted(
        await countUnits(bench.station.as(ivan), {
          caseId: caseId('case-1'),
          arrivalId,
          returnLineId: returnLineId('line-1'),
          article: { gtin: article.gtin, number: article.number, name: article.name },
          lot,
          serials: [...serials],
          quantity,
          identity: null,
          identifiedBy: 'scan',
          raw: null,
        }),
      ),
    );
  bench.scan('RMA-1001');
  await bench.says('Which units?');
  return counted;
}

/** One key on whatever has the focus, as a keyboard presses it. */
export async function hit(key: string): Promise<void> {
  const target = document.activeElement ?? document.body;
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
  target.dispatchEvent(event);
  target.dispatchEvent(new KeyboardEvent('keyup', { key, bubbles: true }));
  if (!event.defaultPrevented && target instanceof HTMLInputElement) {
    if (key === 'Enter') target.form?.requestSubmit();
    if (key.length === 1) write(target, target.value + key);
  }
  await new Promise((resolve) => {
    setTimeout(resolve, 20);
  });
}

/** So many keys one after the other; how many there were. */
export async function hitAll(...keys: readonly string[]): Promise<number> {
  for (const key of keys) await hit(key);
  return keys.length;
}

/** What is asked now, which has the focus. */
export async function asks(question: string): Promise<void> {
  const focused = () => document.activeElement?.getAttribute('data-question');
  await expect.poll(focused, soon).toBe(question);
}

/** A finger on the button whose words or name begin so. */
export function touch(name: string): void {
  const named = [...document.querySelectorAll<HTMLElement>('main button')].find((one) =>
    (one.getAttribute('aria-label') ?? one.textContent ?? '').trim().startsWith(name),
  );
  if (!named) throw new Error(`No button ${name}`);
  named.click();
}

function write(field: HTMLInputElement, value: string): void {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
