import { afterAll, beforeAll, expect, test } from 'vitest';
import { decideVerdict } from '../../renderer/actions/decideVerdict.ts';
import { caseView } from '../../renderer/queries/oneCase/oneCase.ts';
import { completed } from '../../renderer/screens/desk/deciding/completed.ts';
import { draftFor, keyOfPortion } from '../../renderer/screens/desk/deciding/decisionDraft.ts';
import { createWording } from '../../renderer/wording/createWording.ts';
import { aClient } from '../builders/cases/aClient.ts';
import { aContract } from '../builders/cases/aContract.ts';
import { accepted } from '../builders/cases/accepted.ts';
import { anOrderLine } from '../builders/cases/anOrderLine.ts';
import { caseId, clientId, contractId, orderLineId } from '../builders/cases/ids.ts';
import { type CentralInMemory, startCentral } from '../builders/central/centralInMemory.ts';
import { aStation, type Station } from '../builders/station/station.ts';
import { until } from '../builders/station/until.ts';
import { caseNumber, moveIn } from '../central/aCompany.ts';
import { asAdminOf } from '../central/aStation.ts';
import { now } from './aCentral.ts';
import { inspect } from './aReturnAtWork.ts';

/** What somebody types in English, the minor units it is, and how everybody shows it. */
const typedSums = [
  { currency: 'JPY', typed: '1250', minor: 1250, shown: 'JPY 1,250' },
  { currency: 'KWD', typed: '12.50', minor: 12_500, shown: 'KWD 12.500' },
  { currency: 'HUF', typed: '1250', minor: 125_000, shown: 'HUF 1,250.00' },
  { currency: 'CLF', typed: '1.25', minor: 12_500, shown: 'CLF 1.2500' },
] as const;

let central: CentralInMemory;
let station: Station;
beforeAll(async () => {
  central = await startCentral({
    now: () => new Date(now()),
    fill: async (tools) => {
      await moveIn(tools, 0);
      for (const [index, { currency }] of typedSums.entries()) {
        const client = aClient({ id: clientId(`client-${currency}`) });
        const [line] = caseNumber(1).lines;
        if (!line) throw new Error('A case without lines');
        await tools.putDocuments([
          { collection: 'clients', body: client },
          {
            collection: 'contracts',
            body: aContract({
              id: contractId(`contract-${currency}`),
              clientId: client.id,
              currency,
            }),
          },
          {
            collection: 'orderLines',
            body: anOrderLine({
              id: orderLineId(`order-line-${currency}`),
              clientId: client.id,
              unitPrice: 1_000_000,
              currency,
            }),
          },
          {
            collection: 'cases',
            body: caseNumber(index + 1, {
              clientId: client.id,
              contractId: contractId(`contract-${currency}`),
              lines: [{ ...line, orderLineId: orderLineId(`order-line-${currency}`) }],
            }),
          },
        ]);
      }
    },
  });
  station = await aStation({ central, now });
  await station.quiet();
}, 60_000);
afterAll(async () => {
  await station.close();
  await central.close();
});

test.each(typedSums)(
  'an override of $typed in $currency is refunded and shown as $shown, at the station and in the register',
  async ({ currency, typed, minor, shown }) => {
    const theCase = caseId(`case-${typedSums.findIndex((sum) => sum.currency === currency) + 1}`);
    const { inspection } = await inspect(station, theCase);
    const view = await caseView(station.db, theCase, now());
    if (!view?.decision?.ok) throw new Error('Not decided');
    const { value: decision } = view.decision;
    const [portion] = decision.portions;
    if (!portion) throw new Error('No units');
    const english = createWording({ language: 'en', zone: 'America/New_York' });
    const draft = draftFor(decision);
    const [choice] = Object.values(draft.choices);
    if (!choice) throw new Error('No choice');
    const complete = accepted(
      completed(
        {
          ...draft,
          decision: 'override',
          reason: 'goodwill',
          choices: {
            [keyOfPortion(portion)]: { ...choice, resolution: 'refund', overrideAmount: typed },
          },
        },
        decision,
        '123456',
        (text) => english.readAmount(text, decision.currency),
        view.file,
      ),
    );
    const desk = await station.signIn('SARA01');
    const { verdictId } = inspection;
    accepted(await decideVerdict(desk, { caseId: theCase, verdictId, pin: '123456', ...complete }));
    await until('the refund is started and known here', async () => {
      const { file } = (await caseView(station.db, theCase, now())) ?? {};
      return file?.state === 'refundStarted';
    });

    const after = await caseView(station.db, theCase, now());
    expect(after?.refunds).toMatchObject([{ amount: minor, currency }]);
    const [refund] = after?.refunds ?? [];
    const atTheStation = english.formatMoney({
      minor: refund?.amount ?? 0,
      currency: refund?.currency ?? '',
    });
    expect(atTheStation.replaceAll('\u00a0', ' ')).toBe(shown);
    const register = await (
      await fetch(`${central.url}/central/register`, asAdminOf(central))
    ).text();
    expect(register).toContain(`>${atTheStation}<`);
  },
);
