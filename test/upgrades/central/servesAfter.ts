import { ledgerLines } from '../../../central/database/ledgerSchema.ts';
import type { DatabasePlace } from '../../../central/database/openDatabase.ts';
import { refundRegister } from '../../../central/refunds/refundRows.ts';
import { webhookPort } from '../../../central/refunds/webhookPort.ts';
import { anOrderLine } from '../../builders/cases/anOrderLine.ts';
import { factId, orderLineId } from '../../builders/cases/ids.ts';
import { startCentral } from '../../builders/central/centralInMemory.ts';
import { caseNumber } from '../../central/aCompany.ts';
import { aPaymentSystem } from '../../central/aPaymentSystem.ts';
import { aReturn } from '../../central/aReturn.ts';
import { connectStation, verdictsOf } from '../../central/aStation.ts';
import { oldStation } from './oldDatabases.ts';

const noneOfThem: readonly string[] = [];

/**
 * What an old company's central does after an upgrade: all it did, and each refund is paid once. Its
 * two refunds paid the same ten pumps twice, which stays; a third time is refused.
 */
export const allWell = {
  facts: 14,
  missing: noneOfThem,
  repeated: ['duplicate'],
  goingOn: ['refused choiceNotOffered', 'applied', 'applied'],
  workingSet: [
    { value: 250_000, paid: 250_000, allowed: 125_000 },
    { value: 125_000, paid: 125_000, allowed: 0 },
  ],
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
    const before = connectStation(central.url, stationId, token, keys);
    const [first] = aReturn(1).inspected.map((fact) => before.seal(fact));
    const repeated = verdictsOf(await station.push([first]));
    const { approval } = aReturn(2);
    const goingOn = [...verdictsOf(await station.record(approval, aReturn(4).arrival))];
    // The office finds the line these pumps were really sold by.
    const line = anOrderLine({ id: orderLineId('order-line-2'), lineNumber: 2 });
    await central.seed.putDocuments([
      { collection: 'orderLines', body: line },
      { collection: 'cases', body: caseNumber(2) },
    ]);
    const again = { ...approval, id: factId('fact-approval-2-again') };
    goingOn.push(...verdictsOf(await station.record(again)));
    await central.refunds.idle();
    const lines = await central.database.rows
      .select()
      .from(ledgerLines)
      .orderBy(ledgerLines.orderLineId);
    const register = await refundRegister(central.database.rows, 10);
    return {
      facts: seen.filter((collection) => collection === 'facts').length,
      missing: kept.filter((collection) => !seen.includes(collection)),
      repeated: [...repeated],
      goingOn,
      workingSet: lines.map(({ value, paid, allowedValue }) => ({
        value,
        paid,
        allowed: allowedValue,
      })),
      register: register.map(({ id, state }) => `${id} ${state}`).toSorted(),
      instructed: payments.instructed.toSorted(),
      wasAskedFirst: payments.lookUps > 0,
    };
  } finally {
    await central.close();
    await payments.close();
  }
}
