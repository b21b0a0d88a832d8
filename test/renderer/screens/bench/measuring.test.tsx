import { act, useEffect, useState } from 'react';
import { expect, test } from 'vitest';
import type { FindingDraft } from '../../../../renderer/actions/saveDraft.ts';
import { emptyDraft } from '../../../../renderer/screens/bench/finding/findingDraft.ts';
import { Measurements } from '../../../../renderer/screens/bench/finding/measuring/Measurements.tsx';
import { createScanSource, ScanFeed } from '../../../../renderer/workflow/ScanFeed.tsx';
import { readScan, type Scan } from '../../../../shared/barcodes/scan.ts';
import type { Characteristic } from '../../../../shared/facts/orderedArticle.ts';
import { mount, must, press, typeInto } from '../../components/mount.tsx';

/** A finding begun, to measure for. */
function measuring(characteristics: readonly Characteristic[] = []) {
  const source = createScanSource<Scan>();
  const held: { draft: FindingDraft } = { draft: emptyDraft(1) };
  function Held() {
    const [draft, setDraft] = useState(held.draft);
    const [isMeasuring, setMeasuring] = useState(false);
    useEffect(() => {
      held.draft = draft;
    }, [draft]);
    return (
      <Measurements
        characteristics={characteristics}
        draft={draft}
        change={(part) => setDraft((before) => ({ ...before, ...part }))}
        isMeasuring={isMeasuring}
        onMeasuring={setMeasuring}
      />
    );
  }
  const refused: string[] = [];
  source.onTurnedAway((why) => refused.push(why));
  const { text } = mount(
    <ScanFeed source={source}>
      <Held />
    </ScanFeed>,
  );
  return {
    draft: () => held.draft,
    refused,
    text,
    scan: (raw: string) => act(() => void source.deliver(readScan(raw, 2026))),
  };
}

const button = (word: string) =>
  must(
    [...document.querySelectorAll<HTMLElement>('button')].find(
      (one) => one.textContent === word || one.getAttribute('aria-label') === word,
    ),
  );

function field(label: string): HTMLInputElement {
  const found = [...document.querySelectorAll('label')].find((one) =>
    one.textContent?.startsWith(label),
  );
  const input = document.getElementById(found?.htmlFor ?? '');
  if (!(input instanceof HTMLInputElement)) throw new Error(`no field ${label}`);
  return input;
}

test('a value outside its limits proposes a finding, and finds nothing by itself', () => {
  const { draft, text } = measuring();
  press(button('Measure'));
  typeInto(field('Property'), 'Bore');
  typeInto(field('Value with unit'), '20,31 mm');
  typeInto(field('At most'), '20.05');
  press(button('Add'));
  expect(draft()).toMatchObject({
    what: null,
    measurements: [{ what: 'Bore', value: 20.31, unit: 'mm', most: 20.05 }],
  });
  expect(text()).toContain('Outside its limits: Bore 20.31 mm (at most 20.05)');
  press(button('Propose as a finding'));
  expect(draft()).toMatchObject({
    what: 'defect',
    code: 'specification.notToDrawing',
    severity: null,
  });
  expect(text()).not.toContain('Outside its limits');
});

test('an instrument that types like a scanner gives the value; the next has the same limits and unit', () => {
  const { draft, scan, text } = measuring();
  press(button('Measure'));
  typeInto(field('Property'), 'Length');
  typeInto(field('At least'), '1234');
  scan('01A+01234.50');
  expect(draft().measurements).toEqual([{ what: 'Length', value: 1234.5, unit: '', least: 1234 }]);
  press(button('Measure'));
  expect(field('At least').value).toBe('1234');
  scan('QX 4711');
  expect(document.body.textContent).toContain('Not a value');
  scan('1234,25mm');
  expect(draft().measurements?.[1]).toEqual({
    what: 'Length',
    value: 1234.25,
    unit: 'mm',
    least: 1234,
  });
  expect(text()).not.toContain('Outside');
});

test('what the papers say is measured has its limits, in its own unit alone', () => {
  const { draft, text, scan } = measuring([
    { what: 'Thickness', unit: 'mm', least: 1.95, most: 2.05 },
    { what: 'Mass', unit: 'kg', most: 12.6 },
  ]);
  press(button('Measure'));
  scan('2.1 cm');
  expect(document.body.textContent).toContain('give the value in mm');
  expect(draft().measurements ?? []).toEqual([]);
  scan('2.1 mm');
  expect(draft().measurements).toEqual([
    { what: 'Thickness', value: 2.1, unit: 'mm', least: 1.95, most: 2.05 },
  ]);
  expect(text()).toContain('Outside its limits: Thickness 2.1 mm (1.95 to 2.05)');
  press(button('Propose as a finding'));
  expect(draft()).toMatchObject({ what: 'defect', code: 'specification.notToDrawing' });
  press(button('Measure'));
  scan('+00012.60');
  expect(draft().measurements?.[1]).toEqual({ what: 'Mass', value: 12.6, unit: 'kg', most: 12.6 });
});

test.each([
  ['40170725', 'an article’s barcode'],
  ['4006381333931', 'an article’s barcode'],
  [']E440170725', 'an article’s barcode'],
  ['(00)340123450000000017', 'a parcel’s label'],
  ['QS-CMD-PHOTO', 'a card'],
  ['RMA-26-0004711', 'a label'],
  ['12345678', 'a label'],
])('a label is no value, and is refused aloud with what it was: %s', (raw, what) => {
  const { draft, refused, scan } = measuring([{ what: 'Mass', unit: 'g', most: 12 }]);
  press(button('Measure'));
  typeInto(field('Value with unit'), '7');
  scan(raw);
  expect(draft().measurements ?? []).toEqual([]);
  expect(refused).toEqual(['measure']);
  expect(document.body.textContent).toContain(`That was ${what}, and no value`);
  expect(field('Value with unit').value).toBe('7');
  scan('11,5 g');
  expect(draft().measurements).toMatchObject([{ what: 'Mass', value: 11.5 }]);
});
