import { isCountedAs, nameOfArticle } from '../../../../../shared/facts/articles.ts';
import type { OrderLine } from '../../../../../shared/facts/documents.ts';
import { sumQuantities } from '../../../../../shared/facts/quantity.ts';
import { Identifier } from '../../../../components/returns/Identifier.tsx';
import { AgreedPrice, Money } from '../../../../components/returns/Money.tsx';
import type { CaseView } from '../../../../queries/oneCase/caseView.ts';
import type { Wording } from '../../../../wording/createWording.ts';
import { identityWords } from '../../../../workflow/nameOfUnits.ts';
import type { CompareRow } from './CompareTable.tsx';
import { announcedIn, type Compared, foreignSerials } from './comparedLines.ts';
import { discountOn } from './discountOn.ts';
import { FoundOn } from './FoundOn.tsx';
import { sayCount, sayFirstSerials } from './sayGoods.ts';

const none = '–';

/** One return line, question by question. Rows nobody has anything to say to are left out. */
export function lineRows(
  wording: Wording,
  view: CaseView,
  compared: Compared,
): readonly CompareRow[] {
  const { t } = wording;
  const { line } = compared;
  return [
    {
      key: 'reason',
      name: t('compare.reason'),
      said: line ? t(`claim.${line.claimedReason}`) : none,
      found: <FoundOn view={view} groups={compared.groups} />,
    },
    quantity(wording, compared),
    ...article(wording, view, compared),
    ...lot(wording, compared),
    ...serials(wording, compared),
    ...price(wording, view, compared),
    ...wish(wording, view, compared),
  ];
}

function quantity(wording: Wording, { line, order, groups, counted }: Compared): CompareRow {
  const { t } = wording;
  const say = (n: number) => sayCount(wording, order, n);
  const announced = line ? announcedIn(line) : 0;
  const beyond = sumQuantities([counted, -announced]);
  const differs =
    groups.length === 0 || beyond === 0
      ? []
      : line === null
        ? [t('compare.notAnnounced')]
        : beyond > 0
          ? [t('compare.more', { quantity: say(beyond) })]
          : [t('compare.fewer', { quantity: say(-beyond) })];
  return {
    key: 'quantity',
    name: t('bench.quantity'),
    said: line ? (
      <>
        {say(line.requestedQuantity)}
        {line.approvedQuantity !== null && line.approvedQuantity !== line.requestedQuantity && (
          <p>{t('compare.authorised', { quantity: say(line.approvedQuantity) })}</p>
        )}
      </>
    ) : (
      none
    ),
    found: groups.length === 0 ? t('bench.nothingCounted') : say(counted),
    differs,
  };
}

/** Only where it is not the one announced: else the heading names it. */
function article(
  wording: Wording,
  view: CaseView,
  { line, order, groups }: Compared,
): readonly CompareRow[] {
  const odd = groups.filter(
    (group) =>
      group.identity === 'mismatch_class' ||
      (order !== null && line !== null && !isCountedAs(group.article, order.article)),
  );
  if (odd.length === 0 || line === null) return [];
  return [
    {
      key: 'article',
      name: wording.t('bench.article'),
      said: order ? <Identifier value={order.article.number} size="small" /> : none,
      found: odd.map((group) => (
        <p key={group.unitGroupId}>
          {wording.formatNumber(group.quantity)} × {nameOfArticle(group)}{' '}
          {group.article.number && <Identifier value={group.article.number} size="small" />}
        </p>
      )),
      differs: [
        ...new Set(
          odd.map((group) =>
            wording.t(
              group.identity === 'match'
                ? 'identity.mismatch_class'
                : identityWords(view.file, group),
            ),
          ),
        ),
      ],
    },
  ];
}

function lot(wording: Wording, { order, groups }: Compared): readonly CompareRow[] {
  const lots = [...new Set(groups.flatMap((group) => group.lot ?? []))];
  const shipped = order?.lot ?? null;
  if (shipped === null && lots.length === 0) return [];
  const isOther = shipped !== null && lots.some((one) => one !== shipped);
  return [
    {
      key: 'lot',
      name: wording.t('bench.lot'),
      said: shipped === null ? none : <Identifier value={shipped} size="small" isPlain />,
      found:
        lots.length === 0
          ? none
          : lots.map((one) => (
              <p key={one}>
                <Identifier value={one} size="small" isPlain />
              </p>
            )),
      differs: isOther ? [wording.t('identity.foreignLot')] : [],
    },
  ];
}

