import { type ReactNode, useId } from 'react';
import { Button } from 'react-aria-components';
import { nameOfArticle } from '../../../shared/facts/articles.ts';
import type { FindingFact, UnitsCountedFact } from '../../../shared/facts/fact.ts';
import { keyOfUnits, overlaps, unitsOf } from '../../../shared/facts/spans.ts';
import type { PortionDecision } from '../../../shared/policy/decision.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Icon } from '../../components/generic/marks/Icon.tsx';
import { StateMark } from '../../components/generic/marks/StateMark.tsx';
import type { Wording } from '../../wording/createWording.ts';
import { isolated } from '../../wording/isolated.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { sayFinding } from '../../workflow/sayFinding.ts';
import { sayUnits } from '../policy/sayPortion.ts';
import { shapes } from '../policy/standingShapes.ts';
import type { Naming } from './naming.ts';
import { type Outcome, outcomeOf } from './outcomeOf.ts';
import { type Piece, piecesOf } from './piecesOf.ts';
import styles from './UnitsBar.module.css';

const css = classesOf(styles);

/** Up to so many units each is drawn by itself. */
const mostDrawn = 24;

/** The units of a group as one bar, cut where their findings are: what each piece comes to, by what. */
export function UnitsBar(props: {
  readonly group: UnitsCountedFact;
  readonly findings: readonly FindingFact[];
  readonly portions: readonly PortionDecision[];
  readonly naming: Naming;
  /** How many of the rest the next finding is about. */
  readonly quantity: number;
  readonly onPick: (piece: Piece | null) => void;
  /** Where the group has been chosen by its name, that stands above already. */
  readonly isHeadHidden?: boolean;
}): ReactNode {
  const wording = useWording();
  const { t, formatNumber } = wording;
  const { group, naming } = props;
  const id = useId();
  const pieces = piecesOf(group, props.findings, props.portions);
  const isChosen = ({ spans }: Piece) => naming.kind === 'piece' && overlaps(spans, naming.spans);
  const chosen = pieces.find(isChosen) ?? null;
  const done = pieces.reduce((sum, p) => sum + (p.findings.length > 0 ? p.quantity : 0), 0);
  return (
    <div className={css('units')}>
      {!props.isHeadHidden && (
        <p className={css('head')}>
          <strong className={css('name')}>
            {`${formatNumber(group.quantity)} × ${isolated(nameOfArticle(group))}`}
          </strong>
          <span>
            {t('bench.inspected', {
              done: formatNumber(done),
              all: formatNumber(group.quantity),
            })}
          </span>
        </p>
      )}
      <ul className={css('bar')} aria-label={t('bench.groups')}>
        {pieces.map((piece) => (
          <li key={keyOf(piece)} className={css('piece')} style={{ flexGrow: piece.quantity }}>
            <Button
              className={css('press')}
              data-found={piece.findings.length > 0 || undefined}
              data-chosen={isChosen(piece) || undefined}
              aria-pressed={isChosen(piece)}
              aria-describedby={`${id} ${keyOf(piece)}`.replaceAll(' ', '-')}
              onPress={() => props.onPick(isChosen(piece) ? null : piece)}
            >
              {group.quantity <= mostDrawn && piece.quantity > 1 && (
                <span
                  className={css('cells')}
                  style={{ backgroundSize: `${100 / piece.quantity}% 100%` }}
                />
              )}
              {piece.findings.length === 0 && naming.kind === 'rest' && (
                <span
                  className={css('cut')}
                  style={{ inlineSize: `${(100 * props.quantity) / piece.quantity}%` }}
                />
              )}
              <span className={css('count')}>{formatNumber(piece.quantity)}</span>
              <span className={css('mark')}>
                <Mark piece={piece} />
              </span>
              {piece.photoIds.length > 0 && (
                <span className={css('photos')}>
                  <Icon name="camera" size="small" />
                  {formatNumber(piece.photoIds.length)}
                </span>
              )}
            </Button>
            <span hidden id={`${id} ${keyOf(piece)}`.replaceAll(' ', '-')}>
              {sayPiece(wording, piece)}
            </span>
          </li>
        ))}
      </ul>
      {chosen && <p className={css('chosen')}>{sayPiece(wording, chosen)}</p>}
    </div>
  );
}

function keyOf({ spans }: Piece): string {
  return keyOfUnits(unitsOf(spans));
}

function Mark({ piece }: { readonly piece: Piece }): ReactNode {
  const { t } = useWording();
  const outcome = outcomeIn(piece);
  const [shape, tone] = piece.portion ? shapes[piece.portion.standing] : shapes.needsFacts;
  return (
    <StateMark
      shape={outcome === 'uninspected' ? 'announced' : outcome === 'sound' ? 'done' : shape}
      tone={outcome === 'sound' ? 'rest' : tone}
      word={t(`outcome.${outcome}`)}
    />
  );
}

function outcomeIn({ portion, findings }: Piece): Outcome {
  if (findings.length === 0 && !portion?.inferred) return 'uninspected';
  return portion ? outcomeOf(portion) : 'open';
}

/** Which, what was found, what it comes to, what is to become of them, and how many pictures show it. */
function sayPiece(wording: Wording, piece: Piece): string {
  const { t, formatList } = wording;
  const { findings, portion, photoIds } = piece;
  const units = sayUnits(wording, { serials: [], units: unitsOf(piece.spans) });
  const found = findings.map((finding) => sayFinding(wording, finding));
  return [
    units,
    ...(found.length > 0 ? [formatList(found)] : []),
    t(`outcome.${outcomeIn(piece)}`),
    ...(findings.length > 0 && portion && portion.dispositions.length > 0
      ? [
          formatList(
            portion.dispositions.map((d) => t(`disposition.${d}`)),
            'or',
          ),
        ]
      : []),
    ...(findings.length > 0 ? [t('outcome.photos', { count: photoIds.length })] : []),
  ].join(' · ');
}
