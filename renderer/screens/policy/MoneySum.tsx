import type { ReactNode } from 'react';
import type { CaseDecision } from '../../../shared/policy/decision.ts';
import { SectionHead } from '../../components/generic/lists/SectionHead.tsx';
import { Money } from '../../components/returns/Money.tsx';
import type { CaseView } from '../../queries/oneCase/caseView.ts';
import type { Wording } from '../../wording/createWording.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import styles from './MoneySum.module.css';
import { type MoneyOfLine, moneyByLine, recharges, withoutLine } from './moneyLines.ts';
import { sayPortion } from './sayPortion.ts';

/** From the invoice to the refund, one figure a line: what it starts from, its parts, and their sum. */
export function MoneySum(props: {
  readonly view: CaseView;
  readonly decision: CaseDecision;
}): ReactNode {
  const wording = useWording();
  const { t, formatMoney } = wording;
  const { view, decision } = props;
  const { currency, shippingCost: freight } = decision;
  const rounding = view.references?.policy.parameters.rounding;
  const money = (minor: number) => formatMoney({ minor, currency });
  return (
    <section className={styles['money']}>
      <SectionHead level={3} title={t('money.title')} />
      <dl className={styles['sum']}>
        {moneyByLine(view, decision).map((of) => (
          <OfLine key={of.line.id} of={of} view={view} currency={currency} />
        ))}
        {withoutLine(view, decision).map((portion) => (
          <Line
            key={`${portion.unitGroupId} ${portion.units[0]?.from ?? 0}`}
            name={sayPortion(wording, view.file, portion)}
            note={t('money.noOrderLine')}
            minor={portion.eligibleAmount}
            currency={currency}
          />
        ))}
        <Line
          look="total"
          name={t('money.total')}
          minor={decision.refundAmount}
          currency={currency}
        />
        {freight.amount !== null && (
          <Line
            name={`${t('policy.freight')}: ${t(`liability.${freight.bearer}`)}`}
            note={
              freight.parts.length > 1
                ? freight.parts
                    .map((part) => `${t(`liability.${part.bearer}`)} ${money(part.amount)}`)
                    .join(' · ')
                : null
            }
            minor={freight.amount}
            currency={currency}
          />
        )}
        {recharges(decision).map(({ to, goods, freight: carried }) => (
          <Line
            key={to}
            name={t('money.recharge', { to: t(`liability.${to}`) })}
            note={
              carried > 0 && goods > 0
                ? t('money.recharge.of', { goods: money(goods), freight: money(carried) })
                : null
            }
            minor={goods + carried}
            currency={currency}
          />
        ))}
      </dl>
      {rounding && <p className={styles['note']}>{t(`money.rounding.${rounding}`)}</p>}
    </section>
  );
}

function OfLine(props: {
  readonly of: MoneyOfLine;
  readonly view: CaseView;
  readonly currency: string;
}): ReactNode {
  const wording = useWording();
  const { t, formatNumber } = wording;
  const { line, invoiced, portions, before, elsewhere, left } = props.of;
  const wasGranted = before.value + elsewhere.value > 0 || before.quantity + elsewhere.quantity > 0;
  return (
    <>
      <Line
        look="base"
        name={t('money.invoiced', {
          order: line.orderNumber,
          quantity: t(`unit.${line.unit}`, { quantity: line.shippedQuantity }),
        })}
        note={invoicedNote(wording, props.of)}
        minor={invoiced}
        currency={line.currency}
      />
      {portions.map((portion) => (
        <Line
          key={`${portion.unitGroupId} ${portion.units[0]?.from ?? 0}`}
          name={sayPortion(wording, props.view.file, portion)}
          note={
            portion.eligibleQuantity > 0
              ? t('money.part', {
                  quantity: formatNumber(portion.eligibleQuantity),
                  shipped: formatNumber(line.shippedQuantity),
                })
              : portion.amountAtStake > 0 && portion.standing !== 'notUpheld'
                ? t('policy.atStake', {
                    amount: wording.formatMoney({
                      minor: portion.amountAtStake,
                      currency: props.currency,
                    }),
                  })
                : t(`standing.${portion.standing}`)
          }
          minor={portion.eligibleAmount}
          currency={props.currency}
        />
      ))}
      {(['before', 'elsewhere'] as const).map((where) => {
        const granted = where === 'before' ? before : elsewhere;
        return granted.value > 0 || granted.quantity > 0 ? (
          <Line
            key={where}
            look="aside"
            name={t('policy.granted')}
            note={t(`policy.granted.${where}`, {
              quantity: formatNumber(granted.quantity),
              shipped: formatNumber(line.shippedQuantity),
            })}
            minor={granted.value}
            currency={line.currency}
          />
        ) : null;
      })}
      {wasGranted && (
        <Line
          look="aside"
          name={t('money.left')}
          note={t(`unit.${line.unit}`, { quantity: left.quantity })}
          minor={left.value}
          currency={line.currency}
        />
      )}
    </>
  );
}

/** Net and tax, where there is tax; that it is the unit price times the quantity, where nobody invoiced otherwise. */
function invoicedNote({ t, formatMoney }: Wording, { line }: MoneyOfLine): string | null {
  const { invoiced, currency } = line;
  if (!invoiced) return t('money.byUnitPrice');
  return invoiced.tax > 0
    ? t('compare.netAndTax', {
        net: formatMoney({ minor: invoiced.net, currency }),
        tax: formatMoney({ minor: invoiced.tax, currency }),
      })
    : null;
}

function Line(props: {
  readonly name: string;
  readonly note?: string | null;
  readonly minor: number;
  readonly currency: string;
  readonly look?: 'base' | 'total' | 'aside';
}): ReactNode {
  return (
    <div className={styles['line']} data-look={props.look ?? 'part'}>
      <dt>
        {props.name}
        {props.note && <span className={styles['note']}> {props.note}</span>}
      </dt>
      <dd>
        <Money minor={props.minor} currency={props.currency} />
      </dd>
    </div>
  );
}