function serials(wording: Wording, compared: Compared): readonly CompareRow[] {
  const { order, groups } = compared;
  const found = groups.flatMap((group) => group.serials);
  const shipped = order?.serials ?? [];
  if (found.length === 0 && shipped.length === 0) return [];
  const foreign = foreignSerials(compared);
  return [
    {
      key: 'serials',
      name: wording.t('compare.serials'),
      said: sayFirstSerials(wording, shipped) || none,
      found: sayFirstSerials(wording, found) || none,
      differs:
        foreign.length === 0
          ? []
          : [wording.t('compare.notShipped', { serials: sayFirstSerials(wording, foreign) })],
    },
  ];
}

function price(wording: Wording, view: CaseView, compared: Compared): readonly CompareRow[] {
  const { t, formatNumber } = wording;
  const { order, groups } = compared;
  if (!order) return [];
  const decision = view.decision?.ok ? view.decision.value : null;
  const portions = (decision?.portions ?? []).filter(({ unitGroupId }) =>
    groups.some((group) => group.unitGroupId === unitGroupId),
  );
  const amount = portions.reduce((sum, portion) => sum + portion.eligibleAmount, 0);
  const eligible = sumQuantities(portions.map((portion) => portion.eligibleQuantity));
  return [
    {
      key: 'price',
      name: t('compare.price'),
      said: <Invoiced wording={wording} order={order} />,
      found:
        decision && eligible > 0 ? (
          <>
            {t('compare.proposed', { quantity: formatNumber(eligible) })}{' '}
            <Money minor={amount} currency={decision.currency} />
          </>
        ) : (
          none
        ),
    },
  ];
}

function Invoiced(props: { readonly wording: Wording; readonly order: OrderLine }) {
  const { order } = props;
  const { t, formatMoney, formatNumber } = props.wording;
  const { price: agreed, invoiced, currency } = order;
  const discount = discountOn(order);
  const money = (minor: number) => formatMoney({ minor, currency });
  return (
    <>
      <p>
        {agreed && agreed.per > 1
          ? t('bench.priceFor', { count: formatNumber(agreed.per) })
          : t('bench.price')}{' '}
        {agreed ? (
          <AgreedPrice amount={agreed.amount} currency={currency} />
        ) : (
          <Money minor={order.unitPrice} currency={currency} />
        )}
      </p>
      {invoiced && (
        <>
          <p>
            {t('compare.invoicedFor', {
              quantity: sayCount(props.wording, order, order.shippedQuantity),
            })}{' '}
            <Money minor={invoiced.net + invoiced.tax} currency={currency} />
          </p>
          {invoiced.tax > 0 && (
            <p>{t('compare.netAndTax', { net: money(invoiced.net), tax: money(invoiced.tax) })}</p>
          )}
          {discount !== null && <p>{t('compare.discount', { amount: money(discount) })}</p>}
        </>
      )}
    </>
  );
}

function wish(wording: Wording, view: CaseView, { line, groups }: Compared): readonly CompareRow[] {
  const { t, formatList } = wording;
  if (!line) return [];
  const decision = view.decision?.ok ? view.decision.value : null;
  const offered = [
    ...new Set(
      (decision?.portions ?? [])
        .filter(({ unitGroupId }) => groups.some((group) => group.unitGroupId === unitGroupId))
        .flatMap(({ resolutions }) => resolutions.map(({ kind }) => kind)),
    ),
  ];
  const isOffered = line.wanted === null || offered.length === 0 || offered.includes(line.wanted);
  return [
    {
      key: 'wish',
      name: t('compare.wish'),
      said: line.wanted === null ? t('compare.wish.none') : t(`resolution.${line.wanted}`),
      found:
        offered.length === 0
          ? none
          : t('compare.offered', {
              resolutions: formatList(
                offered.map((kind) => t(`resolution.${kind}`)),
                'or',
              ),
            }),
      differs: isOffered ? [] : [t('compare.notOffered')],
    },
  ];
}
