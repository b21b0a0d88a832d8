import { expect, test } from 'vitest';
import { MoneySum } from '../../../../renderer/screens/policy/MoneySum.tsx';
import { recharges } from '../../../../renderer/screens/policy/moneyLines.ts';
import type { Fact } from '../../../../shared/facts/fact.ts';
import { aCase } from '../../../builders/cases/aCase.ts';
import { accepted } from '../../../builders/cases/accepted.ts';
import { aGrant } from '../../../builders/cases/aGrant.ts';
import { anOrderLine } from '../../../builders/cases/anOrderLine.ts';
import { findingId, orderLineId } from '../../../builders/cases/ids.ts';
import { aDefect, aFinding, anArrival, aUnitGroup } from '../../../builders/cases/recordedFacts.ts';
import { aCaseView } from '../../../builders/station/aCaseView.ts';
import { mount, must } from '../../components/mount.tsx';

const found: readonly Fact[] = [
  anArrival(),
  aUnitGroup(),
  aFinding({ quantity: 7, units: [{ from: 0, to: 7 }] }),
  aFinding({
    findingId: findingId('finding-2'),
    quantity: 3,
    units: [{ from: 7, to: 10 }],
    observation: { kind: 'noDefect' },
  }),
];

function lines(view: ReturnType<typeof aCaseView>) {
  const { page, text } = mount(<MoneySum view={view} decision={accepted(must(view.decision))} />);
  const rows = [...page.querySelectorAll('dl > div')].map((row) =>
    (row.textContent ?? '').replaceAll(/\s+/g, ' ').trim(),
  );
  return { rows, text };
}

test('from the invoice to the refund: the base, each part, and their sum', () => {
  const line = anOrderLine({ invoiced: { net: 110_000, tax: 9_999 } });
  const { rows, text } = lines(aCaseView(found, { orderLines: [line] }));
  expect(rows.slice(0, 4)).toEqual([
    'Invoice of order SO-1001, 10 pcs USD 1,100.00 net, USD 99.99 taxUSD 1,199.99',
    '7 of 10 × Centrifugal pump 40 7 of 10, pro rataUSD 839.99',
    '3 of 10 × Centrifugal pump 40 Claim not upheldUSD 0.00',
    'Refund by the policyUSD 839.99',
  ]);
  expect(text()).toContain('a half of the smallest unit');
});

test('its total is the verdict’s, and its parts sum to it', () => {
  const view = aCaseView(found);
  const decision = accepted(must(view.decision));
  const sum = decision.portions.reduce((all, one) => all + one.eligibleAmount, 0);
  expect(sum).toBe(decision.refundAmount);
  expect(lines(view).rows).toContain('Refund by the policyUSD 875.00');
});

test('what was granted before, here and in other cases, and what is left of the line', () => {
  const view = aCaseView(found);
  const granted = {
    ...view,
    file: {
      ...view.file,
      grants: [
        aGrant({
          added: [
            {
              orderLineId: orderLineId('order-line-1'),
              quantity: 2,
              value: 25_000,
              paid: 25_000,
            },
          ],
        }),
      ],
    },
    references: view.references && {
      ...view.references,
      grantedElsewhere: [{ orderLineId: orderLineId('order-line-1'), quantity: 1, value: 12_500 }],
    },
  };
  const { rows } = lines(granted);
  expect(rows).toContain('Granted already in this case: 2 of 10 shippedUSD 250.00');
  expect(rows).toContain('Granted already in other cases known here: 1 of 10 shippedUSD 125.00');
  expect(rows).toContain('Left of this order line 7 pcsUSD 875.00');
});

test('freight says who bears it, and a carrier’s damage what is charged on', () => {
  const damaged = aCaseView(
    [anArrival(), aUnitGroup(), aFinding({ observation: aDefect({ cause: 'outboundTransport' }) })],
    { returnCase: aCase({ objectedOn: '2026-11-03' }) },
  );
  const decision = accepted(must(damaged.decision));
  const [recharge] = recharges(decision);
  expect(recharge).toEqual({ to: 'ourCarrier', goods: decision.refundAmount, freight: 4_800 });
  const { rows } = lines(damaged);
  expect(rows).toContain('Return freight is for: UsUSD 48.00');
  expect(rows.at(-1)).toBe(
    'To charge on to: Our carrier USD 1,250.00 goods, USD 48.00 freightUSD 1,298.00',
  );
});
