import { expect, vi } from 'vitest';
import { countUnits } from '../../../../renderer/actions/countUnits.ts';
import { finishInspection } from '../../../../renderer/actions/finishInspection.ts';
import { recordFinding } from '../../../../renderer/actions/recordFinding.ts';
import { DeskScreen } from '../../../../renderer/screens/desk/DeskScreen.tsx';
import type { AskStations } from '../../../../renderer/screens/desk/OtherStations.tsx';
import type { SignedInPerson } from '../../../../shared/desktop/desktopApi.ts';
import type { ReturnCase } from '../../../../shared/facts/documents.ts';
import type { Observation } from '../../../../shared/facts/fact.ts';
import type { VerdictId } from '../../../../shared/ids.ts';
import { refuse } from '../../../../shared/result.ts';
import type { Change } from '../../../../shared/sync/change.ts';
import { aCase } from '../../../builders/cases/aCase.ts';
import { aClient } from '../../../builders/cases/aClient.ts';
import { accepted } from '../../../builders/cases/accepted.ts';
import { caseId, clientId } from '../../../builders/cases/ids.ts';
import {
  dora,
  ivan,
  type LoneStation,
  officeDocuments,
  sara,
} from '../../../builders/station/aLoneStation.ts';
import { receiveAsAnnounced } from '../../../builders/station/receiveAsAnnounced.ts';
import { scanned } from '../../../builders/station/scanned.ts';
import { tenPumps } from '../../../builders/station/tenPumps.ts';
import { must } from '../../components/mount.tsx';
import { aBench, soon } from '../bench/aBench.tsx';

export { soon };

const names = ['Harlan Process Equipment, Inc.', 'Caribe Bottling Services', 'Great Lakes Drives'];

/** The office knows `count` returns of three clients. */
export function returns(
  count: number,
  part: (n: number) => Partial<ReturnCase> = () => ({}),
): readonly Change[] {
  const office = officeDocuments().filter(({ collection }) => collection !== 'cases');
  const clients = names.map((name, n): Change => {
    const id = clientId(`client-${n + 1}`);
    return { collection: 'clients', id, body: aClient({ id, name }) };
  });
  const cases = Array.from({ length: count }, (_, index): Change => {
    const n = index + 1;
    const id = caseId(`case-${n}`);
    const body = aCase({ id, rma: `RMA-${1000 + n}`, trackingNumbers: [`1Z-${n}`], ...part(n) });
    return { collection: 'cases', id, body };
  });
  return [...office, ...clients, ...cases];
}

/** Received by Dora, inspected by Ivan and found sound where nothing else is said: now it waits at the desk. */
export async function inspected(
  station: LoneStation,
  n: number,
  observation: Observation = { kind: 'noDefect' },
): Promise<VerdictId> {
  const here = { caseId: caseId(`case-${n}`) };
  const barcode = { ...scanned('1Z999AA10123456784'), text: `1Z-${n}` };
  const parcel = { barcode, raw: null, caseId: null, dock: 'D1', note: '' };
  const { arrivalId } = accepted(await receiveAsAnnounced(station.as(dora), parcel));
  const { unitGroupId } = accepted(
    await countUnits(station.as(dora), {
      ...here,
      arrivalId,
      ...tenPumps,
    }),
  );
  accepted(
    await recordFinding(station.as(ivan), {
      ...here,
      unitGroupId,
      quantity: 10,
      observation,
      measurements: [],
      photoIds: [],
      note: '',
    }),
  );
  const finished = { ...here, inspectionId: null, startedAt: null, note: '' };
  return accepted(await finishInspection(station.as(ivan), finished)).verdictId;
}

/** The desk of a station with so many cases that wait for a decision, driven by keys. */
export async function aDesk(
  count: number,
  documents: readonly Change[] = returns(count),
  person: SignedInPerson = sara,
  askStations: AskStations = () => Promise.resolve(refuse({ code: 'notTold' })),
) {
  const screen = <DeskScreen askReplay={vi.fn<() => Promise<never>>()} askStations={askStations} />;
  const desk = await aBench(documents, screen, person);
  for (let n = 1; n <= count; n += 1) await inspected(desk.station, n);
  await desk.says('To be decided');
  const rows = (label = 'To be decided') => [
    ...document.querySelectorAll<HTMLElement>(
      `[role="grid"][aria-label="${label}"] [role="row"][aria-label]`,
    ),
  ];
  /** Which row is marked as open. */
  const open = () =>
    document.querySelector('[data-chosen]')?.closest('[role="row"]')?.getAttribute('aria-label') ??
    null;
  return {
    ...desk,
    rows,
    open,
    /** All of them are there, and the first that is opened by J is this one. */
    openFirst: async (name: string) => {
      await expect.poll(() => rows().length, soon).toBe(count);
      await expect
        .poll(() => {
          if (open() === null) pressed('j');
          return open();
        }, soon)
        .toContain(name);
    },
    /** By D: nothing is missing but the PIN, which has the focus. */
    begin: async () => {
      const decide = () =>
        [...document.querySelectorAll('article button')].find((one) =>
          one.textContent.startsWith('Decide'),
        );
      await expect
        .poll(() => decide() !== undefined && !decide()?.hasAttribute('disabled'), soon)
        .toBe(true);
      pressed('d');
      await expect.poll(() => pinField() === document.activeElement, soon).toBe(true);
    },
    press: (key: string, held: { readonly ctrlKey?: boolean } = {}) => pressed(key, held),
    heading: () => must(document.querySelector('h1')).textContent,
    button: (name: string) =>
      must(
        [...document.querySelectorAll<HTMLElement>('button')].find((one) =>
          (one.getAttribute('aria-label') ?? one.textContent ?? '').startsWith(name),
        ),
      ),
  };
}

/** Of the deciding panel; null where it is not open, or something is still missing. */
export function pinField(): HTMLInputElement | null {
  return document.querySelector('aside[aria-label^="Decide:"] input[type="password"]');
}

/** One key of the keyboard, wherever the focus is; a digit or letter is typed into a field. */
function pressed(key: string, held: { readonly ctrlKey?: boolean } = {}): void {
  const target = document.activeElement ?? document.body;
  const code = /^\d$/.test(key) ? { code: `Digit${key}` } : {};
  const said = { key, ...code, bubbles: true, cancelable: true };
  const down = new KeyboardEvent('keydown', { ...said, ...held });
  const isMine = target.dispatchEvent(down);
  if (isMine && key.length === 1 && !held.ctrlKey && target instanceof HTMLInputElement) {
    const native = must(Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value'));
    native.set?.call(target, target.value + key);
    target.dispatchEvent(new Event('input', { bubbles: true }));
  }
  target.dispatchEvent(new KeyboardEvent('keyup', said));
}
