import { expect, test, vi } from 'vitest';
import { useCase } from '../../../../renderer/queries/oneCase/oneCase.ts';
import { ReportSheet } from '../../../../renderer/screens/report/ReportSheet.tsx';
import { reportName } from '../../../../shared/cases/reading/reportName.ts';
import type { PrintedReport } from '../../../../shared/desktop/printedDocument.ts';
import { sara } from '../../../builders/station/aLoneStation.ts';
import { aBench, soon } from '../bench/aBench.tsx';

function AtCase(props: { readonly caseId: string }) {
  const view = useCase(props.caseId);
  return view ? <ReportSheet view={view} onClose={() => {}} /> : null;
}

function press(word: string): void {
  const found = [...document.querySelectorAll('button')].find((b) => b.textContent === word);
  if (!found) throw new Error(`no button ${word}`);
  found.click();
}

async function aSheet() {
  const at = await aBench(undefined, <AtCase caseId="case-1" />, sara);
  await at.says('Inspection report as PDF');
  const printed = vi.spyOn(at.station.desktop, 'printDocument');
  return { ...at, printed };
}

test('a report is printed under the number it is then recorded by, and listed in the case', async () => {
  const { says, recorded, printed } = await aSheet();
  await says('No report made yet');
  press('Make the PDF');
  await says('Saved as report.pdf');
  const [first] = await recorded('reportMade');
  expect(first).toMatchObject({ number: 1, version: 'client', language: 'en', paper: 'Letter' });
  const told = printed.mock.calls[0]?.[0].document as PrintedReport;
  const name = first ? reportName(first) : '';
  expect(told.foot.start).toBe(`RMA-1001 · ${name}`);
  await says(`${name}for the client, English, Letter`);
  press('Make the PDF');
  await expect
    .poll(async () => (await recorded('reportMade')).map((r) => r.number), soon)
    .toEqual([1, 2]);
});

test('what could not be written is kept, and can be saved elsewhere', async () => {
  const { station, says, recorded } = await aSheet();
  const { desktop } = station;
  const keep = vi.spyOn(desktop, 'keepPrinted');
  keep.mockResolvedValueOnce({ ok: false, refusal: { code: 'fileNotWritten', detail: 'EACCES' } });
  press('Make the PDF');
  await says('Save it elsewhere');
  expect(await recorded('reportMade')).toHaveLength(1);
  press('Save it elsewhere');
  await says('Saved as report.pdf');
  expect(keep.mock.lastCall?.[0]).toMatchObject({ elsewhere: true });
});

test('nothing is recorded of a report nobody chose a place for, or that could not be printed', async () => {
  const { recorded, printed, says } = await aSheet();
  printed.mockResolvedValueOnce({ ok: false, refusal: { code: 'calledOff' } });
  press('Make the PDF');
  await expect.poll(() => printed.mock.calls.length, soon).toBe(1);
  await says('Make the PDF');
  printed.mockResolvedValueOnce({ ok: false, refusal: { code: 'printTooSlow', seconds: 60 } });
  await expect
    .poll(
      () =>
        [...document.querySelectorAll('button')].some(
          (b) => b.textContent === 'Make the PDF' && !b.disabled,
        ),
      soon,
    )
    .toBe(true);
  press('Make the PDF');
  await says('It could not be printed within 60 seconds');
  expect(await recorded('reportMade')).toEqual([]);
});
