/** A million malicious strings: each is read or refused by name, in no time. QUAYSIDE_STRINGS makes them fewer. */
import { expect, test } from 'vitest';
import { readRmaForm } from '../../../shared/barcodes/rma/rmaForm.ts';
import { readScan } from '../../../shared/barcodes/scan.ts';
import { maliciousBarcode } from './maliciousBarcodes.ts';

const wanted = Number(process.env['QUAYSIDE_STRINGS'] ?? 1_000_000);
const own = readRmaForm({ pattern: "'R'YYYY#####", prefixes: ['RET', 'https://r.example/'] });

test('a million malicious strings', () => {
  if (!own.ok) throw new Error('the form is none');
  const took = new Float64Array(wanted);
  const answers: Record<string, number> = {};
  let [slowest, longest] = ['', 0];
  for (let n = 0; n < wanted; n += 1) {
    const raw = maliciousBarcode(n);
    const begun = performance.now();
    const { reading, forms } =
      n % 2 === 0 ? readScan(raw, 2026) : readScan(raw, 2026, true, own.value);
    const ms = performance.now() - begun;
    took[n] = ms;
    if (ms > longest) [slowest, longest] = [raw, ms];
    const answer = reading.ok ? reading.value.kind : `refused ${reading.refusal.code}`;
    answers[answer] = (answers[answer] ?? 0) + 1;
    if (forms.length > 50) throw new Error(`${forms.length} forms of ${JSON.stringify(raw)}`);
  }
  took.sort();
  const share = (part: number) => Number((took[Math.floor((wanted - 1) * part)] ?? 0).toFixed(4));
  const [p50, p99, most] = [share(0.5), share(0.99), share(1)];
  process.stdout.write(
    `barcodes ${JSON.stringify({ strings: wanted, p50, p99, most, slowest: slowest.slice(0, 80), answers })}\n`,
  );
  expect(answers['undefined'] ?? 0).toBe(0);
  expect(p99).toBeLessThan(1);
}, 1_800_000);
