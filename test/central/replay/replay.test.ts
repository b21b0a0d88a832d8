import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { everyDocument } from '../../../central/documents/documentRows.ts';
import { replayPage } from '../../../central/replay/replayPage.ts';
import type { PolicyVersion } from '../../../shared/facts/documents.ts';
import { type CentralInMemory, startCentral } from '../../builders/central/centralInMemory.ts';

describe('replaying what was decided under a draft policy', () => {
  let central: CentralInMemory;
  let inForce: PolicyVersion;
  beforeAll(async () => {
    central = await startCentral({ demo: '2026-11-23' });
    const [policy] = await everyDocument(central.database.rows, 'policyVersions');
    if (!policy) throw new Error('The demo has no policy');
    inForce = policy;
  }, 120_000);
  afterAll(() => central.close());

  const replay = (draft: PolicyVersion, more: { after?: string | null; limit?: number } = {}) =>
    replayPage(central.database.rows, {
      draft,
      siteId: null,
      after: more.after ?? null,
      limit: more.limit ?? 1000,
    });

  test('the same policy changes nothing and moves no money', async () => {
    const page = await replay({ ...inForce, version: inForce.version + 1 });
    expect(page.replayed).toBe(page.total);
    expect(page.total).toBeGreaterThan(5);
    expect(page.changed).toEqual([]);
    for (const { before, after } of Object.values(page.money)) expect(after).toBe(before);
  });

  test('a draft that asks for seven signs of misuse names the cases it would decide otherwise', async () => {
    const draft = {
      ...inForce,
      parameters: { ...inForce.parameters, misuseIndicatorsNeeded: 7 },
    };
    const page = await replay(draft);
    expect(page.changed.length).toBeGreaterThan(0);
    for (const line of page.changed)
      expect([line.before, line.amountBefore]).not.toEqual([line.after, line.amountAfter]);
  });

  test('page by page it says the same as all at once', async () => {
    const draft = {
      ...inForce,
      parameters: { ...inForce.parameters, misuseIndicatorsNeeded: 7 },
    };
    const whole = await replay(draft);
    const changed: string[] = [];
    let replayed = 0;
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof replay>> = await replay(draft, { after, limit: 3 });
      changed.push(...page.changed.map((line) => line.caseId));
      replayed += page.replayed;
      after = page.next;
    } while (after !== null);
    expect(replayed).toBe(whole.replayed);
    expect(changed).toEqual(whole.changed.map((line) => line.caseId));
  });
});
