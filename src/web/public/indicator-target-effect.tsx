import type { LoadedIndicator } from '../../db/read-indicator.ts';
import type { UnderTargets } from '../../domain/indicator/forecast/effect-of-target.ts';
import { isReason } from '../../domain/indicator/judgement/figure.ts';
import type { Judgeable } from '../../domain/indicator/judgement/judgeable.ts';
import type { Grade } from '../../domain/indicator/judgement/judgement-scheme.ts';
import type { TownFrame } from '../components/frame.ts';
import { JudgementMark } from '../components/judgement-mark.tsx';
import { TableScroll } from '../components/table-scroll.tsx';
import { formatYear } from '../text/dates.ts';
import { formatTarget } from '../text/figures.ts';
import { formatFraction, formatGap } from '../text/fraction-figures.ts';
import { outlookWords } from '../text/outlook.ts';
import { reasonWords } from '../text/roll-up.ts';

/** With the grade the year's scheme gives under those targets; null: no scheme, or none given. */
export type GradedUnder = UnderTargets<Grade | null>;

interface Props {
  readonly frame: TownFrame;
  readonly loaded: LoadedIndicator;
  /** By year, as before the change. */
  readonly former: Judgeable['targets'];
  readonly effect: { readonly before: GradedUnder; readonly after: GradedUnder };
  /** Fiscal year of the figures */
  readonly at: number;
}

/** 目標を変えた影響: a target that is only made easier shows as a better judgement at the same figures. */
export const TargetEffect = ({ frame, loaded, former, effect, at }: Props) => {
  const { language } = frame;
  const words = outlookWords(language);
  const name = formatYear(at, language);
  const both = [effect.before, effect.after];
  const target = (targets: Judgeable['targets'] | LoadedIndicator['targets']): string => {
    const last = targets.at(-1);
    return last === undefined
      ? '—'
      : `${formatTarget(last, loaded.indicator, language)}（${formatYear(last.fiscalYear, language)}）`;
  };
  const figure = (value: GradedUnder['expected']): string =>
    isReason(value)
      ? words.cannot(reasonWords(value, language))
      : formatFraction(value, loaded.indicator, language);
  const rows = [
    { label: words.rows.target, cells: [target(former), target(loaded.targets)] },
    { label: words.rows.expected(name), cells: both.map(({ expected }) => figure(expected)) },
    {
      label: words.rows.along,
      cells: both.map(({ along }) =>
        along.kind === 'unknown'
          ? words.cannot(reasonWords(along.reason, language))
          : words.alongShort[along.kind],
      ),
    },
    {
      label: words.rows.needed,
      cells: both.map(({ neededPerYear }) =>
        isReason(neededPerYear)
          ? words.cannot(reasonWords(neededPerYear, language))
          : words.perYear(formatGap(neededPerYear, loaded.indicator, language)),
      ),
    },
    ...(both.every(({ judgement }) => judgement === null)
      ? []
      : [
          {
            label: words.rows.judgement(name),
            cells: both.map(({ judgement }) =>
              judgement === null ? '—' : <JudgementMark key="mark" grade={judgement} language={language} />,
            ),
          },
        ]),
    ...(both.some(({ forecast }) => forecast.kind === 'forecast' && forecast.probability !== null)
      ? [
          {
            label: words.rows.probability,
            cells: both.map(({ forecast }) =>
              forecast.kind === 'forecast' && forecast.probability !== null
                ? `${Math.round(forecast.probability * 100)}%`
                : '—',
            ),
          },
        ]
      : []),
  ];
  return (
    <>
      <h3>{words.effect}</h3>
      <p>{words.effectLead}</p>
      <TableScroll label={`${loaded.indicator.name} ${words.effect}`}>
        <table className="table table--words">
          <caption className="visually-hidden">{words.effect}</caption>
          <thead>
            <tr>
              <td />
              <th scope="col">{words.underFormer}</th>
              <th scope="col">{words.underPresent}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ label, cells }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>{cells[0]}</td>
                <td>{cells[1]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </>
  );
};
