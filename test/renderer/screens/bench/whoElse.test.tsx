import { expect, test } from 'vitest';
import { countUnits } from '../../../../renderer/actions/countUnits.ts';
import { handOverCase } from '../../../../renderer/actions/handOverCase.ts';
import { recordFinding } from '../../../../renderer/actions/recordFinding.ts';
import { takeCase } from '../../../../renderer/actions/takeCase.ts';
import { BenchScreen } from '../../../../renderer/screens/bench/BenchScreen.tsx';
import { accepted } from '../../../builders/cases/accepted.ts';
import { caseId } from '../../../builders/cases/ids.ts';
import { aPerson, dora, ivan, officeDocuments } from '../../../builders/station/aLoneStation.ts';
import { receiveAsAnnounced } from '../../../builders/station/receiveAsAnnounced.ts';
import { tenPumps } from '../../../builders/station/tenPumps.ts';
import { aBench, soon } from './aBench.tsx';

const of = caseId('case-1');
const ines = aPerson('ines', 'inspector');

test('a colleague’s work in the open case is shown as it arrives, and moves neither focus nor draft', async () => {
  const { station, says, recorded } = await aBench(
    officeDocuments(),
    <BenchScreen opened="case-1" />,
  );
  const parcel = { barcode: null, raw: null, caseId: of, dock: 'D1', note: '' };
  const { arrivalId } = accepted(await receiveAsAnnounced(station.as(dora), parcel));
  const group = accepted(
    await countUnits(station.as(dora), {
      caseId: of,
      arrivalId,
      ...tenPumps,
    }),
  );
  const button = () =>
    [...document.querySelectorAll('button')].find((one) => one.textContent?.startsWith('Take'));
  await expect.poll(() => button() !== undefined, soon).toBe(true);
  // Looking is not taking.
  expect(await recorded('caseTaken')).toEqual([]);
  button()?.focus();
  const focused = document.activeElement;

  accepted(await takeCase(station.as(ines), of));
  await says('ines has this case, at Dock 1, since 10:00');
  accepted(
    await recordFinding(station.as(ines), {
      caseId: of,
      unitGroupId: group.unitGroupId,
      quantity: 4,
      observation: { kind: 'noDefect' },
      measurements: [],
      photoIds: [],
      note: '',
    }),
  );
  await says('ines is inspecting this, at Dock 1');
  await says('1 finding of theirs is below');
  expect(document.activeElement).toBe(focused);

  accepted(await takeCase(station.as(ivan), of));
  await says('ines is inspecting this too, at Dock 1, since 10:00');
  const give = { caseId: of, from: ines.personId, to: null, note: '' };
  accepted(await handOverCase(station.as(ines), give));
  await expect.poll(() => document.body.textContent, soon).not.toContain('is inspecting this');
});
