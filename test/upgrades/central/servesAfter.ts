import type { DatabasePlace } from '../../../central/database/openDatabase.ts';
import { refundRegister } from '../../../central/refunds/refundRows.ts';
import { webhookPort } from '../../../central/refunds/webhookPort.ts';
import { startCentral } from '../../builders/centralInMemory.ts';
import { aPaymentSystem } from '../../central/aPaymentSystem.ts';
import { aReturn } from '../../central/aReturn.ts';
import { connectStation, verdictsOf } from '../../central/aStation.ts';
import { oldStation } from './oldDatabases.ts';

const noneOfThem: readonly string[] = [];

/** What an old company's central does after an upgrade: all it did, and each refund is paid once. */
export const allWell = {
  facts: 14,
  missing: noneOfThem,
  repeated: ['duplicate'],
  goingOn: ['applied', 'applied'],
  register: ['verdict-1 acknowledged', 'verdict-2 acknowledged', 'verdict-3 acknowledged'],
  instructed: ['verdict-1', 'verdict-2', 'verdict-3'],
  wasAskedFirst: true,
};

const kept = ['cases', 'clients', 'contracts', 'people', 'policyVersions', 'refunds', 'sites'];

/** Lets the old station in, pulls everything, repeats a command, goes on with its chain, and pays. */
export async function servesAfter(place: DatabasePlace): Promise<typeof allWell> {
  const payments = await aPaymentSystem();
  const central = await startCentral({
    place,
    refundPort: webhookPort(payments.url, payments.secret),
    now: () => new Date('2026-11-20T17:00:00Z'),
  });
  try {
    const { stationId, token, keys, lastSequence, lastHash } = await oldStation();
    const chain = { sequence: lastSequence, hash: lastHash };
    const station = connectStation(central.url, stationId, token, keys, chain);
    const seen = (await station.pullAll()).map(({ collection }): string => collection);
    const again = connectStation(central.url, stationId, token, keys);
    const [first] = aReturn(1).inspected.map((fact) => again.seal(fact));
    const repeated = verdictsOf(await station.push([first]));
    const goingOn = verdictsOf(await station.record(aReturn(2).approval, aReturn(4).arrival));
    await central.refunds.idle();
    const register = await refundRegister(central.database.rows, 10);
    return {
      facts: seen.filter((collection) => collection === 'facts').length,
      missing: kept.filter((collection) => !seen.includes(collection)),
      repeated: [...repeated],
      goingOn: [...goingOn],
      register: register.map(({ id, state }) => `${id} ${state}`).toSorted(),
      instructed: payments.instructed.toSorted(),
      wasAskedFirst: payments.lookUps > 0,
    };
  } finally {
    await central.close();
    await payments.close();
  }
}
