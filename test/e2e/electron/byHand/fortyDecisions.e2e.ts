import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { localDateOf } from '../../../../shared/deadlines/localDay.ts';
import type { Fact } from '../../../../shared/facts/fact.ts';
import { demoToday } from '../../demoReturns.ts';
import { expectEverythingSent } from '../../driver/bar.ts';
import { comeBack } from '../../driver/comeBack.ts';
import { deciding } from '../../driver/desk.ts';
import { type DeskByKeys, deskByKeys } from '../../driver/deskByKeys.ts';
import { factsAtCentral } from '../../driver/factsAtCentral.ts';
import { takePicture } from '../../driver/picture.ts';
import { refundsAtCentral } from '../../driver/refunds.ts';
import { expectJoined, signIn, type Worker } from '../../driver/signIn.ts';
import { type ElectronStation, openStation } from '../../electronStation.ts';
import { fillForty } from '../../forty/fillForty.ts';
import { whileNobodyAsks } from '../../forty/meanwhile.ts';
import { elsewhere, newPeople } from '../../forty/people.ts';
import { plans } from '../../forty/plans.ts';
import type { ReturnKey } from '../../forty/returns.ts';
import { type ToldReturn, tellForty } from '../../forty/tellReturns.ts';
import { type RunningCentral, runCentral } from '../../runningCentral.ts';

const told = tellForty(localDateOf(new Date().toISOString(), 'America/New_York'));
const { demoCases, worker } = demoToday();
const [brandt, ferreira] = [worker('NQ4101'), worker('NQ4103')];

let central: RunningCentral;
let station: ElectronStation;
let folder = '';

test.beforeAll(async () => {
  // Alone and on a busy machine the company moves in first.
  test.setTimeout(600_000);
  folder = mkdtempSync(path.join(tmpdir(), 'quayside-forty-'));
  central = await runCentral(folder, (database, data) => fillForty(database, data, told));
  station = await openStation({ folder, centralUrl: central.url });
  await station.page.setViewportSize({ width: 1366, height: 768 });
  await expectJoined(station.page);
});
test.afterAll(async () => {
  await station?.close();
  await central?.close();
  rmSync(folder, { recursive: true, force: true });
});

test('forty cases of every kind are decided by keyboard alone, and nothing by accident', {
  tag: '@release',
}, async () => {
  test.setTimeout(900_000);
  const { app, page } = station;
  const desk = deskByKeys(page);
  const queue = page.getByRole('heading', { name: /To be decided/ });
  const before = await decisionsOfDemo(page);
  const keys: Record<string, number> = {};
  const act = async (name: ReturnKey, { pin }: Worker) => {
    desk.count();
    await plans[name].act({
      page,
      desk,
      pin,
      picture: () => takePicture(page, `forty/${name}`),
    });
    keys[name] = desk.count();
  };
  expect(told).toHaveLength(40);

  await test.step('whoever inspected or received a case cannot decide it, whatever they press', async () => {
    await signIn(page, newPeople.marchetti);
    for (const name of ['own-hands-inspected', 'own-hands-received'] as const) {
      await desk.find(rmaOf(name));
      await expect(page.getByRole('button', { name: /^Decide/ })).toBeDisabled();
      await expect(page.getByText(`You ${name.slice(10)} this case yourself`)).toBeVisible();
      await takePicture(page, `forty/${name}`);
      await desk.press('d');
      await desk.press('Control+Enter');
      await expect(deciding(page)).toHaveCount(0);
    }
  });

  await test.step('one supervisor works through the queue', async () => {
    await signIn(page, brandt);
    await expect(queue).toBeVisible();
    await takePicture(page, 'forty/queue');
    const left = new Set(told.map(({ name }) => name).filter((name) => !special.has(name)));
    let last: ReturnKey | null = null;
    while (left.size > 0) {
      const name = await nextOf(desk, left, last);
      await act(name, brandt);
      left.delete(name);
      last = staysOpen.has(name) ? null : name;
    }
  });

  await test.step('what central decided meanwhile stands, and what it refuses is told', async () => {
    await desk.find(rmaOf('decided-meanwhile'));
    await central.whileStopped(async (database) => {
      await whileNobodyAsks(database, central.folder, toldOf);
      await act('decided-meanwhile', brandt);
      await desk.find(rmaOf('price-meanwhile'));
      await act('price-meanwhile', brandt);
      await signIn(page, ferreira);
    });
    await comeBack(app);
    await expectEverythingSent(page);
  });

  await test.step('the second supervisor signs what they were asked to', async () => {
    for (const name of ['two-sign-inverters', 'two-sign-motors'] as const) {
      await desk.find(rmaOf(name));
      await desk.begin();
      await expect(deciding(page)).toContainText(`${brandt.person.name} signed this first`);
      await takePicture(page, `forty/${name}-second`);
      await desk.sign(ferreira.pin);
    }
  });

  await test.step('refused: decided elsewhere, and decided anew at the new price', async () => {
    await signIn(page, brandt);
    await expect(
      page.getByRole('banner').getByRole('link', { name: /refused by central/ }),
    ).toBeVisible();
    await desk.find(rmaOf('price-meanwhile'));
    await expect(
      page.getByText(`Central did not accept what ${brandt.person.name} signed here last`),
    ).toBeVisible();
    await takePicture(page, 'forty/price-meanwhile-refused');
    await act('price-meanwhile', brandt);
    await signIn(page, ferreira);
    await expectEverythingSent(page);
  });

  await test.step('central holds the decisions meant and no others, each refund once', async () => {
    const found: Record<string, unknown> = {};
    for (const one of told) found[one.name] = await outcomeOf(page, one);
    expect(found).toEqual(
      Object.fromEntries(
        Object.entries(plans).map(([name, { decided, refunds }]) => [
          name,
          { decided: [...decided], refunds: refunds.map((sum) => `${sum} instructed`) },
        ]),
      ),
    );
    expect(await decisionsOfDemo(page)).toEqual(before);
  });
  console.log(`Keys: ${JSON.stringify(keys)}`);
});

