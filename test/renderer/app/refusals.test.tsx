import { createRoot } from 'react-dom/client';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { ShellDeps } from '../../../renderer/app/frame/places.tsx';
import { Shell } from '../../../renderer/app/frame/Shell.tsx';
import { StationStorage } from '../../../renderer/queries/StationStorage.tsx';
import { createWording } from '../../../renderer/wording/createWording.ts';
import { WordingProvider } from '../../../renderer/wording/WordingProvider.tsx';
import { AtWork } from '../../../renderer/workflow/AtWork.tsx';
import { createScanSource, ScanFeed } from '../../../renderer/workflow/ScanFeed.tsx';
import type { Refusal } from '../../../shared/facts/refusal.ts';
import { FactId } from '../../../shared/ids.ts';
import { aCase } from '../../builders/cases/aCase.ts';
import { accepted } from '../../builders/cases/accepted.ts';
import { caseId } from '../../builders/cases/ids.ts';
import {
  aLoneStation,
  dora,
  ivan,
  officeDocuments,
  sara,
} from '../../builders/station/aLoneStation.ts';
import { receiveAsAnnounced } from '../../builders/station/receiveAsAnnounced.ts';
import { speaksWhenItLikes } from '../speaksWhenItLikes.ts';

speaksWhenItLikes();

const soon = { timeout: 45_000 };

/** Two cases with goods; a record of the one that does not come first was refused. */
async function aRefusal(person: typeof dora, refusal: Refusal = { code: 'otherSite' }) {
  const other = aCase({ id: caseId('case-2'), rma: 'RMA-2002' });
  const at = await aLoneStation([
    ...officeDocuments(),
    { collection: 'cases', id: 'case-2', body: other },
  ]);
  for (const of of ['case-1', 'case-2'])
    accepted(
      await receiveAsAnnounced(at.as(dora), {
        barcode: null,
        raw: null,
        caseId: caseId(of),
        dock: 'D1',
        note: '',
      }),
    );
  const [row] = await at.db.facts.where('caseId').equals('case-2').toArray();
  await at.db.refused.put({
    id: row?.id ?? FactId.parse('none'),
    caseId: 'case-2',
    kind: 'arrival',
    refusedAt: '2026-11-18T15:00:00.000Z',
    why: { kind: 'refused', refusal },
    seenAt: null,
  });
  const page = document.createElement('div');
  document.body.append(page);
  const root = createRoot(page);
  window.location.hash = '/refused';
  const state: Partial<ShellDeps['state']> = {
    revoked: false,
    journal: { lastSequence: 2, unsettled: 0, tornLines: 0, damagedLines: 0 },
  };
  const parts = {
    application: {
      unread: createScanSource(),
      wasLost: false,
      photosGone: 0,
      // Whether anything was brought here from elsewhere is not what this is about.
      desktop: { rescueStatus: () => new Promise(() => {}) },
    },
    state,
    site: null,
    link: { status: { reached: true, trouble: null, nextAt: null }, pausePhotos: () => {} },
    onLeave: () => {},
  };
  root.render(
    <WordingProvider wording={createWording({ language: 'en', zone: 'America/New_York' })}>
      <StationStorage db={at.db} now={at.clock.now}>
        <AtWork context={at.as(person)}>
          <ScanFeed source={createScanSource()}>
            <Shell {...(parts as unknown as ShellDeps)} />
          </ScanFeed>
        </AtWork>
      </StationStorage>
    </WordingProvider>,
  );
  onTestFinished(() => {
    root.unmount();
    page.remove();
  });
  await expect.poll(() => page.textContent, soon).toContain('Open the case');
  return { page, at };
}

async function openTheCase(page: HTMLElement) {
  press('Open the case', page);
  return page;
}

function press(word: string, inside: HTMLElement = document.body) {
  const found = [...inside.querySelectorAll('button')].find((b) => b.textContent?.includes(word));
  if (!found) throw new Error(`no button ${word}`);
  found.click();
}

describe('A refused record leads to its case', () => {
  for (const [where, person, says] of [
    ['the desk of a supervisor', sara, 'What the policy makes of it'],
    ['the bench of an inspector', ivan, 'The client'],
    ['the open parcel of a dock worker', dora, '0 of 10'],
  ] as const) {
    test(`at ${where}`, async () => {
      const page = await openTheCase((await aRefusal(person)).page);
      await expect.poll(() => page.querySelector('#work')?.textContent, soon).toContain(says);
      const place = page.querySelector('#work main') ?? page.querySelector('#work');
      const opened = place?.textContent ?? '';
      expect(opened).toContain('RMA-2002');
      expect(opened).not.toContain('RMA-1001');
    });
  }
});

describe('Honest floor work that was refused', () => {
  const retired = { code: 'keyRetired', at: '2026-11-17T09:00:00.000Z', why: 'replaced' } as const;

  test('is accepted by a supervisor with a reason, and never without one', async () => {
    const { page, at } = await aRefusal(sara, retired);
    press('Accept all the same', page);
    await expect.poll(() => document.body.textContent, soon).toContain('Why it is right');
    expect(document.body.textContent).toContain('another supervisor then decides about the money');
    press('Accept 1 record');
    await expect.poll(() => document.body.textContent, soon).toContain('in a few words');
    const [field] = document.querySelectorAll<HTMLInputElement>(
      '[role="dialog"] input[type="text"]',
    );
    if (!field) throw new Error('no field');
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(
      field,
      'Dora was here, I saw the parcel.',
    );
    field.dispatchEvent(new Event('input', { bubbles: true }));
    press('Accept 1 record');
    await expect.poll(() => page.textContent, soon).toContain('central has not answered yet');
    const rows = await at.db.facts.toArray();
    const said = rows.find(({ kind }) => kind === 'acceptedAnyway')?.fact;
    expect(said).toMatchObject({
      personId: 'sara',
      hands: 'received',
      caseId: 'case-2',
      reason: 'Dora was here, I saw the parcel.',
    });
    expect(page.textContent).not.toContain('Accept all the same');
  });

  test('tells everybody else who can accept it', async () => {
    const { page } = await aRefusal(ivan, retired);
    expect(page.textContent).toContain('A supervisor who did not record it can accept it');
    expect(page.textContent).not.toContain('Accept all the same');
  });

  test('signed with a key in wrong hands is offered to nobody', async () => {
    const { page } = await aRefusal(sara, { ...retired, why: 'compromised' });
    expect(page.textContent).toContain('Do the step again under your own name');
    expect(page.textContent).not.toContain('ccept it all the same');
    expect(page.textContent).not.toContain('Accept all the same');
  });
});
