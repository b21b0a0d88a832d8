import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { ShellDeps } from '../../../renderer/app/frame/places.tsx';
import { Shell } from '../../../renderer/app/frame/Shell.tsx';
import { useFocusKept } from '../../../renderer/app/frame/useFocusKept.ts';
import { StationStorage } from '../../../renderer/queries/StationStorage.tsx';
import { applyChanges } from '../../../renderer/sync/pull/applyChanges.ts';
import { createWording } from '../../../renderer/wording/createWording.ts';
import { WordingProvider } from '../../../renderer/wording/WordingProvider.tsx';
import { AtWork } from '../../../renderer/workflow/AtWork.tsx';
import { createScanSource, ScanFeed } from '../../../renderer/workflow/ScanFeed.tsx';
import type { Scan } from '../../../shared/barcodes/scan.ts';
import { readScan } from '../../../shared/barcodes/scan.ts';
import { aCase } from '../../builders/cases/aCase.ts';
import { accepted } from '../../builders/cases/accepted.ts';
import { aRefund } from '../../builders/cases/decidedFacts.ts';
import { caseId } from '../../builders/cases/ids.ts';
import {
  aLoneStation,
  dora,
  ivan,
  officeDocuments,
  sara,
} from '../../builders/station/aLoneStation.ts';
import { receiveAsAnnounced } from '../../builders/station/receiveAsAnnounced.ts';
import { scanned } from '../../builders/station/scanned.ts';
import { speaksWhenItLikes } from '../speaksWhenItLikes.ts';

speaksWhenItLikes();

const soon = { timeout: 45_000 };
type Answered = (text: string) => Response | Promise<Response>;
const offline: Answered = () => {
  throw new TypeError('no network');
};

/** The focus is kept for every screen, also for those around the shell. */
function AsInTheApplication(props: { readonly children: ReactNode }): ReactNode {
  useFocusKept();
  return props.children;
}

/** Somebody at work at the station, with case-1 received and case-2 paid; central as told. */
async function atWork(person: typeof dora, { central = offline, hash = '/refused' } = {}) {
  const station = await aLoneStation([
    ...officeDocuments(),
    {
      collection: 'cases',
      id: 'case-2',
      body: aCase({ id: caseId('case-2'), rma: 'RMA-2002', trackingNumbers: ['TRK2'] }),
    },
  ]);
  const parcel = { barcode: scanned('1Z999'), raw: '1Z999', caseId: null, dock: 'D1', note: '' };
  accepted(await receiveAsAnnounced(station.as(dora), parcel));
  const body = aRefund({
    caseId: caseId('case-2'),
    amount: 55_120,
    startedAt: '2026-11-24T15:00:00.000Z',
  });
  const refunded = { collection: 'refunds', id: body.id, body } as const;
  await applyChanges(station.db, { changes: [refunded] }, station.clock.now());
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    if (!path.startsWith('/central/search')) throw new TypeError('no network');
    const { text } = JSON.parse(typeof init.body === 'string' ? init.body : '{}') as {
      text: string;
    };
    asked.push(text);
    return await central(text);
  });
  window.location.hash = hash;
  const page = document.createElement('div');
  document.body.append(page);
  const root = createRoot(page);
  const source = createScanSource<Scan>();
  const parts = {
    application: {
      unread: createScanSource(),
      wasLost: false,
      photosGone: 0,
      desktop: { rescueStatus: () => new Promise(() => {}) },
    },
    state: {
      revoked: false,
      journal: { lastSequence: 2, unsettled: 0, tornLines: 0, damagedLines: 0 },
    },
    site: null,
    link: { status: { reached: true, trouble: null, nextAt: null }, pausePhotos: () => {} },
    onLeave: () => {},
  };
  root.render(
    <WordingProvider wording={createWording({ language: 'en', zone: 'America/New_York' })}>
      <StationStorage db={station.db} now={station.clock.now}>
        <AtWork context={station.as(person)}>
          <ScanFeed source={source}>
            <AsInTheApplication>
              <Shell {...(parts as unknown as ShellDeps)} />
            </AsInTheApplication>
          </ScanFeed>
        </AtWork>
      </StationStorage>
    </WordingProvider>,
  );
  onTestFinished(() => {
    root.unmount();
    page.remove();
    vi.unstubAllGlobals();
  });
  await expect.poll(() => page.textContent, soon).toContain('Hand over');
  return { page, source, asked, station, refunded };
}

function key(name: string, more: KeyboardEventInit = {}): void {
  const target = document.activeElement ?? document.body;
  for (const kind of ['keydown', 'keyup'])
    target.dispatchEvent(
      new KeyboardEvent(kind, { key: name, bubbles: true, cancelable: true, ...more }),
    );
}

const field = () => document.querySelector<HTMLInputElement>('[role="dialog"] input');
const lines = () => [...document.querySelectorAll('[role="option"]')].map((one) => one.textContent);
const chosen = () => {
  const id = field()?.getAttribute('aria-activedescendant');
  return id ? document.querySelector(`#${CSS.escape(id)}`)?.textContent : null;
};

async function look(text: string) {
  key('k', { code: 'KeyK', ctrlKey: true });
  await expect.poll(() => document.activeElement === field() && field() !== null, soon).toBe(true);
  write(text);
}

function write(text: string): void {
  const input = field();
  if (!input) throw new Error('no field');
  const native = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
  native?.set?.call(input, text);
  input.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
}

