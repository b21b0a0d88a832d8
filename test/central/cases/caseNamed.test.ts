import { expect, test } from 'vitest';
import { caseNamed } from '../../../central/cases/finishedCaseRows.ts';
import { aSite, caseNumber } from '../aCompany.ts';
import { onEachDatabase } from '../onEachDatabase.ts';

onEachDatabase('A case a station asks back by name', (ground) => {
  test('is found by its number in the site’s own form, with its label’s prefix and without hyphens', async () => {
    const { central, nextCase } = ground();
    const number = nextCase();
    const id = `case-${number}`;
    const rma = { pattern: 'R-######C', check: 'mod10', prefixes: ['RET:'] };
    const { rows } = central.database;
    await central.seed.putDocuments([
      { collection: 'sites', body: { ...aSite('site-1'), rma } },
      { collection: 'cases', body: caseNumber(number, { rma: 'R-0047111' }) },
    ]);
    const named = async (name: string, site = 'site-1') => await caseNamed(rows, site, name);
    for (const name of [id, 'R-0047111', 'r-0047111', 'RET:R-0047111', 'ret: r0047111', 'R0047111'])
      expect(await named(name), name).toBe(id);
    for (const name of ['R-0047118', 'RET:', '', 'R-00471', '%', "'"])
      expect(await named(name), name).toBeNull();
    // Another site writes its own in another way, and sees none of these.
    expect(await named('R-0047111', 'site-2')).toBeNull();
  });
});
