import { Writable } from 'node:stream';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { facts } from '../../central/database/schema.ts';
import { withoutData } from '../../central/log.ts';
import { aUnitGroup } from '../builders/cases/recordedFacts.ts';
import { onEachDatabase } from './onEachDatabase.ts';

onEachDatabase('What fails to be stored', (ground) => {
  test('is logged with what failed and where, and without a word of it', async () => {
    const lines: string[] = [];
    const sink = new Writable({
      write(line: Buffer, _encoding, done) {
        lines.push(line.toString());
        done();
      },
    });
    const logger = pino({ serializers: { err: withoutData } }, sink);
    const fact = aUnitGroup({ note: 'the colour of her coat' } as never);
    const row = {
      id: 'the-same',
      kind: fact.kind,
      siteId: 'site-1',
      personId: 'a-secret-person',
      hand: 'touched' as const,
      caseId: 'nobody-knows',
      acceptedAt: new Date(0),
      skewMs: 0,
      body: fact,
    };
    const { rows } = ground().central.database;
    for (const values of [row, [row, row]])
      await rows
        .insert(facts)
        .values(values as never)
        .catch((err: unknown) => logger.error({ err }, 'not stored'));
    const log = lines.join('');
    expect(lines).toHaveLength(2);
    expect(log).toContain('Failed query');
    expect(log).toContain('loggedErrors.test.ts');
    expect(log).toMatch(/"code":"23\d{3}"/);
    for (const word of ['colour of her coat', 'a-secret-person', 'nobody-knows', fact.personId])
      expect(log).not.toContain(word);
  });
});