describe('Ctrl+K', () => {
  test('tells where a refund is in the first line itself, and opens what is over as a card', async () => {
    await atWork(sara);
    await look('rma2002');
    await expect.poll(lines, soon).toHaveLength(1);
    expect(lines()[0]).toContain('RMA-2002');
    expect(lines()[0]).toContain('Refund of USD 551.20 started on Tue 24 Nov');
    await expect.poll(chosen, soon).toContain('RMA-2002');
    key('Enter');
    await expect.poll(() => document.body.textContent, soon).toContain('To be read only');
    expect(document.querySelector('[role="dialog"]')?.contains(document.activeElement)).toBe(true);
    key('Escape');
    await expect.poll(() => document.querySelector('[role="dialog"]'), soon).toBeNull();
  });

  test('tells what comes while it is open', async () => {
    const { station, refunded } = await atWork(sara);
    await look('rma2002');
    await expect.poll(() => lines()[0], soon).toContain('started on Tue 24 Nov');
    const failed = { ...refunded, body: { ...refunded.body, state: 'failed' as const } };
    await applyChanges(station.db, { changes: [failed] }, station.clock.now());
    await expect.poll(() => lines()[0], soon).toContain('of Tue 24 Nov failed');
  });

  test('opens a case where whoever asks works', async () => {
    await atWork(ivan);
    await look('harbour');
    await expect.poll(lines, soon).toHaveLength(2);
    await expect.poll(chosen, soon).toContain('RMA-1001');
    key('Enter');
    await expect.poll(() => window.location.hash, soon).toBe('#/bench?case=case-1');
    await expect.poll(() => document.querySelector('[role="dialog"]'), soon).toBeNull();
  });

  test('finds goods that have no case by their label, for whoever may say whose they are', async () => {
    const { station } = await atWork(ivan);
    const barcode = scanned('ZZNOBODY77');
    const parcel = { barcode, raw: 'ZZNOBODY77', caseId: null, dock: 'D1', note: '' };
    const { arrivalId } = accepted(await receiveAsAnnounced(station.as(dora), parcel));
    await look('zznobody');
    await expect.poll(() => lines()[0], soon).toContain('ZZNOBODY77');
    await expect.poll(chosen, soon).toContain('ZZNOBODY77');
    key('Enter');
    await expect.poll(() => window.location.hash, soon).toBe(`#/bench?goods=${arrivalId}`);
    await expect.poll(() => document.body.textContent, soon).toContain('Whose goods are these?');
  });

  test('tells whoever only receives goods no sums', async () => {
    await atWork(dora);
    await look('RMA-2002');
    await expect.poll(lines, soon).toHaveLength(1);
    expect(lines()[0]).toContain('Refund started on Tue 24 Nov');
  });

  test('says so where central cannot be asked, and goes on with what is here', async () => {
    await atWork(sara);
    await look('harbour');
    await expect
      .poll(() => document.body.textContent, soon)
      .toContain('Only what this station knows; central cannot be asked now.');
    await expect.poll(lines, soon).toHaveLength(2);
  });

  test('adds what only central knows, behind what is here', async () => {
    const known = {
      cases: [
        {
          caseId: 'case-9',
          rma: 'RMA-0009',
          clientName: 'Harbour Tools Ltd',
          standing: { kind: 'declined', at: '2026-03-02T15:00:00.000Z' },
        },
      ],
      more: false,
    };
    const { asked } = await atWork(sara, { central: () => Response.json(known) });
    await look('harbour');
    await expect.poll(lines, soon).toHaveLength(3);
    expect(lines()[2]).toContain('RMA-0009');
    expect(lines()[2]).toContain('Declined on Mon 2 Mar');
    expect(asked).toEqual(['harbour']);
  });

  test('does what is named, and says its key', async () => {
    await atWork(sara, { hash: '/desk' });
    await look('deadl');
    await expect.poll(() => lines().at(-1), soon).toMatch(/^Deadlines.*2$/);
    await expect.poll(chosen, soon).toContain('Deadlines');
    key('Enter');
    await expect.poll(() => document.querySelector('[role="dialog"]'), soon).toBeNull();
    await expect.poll(() => document.body.textContent, soon).toContain('Cases an hour');
  });

  test('reads a label that is scanned while it is open', async () => {
    const { source } = await atWork(sara);
    await look('');
    expect(source.deliver(readScan('TRK2', 2026))).toBe(true);
    await expect.poll(() => lines()[0], soon).toContain('RMA-2002');
  });

  test('Enter before the answer chooses once it is there, never what stood there before', async () => {
    await atWork(sara);
    await look('harbour');
    await expect.poll(lines, soon).toHaveLength(2);
    write('rma-2002');
    key('Enter');
    await expect.poll(() => document.body.textContent, soon).toContain('To be read only');
    expect(document.querySelector('[role="dialog"]')?.textContent).toContain('RMA-2002');
    expect(window.location.hash).toBe('#/refused');
  });
});

test('the focus is never left to the page as a whole', async () => {
  const { page } = await atWork(ivan, { hash: '/bench' });
  const isKept = () =>
    document.activeElement !== document.body && document.activeElement?.isConnected === true;
  const row = () => page.querySelector<HTMLElement>('#work [role="row"][tabindex="0"]');
  await expect.poll(row, soon).not.toBeNull();
  row()?.focus();
  expect(document.activeElement).toBe(row());
  // A place is left by its key while something in it has the focus.
  key('1', { code: 'Digit1', altKey: true });
  await expect.poll(() => page.textContent, soon).toContain('Ready to scan');
  await expect.poll(isKept, soon).toBe(true);
  // What is chosen in the palette takes away what the focus would go back to.
  page.querySelector<HTMLElement>('#work button')?.focus();
  await look('bench');
  await expect.poll(chosen, soon).toContain('Bench');
  key('Enter');
  await expect.poll(() => window.location.hash, soon).toBe('#/bench');
  await expect.poll(() => document.querySelector('[role="dialog"]'), soon).toBeNull();
  await expect.poll(isKept, soon).toBe(true);
});
