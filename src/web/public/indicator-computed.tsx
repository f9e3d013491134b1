import type { ComputedFigure, ReadIndicator } from '../../app/indicator/computed-figures.ts';
import type { TownFrame } from '../components/frame.ts';
import { indicatorHref } from '../components/plan-view.ts';
import { formatYear } from '../text/dates.ts';
import { indicatorWords } from '../text/indicator-words.ts';

interface Props {
  readonly frame: TownFrame;
  readonly loaded: ReadIndicator;
  /** What it is made of, as far as it is public. */
  readonly operands: readonly ReadIndicator[];
}

const Year = ({ frame, figure }: { readonly frame: TownFrame; readonly figure: ComputedFigure }) => (
  <li>
    <b>{formatYear(figure.fiscalYear, frame.language)}</b>
    {figure.value === null && ` ${indicatorWords(frame.language).cannotCompute}`}
    {figure.arithmetic(frame.language).map((line) => (
      <p key={line}>{line}</p>
    ))}
  </li>
);

/** 計算のしかた: of what a computed figure is made, and its arithmetic year by year. */
export const IndicatorComputed = ({ frame, loaded, operands }: Props) => {
  const { indicator, computedFigures } = loaded;
  if (indicator.computed === null) return null;
  const words = indicatorWords(frame.language);
  const [newest, ...earlier] = computedFigures
    .filter(({ stage }) => stage === 'published')
    .toSorted((a, b) => b.fiscalYear - a.fiscalYear);
  return (
    <section className="section" aria-labelledby="computed">
      <h2 id="computed">{words.howComputed}</h2>
      <p>
        {words.computedLead}（{words.operations[indicator.computed.operation]}）
      </p>
      <ul className="link-list">
        {indicator.computed.operands.map((key) => {
          const operand = operands.find((each) => each.indicator.indicatorKey === key);
          return operand === undefined ? (
            <li key={key}>{words.hidden}</li>
          ) : (
            <li key={key} lang="ja">
              <a href={indicatorHref(frame, key)}>{operand.indicator.name}</a>
            </li>
          );
        })}
      </ul>
      {newest !== undefined && (
        <ul className="computed-years">
          <Year frame={frame} figure={newest} />
        </ul>
      )}
      {earlier.length > 0 && (
        <details>
          <summary>{words.earlierYears}</summary>
          <ul className="computed-years">
            {earlier.map((figure) => (
              <Year key={figure.fiscalYear} frame={frame} figure={figure} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
};
