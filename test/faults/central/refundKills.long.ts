import { expect, test } from 'vitest';
import { findPostgres, startPostgres } from '../../builders/central/postgresServer.ts';
import { dice } from '../dice.ts';
import { noteFigures, rounds } from '../figures.ts';
import { aPayingCentral, type Death } from './refundKills.ts';

const bin = findPostgres();
const aim = rounds(500);
const together = 3;

test.skipIf(bin === null)(
  `${aim} kills at every step of approve, intent, instruct and mark: each refund paid once`,
  async () => {
    const server = await startPostgres(bin ?? '');
    // Where all was done before the message came, nothing died: that round is made up for.
    const central = await aPayingCentral(server, together * aim * 2 + together);
    const thrown = dice(10);
    try {
      const steps = await central.stepsFor(together);
      let [kills, atSteps, withoutLeases] = [0, 0, 0];
      for (let round = 0; kills < aim; round += 1) {
        const death: Death =
          round % 5 === 4
            ? { kind: 'moment', afterMs: thrown.below(150) }
            : { kind: 'step', step: 1 + ((round * 7) % steps), goesOn: thrown.below(2) === 0 };
        if (await central.dieApproving(together, death)) {
          kills += 1;
          if (death.kind === 'step') atSteps += 1;
        }
        // Now and then it is back before the leases of its last life have run out.
        if (round % 4 === 0) withoutLeases += 1;
        else await central.letLeasesRunOut();
      }
      await central.letLeasesRunOut();
      await central.finish();
      const { states, times } = await central.tally();
      await noteFigures(10, 'central killed while it pays (PostgreSQL)', {
        kills,
        'at a step': atSteps,
        'steps per approval batch': steps,
        'back before its leases ended': withoutLeases,
        refunds: central.approved(),
        'look-ups': central.payments.lookUps,
        'paid once': times[1] ?? 0,
        'paid more often': central.payments.instructed.length - (times[1] ?? 0),
      });
      expect(states).toEqual({ acknowledged: central.approved() });
      expect(times).toEqual({ 1: central.approved() });
    } finally {
      await central.close();
      await server.stop();
    }
  },
);
