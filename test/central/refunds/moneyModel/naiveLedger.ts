/**
 * What the ledger must say, told in the simplest way there is: units as numbers on a sheet of paper.
 * Written from policy.md, not from the code; knows grants only by what they say of themselves.
 */
import type { Grant, Refund } from '../../../../shared/facts/documents.ts';
import type { Fact, VerdictDecidedFact } from '../../../../shared/facts/fact.ts';
import { canonicalJson } from '../../../../shared/sync/canonicalJson.ts';

export type OfLine = {
  readonly invoiced: number;
  readonly shipped: number;
  readonly unitPrice: number;
};

/** Units of one group, and the order line they stand under. */
export type Counted = {
  readonly group: string;
  readonly line: string | null;
  readonly quantity: number;
};

type Sheet = {
  group: string;
  units: ReadonlySet<number>;
  money: number;
  goods: number;
  quantity: number;
  amount: number;
};
/** `beyond…`: what two granted together, whatever was left. */
type Account = {
  money: number;
  goods: number;
  paid: number;
  quantity: number;
  beyond: number;
  beyondQuantity: number;
};
const nothing: Account = {
  money: 0,
  goods: 0,
  paid: 0,
  quantity: 0,
  beyond: 0,
  beyondQuantity: 0,
};

const wholesOf = (grant: Grant['portions'][number]): ReadonlySet<number> =>
  new Set(
    grant.units.flatMap(({ from, to }) =>
      Array.from({ length: to - from }, (_, index) => from + index),
    ),
  );

export class NaiveLedger {
  readonly #lines: ReadonlyMap<string, OfLine>;
  readonly #limit: number | null;
  readonly #sheets = new Map<string, Sheet[]>();
  readonly #accounts = new Map<string, Account>();
  readonly #refunds = new Set<string>();
  /** By case, the most units that were there when something was decided. */
  readonly #most = new Map<string, number>();

  constructor(lines: ReadonlyMap<string, OfLine>, limit: number | null) {
    this.#lines = lines;
    this.#limit = limit;
  }

  /**
   * One final decision as central says it. `facts`: of its case, accepted by then; `counted`: the units
   * that stand. Returns what is wrong with it.
   */
  enter(
    grant: Grant,
    refund: Refund | null,
    facts: readonly Fact[],
    counted: readonly Counted[],
  ): readonly string[] {
    const wrong: string[] = [];
    const say = (what: string) => wrong.push(`${grant.id}: ${what}`);
    const isTwo = new Set(grant.signedBy).size === 2;
    const lines = [...new Set(grant.portions.flatMap((p) => p.orderLineId ?? []))];
    let paidInAll = 0;
    for (const line of lines) {
      const { added, expected } = this.#net(grant, line, counted);
      const told = grant.added.find((a) => a.orderLineId === line);
      if (JSON.stringify(expected) !== JSON.stringify(added))
        say(`adds ${JSON.stringify(told)} to ${line}, not ${JSON.stringify(expected)}`);
      paidInAll += expected.paid;
    }
    if (grant.added.some((a) => !lines.includes(a.orderLineId))) say('adds to a foreign line');
    this.#checkLines(lines, say);
    this.#checkUnits(grant.caseId, counted, say);
    this.#checkLimit(grant, isTwo, say);
    this.#checkRefund(grant, refund, paidInAll, say);
    checkSigners(grant, facts, isTwo, say);
    return wrong;
  }

  /** Worth of money and goods, paid and quantity over all cases of a line. */
  ofLine(line: string): Account {
    const sum: Account = { ...nothing };
    for (const [key, account] of this.#accounts)
      if (key.endsWith(` ${line}`))
        for (const what of [
          'money',
          'goods',
          'paid',
          'quantity',
          'beyond',
          'beyondQuantity',
        ] as const)
          sum[what] += account[what];
    return sum;
  }

  #account(caseId: string, line: string): Account {
    const key = `${caseId} ${line}`;
    const known = this.#accounts.get(key) ?? { ...nothing };
    this.#accounts.set(key, known);
    return known;
  }