/** Not in the queue of one person, or done under a condition of its own. */
const special = new Set<ReturnKey>([
  'own-hands-inspected',
  'own-hands-received',
  'decided-meanwhile',
  'price-meanwhile',
]);

const toldOf = (name: ReturnKey): ToldReturn => {
  const found = told.find((one) => one.name === name);
  if (!found) throw new Error(`${name} was not told`);
  return found;
};
const rmaOf = (name: ReturnKey): string => toldOf(name).returnCase?.rma ?? '';

/** Behind these nothing else opens: they are not decided for good. */
const staysOpen = new Set<ReturnKey>([
  'undone-for-good',
  'pressed-ahead',
  'pressed-twice',
  'wrong-pin-left',
]);

/** What opened by itself behind the last one, where it is one of these; else the first of them. */
async function nextOf(
  desk: DeskByKeys,
  left: ReadonlySet<ReturnKey>,
  last: ReturnKey | null,
): Promise<ReturnKey> {
  const [first] = left;
  if (first === undefined) throw new Error('Nothing is left');
  const isOther = (rma: string | null) => rma !== null && rma !== (last && rmaOf(last));
  if (last !== null) await expect.poll(async () => isOther(await desk.rma())).toBe(true);
  const rma = await desk.rma();
  const open = [...left].find((name) => rmaOf(name) === rma);
  if (open === undefined) await desk.find(rmaOf(first));
  return open ?? first;
}

/** Under what is known by name at central. */
const names = new Map<string, string>(
  [brandt, ferreira, elsewhere, ...Object.values(newPeople)].map(({ person }) => [
    person.id,
    person.name.split(' ').at(-1) ?? '',
  ]),
);

async function outcomeOf(page: Page, { returnCase }: ToldReturn) {
  const id = returnCase?.id ?? '';
  const refunds = await expectSettled(page, id);
  const facts = await factsAtCentral(page, id);
  return {
    decided: facts.flatMap((fact) => sayDecision(fact)),
    refunds: refunds.map(({ amount, currency, state }) => `${amount} ${currency} ${state}`),
  };
}

/** Central starts a refund a moment after it accepts the decision. */
async function expectSettled(page: Page, id: string) {
  await expect
    .poll(async () => (await refundsAtCentral(page, id)).filter(({ state }) => state === 'due'))
    .toEqual([]);
  return await refundsAtCentral(page, id);
}

function sayDecision(fact: Fact): readonly string[] {
  if (fact.kind !== 'verdictDecided') return [];
  const { asks, decision, personId, wanted = [] } = fact;
  const said = [
    `${decision} by ${names.get(personId) ?? personId}`,
    ...(asks === undefined ? [] : [`asks ${names.get(asks) ?? asks}`]),
    ...wanted.map((one) => `wants ${one.kind}${one.kind === 'photo' ? ` ${one.shot}` : ''}`),
  ];
  return [said.join(', ')];
}

/** How often the demo's own returns were decided about. */
async function decisionsOfDemo(page: Page): Promise<Readonly<Record<string, number>>> {
  const counted: Record<string, number> = {};
  for (const id of demoCases)
    counted[id] = (await factsAtCentral(page, id)).filter(
      (f) => f.kind === 'verdictDecided',
    ).length;
  return counted;
}