  #net(grant: Grant, line: string, counted: readonly Counted[]) {
    const key = `${grant.caseId} ${line}`;
    const own = grant.portions
      .filter((p) => p.orderLineId === line)
      .map(
        (p): Sheet => ({
          group: p.unitGroupId,
          units: wholesOf(p),
          money: p.resolution === 'exchange' ? 0 : p.value,
          goods: p.resolution === 'exchange' ? p.value : 0,
          quantity: p.value > 0 ? p.quantity : 0,
          amount: p.amount,
        }),
      );
    const isReplaced = (old: Sheet) =>
      own.some((p) => p.group === old.group && [...p.units].some((unit) => old.units.has(unit)));
    const all = [...(this.#sheets.get(key) ?? []).filter((old) => !isReplaced(old)), ...own];
    this.#sheets.set(key, all);
    const isThere = (p: Sheet) =>
      counted.some(
        (one) =>
          one.group === p.group &&
          one.line === line &&
          [...p.units].every((unit) => unit < one.quantity),
      );
    const standing = all.filter((p) => own.includes(p) || isThere(p));
    const total = (what: 'money' | 'goods' | 'quantity' | 'amount', of: readonly Sheet[]) =>
      of.reduce((sum, p) => sum + p[what], 0);
    const account = this.#account(grant.caseId, line);
    const before = { ...account };
    account.money = Math.max(account.money, total('money', standing));
    account.goods = Math.max(account.goods, total('goods', standing));
    account.quantity = Math.max(account.quantity, total('quantity', standing));
    const due = Math.min(total('amount', standing) - account.paid, account.money - account.paid);
    account.paid += Math.max(0, Math.min(total('amount', own), due));
    const goods = account.goods - before.goods;
    const expected = {
      quantity: account.quantity - before.quantity,
      value: account.money - before.money + goods,
      paid: account.paid - before.paid,
      goods,
    };
    const told = grant.added.find((a) => a.orderLineId === line);
    const added = {
      quantity: told?.quantity ?? 0,
      value: told?.value ?? 0,
      paid: told?.paid ?? 0,
      goods: told?.exchanged ?? 0,
    };
    if (grant.decision === 'override' && new Set(grant.signedBy).size === 2)
      Object.assign(account, {
        beyond: account.beyond + expected.value,
        beyondQuantity: account.beyondQuantity + expected.quantity,
      });
    return { added, expected };
  }

  #checkLines(lines: readonly string[], say: (what: string) => void): void {
    for (const line of lines) {
      const { money, goods, paid, quantity, beyond, beyondQuantity } = this.ofLine(line);
      const most = this.#lines.get(line);
      if (!most) {
        say(`grants of ${line}, which nobody ordered`);
        continue;
      }
      if (money + goods > most.invoiced + beyond) say(`grants ${money + goods} of ${line}`);
      if (quantity > most.shipped + beyondQuantity) say(`grants ${quantity} units of ${line}`);
      if (paid + goods > money + goods) say(`pays ${paid} of ${money} granted`);
      if (paid > most.invoiced + beyond) say(`pays ${paid} for ${line}`);
    }
  }

  /** Goods are granted once, whatever line they stand under: never more of them than were there at once. */
  #checkUnits(caseId: string, counted: readonly Counted[], say: (what: string) => void): void {
    const there = counted.reduce((sum, one) => sum + one.quantity, 0);
    const most = Math.max(this.#most.get(caseId) ?? 0, there);
    this.#most.set(caseId, most);
    let granted = 0;
    for (const [key, { quantity, beyondQuantity }] of this.#accounts)
      if (key.startsWith(`${caseId} `)) granted += quantity - beyondQuantity;
    if (granted > most) say(`grants ${granted} units of the ${most} that were ever there`);
  }

  /** Two people where the worth of the goods over the whole case says so. */
  #checkLimit(grant: Grant, isTwo: boolean, say: (what: string) => void): void {
    let worth = 0;
    for (const [key, { money, goods }] of this.#accounts)
      if (key.startsWith(`${grant.caseId} `)) worth += money + goods;
    if (
      this.#limit !== null &&
      worth > this.#limit &&
      grant.portions.some((p) => p.value > 0) &&
      !isTwo
    )
      say(`one signature for a case worth ${worth}`);
  }

  #checkRefund(
    grant: Grant,
    refund: Refund | null,
    paid: number,
    say: (what: string) => void,
  ): void {
    if ((refund?.amount ?? 0) !== paid) say(`refunds ${refund?.amount ?? 0}, granted ${paid}`);
    if ((refund?.id ?? null) !== grant.refundId) say('names another refund');
    if (!refund) return;
    if (this.#refunds.has(refund.id)) say(`pays refund ${refund.id} twice`);
    this.#refunds.add(refund.id);
    const lines = refund.lines.reduce((sum, line) => sum + line.amount, 0);
    if (lines !== refund.amount) say('a refund is not the sum of its lines');
  }
}

/** Each signer truly decided so, neither touched the goods, and two said the same. */
export function checkSigners(
  grant: Grant,
  facts: readonly Fact[],
  isTwo: boolean,
  say: (what: string) => void,
): void {
  const decisions = facts.filter(
    (f): f is VerdictDecidedFact =>
      f.kind === 'verdictDecided' &&
      f.verdictId === grant.verdictId &&
      f.decision === grant.decision,
  );
  const final = decisions.find((d) => d.id === grant.id);
  if (!final) {
    say('nobody decided it');
    return;
  }
  for (const signer of grant.signedBy) {
    const touched = facts.some(
      (f) =>
        f.personId === signer &&
        ![
          'verdictDecided',
          'inspectionStarted',
          'inspectionChosen',
          'correction',
          'held',
          'released',
        ].includes(f.kind),
    );
    if (touched) say(`${signer} had the goods in hand`);
    if (!decisions.some((d) => d.personId === signer && said(d) === said(final)))
      say(`${signer} did not say the same`);
  }
  if (isTwo && final.personId !== grant.signedBy[1]) say('the second signer is another');
  if (final.terms && grant.decision !== 'decline') {
    const signed = final.choices.reduce((sum, choice) => sum + (choice.amount ?? 0), 0);
    const paid = grant.added.reduce((sum, line) => sum + line.paid, 0);
    if (paid > signed) say(`pays ${paid}, signed ${signed}`);
  }
}

function said({ choices, answers }: VerdictDecidedFact): string {
  return [...choices, ...answers.map(({ reason: _own, ...answer }) => answer)]
    .map((one) => canonicalJson(one))
    .sort()
    .join();
}
