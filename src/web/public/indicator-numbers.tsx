import type { LoadedIndicator } from '../../db/read-indicator.ts';
import { isDistribution } from '../../domain/indicator/distribution.ts';
import { outlookOf } from '../../domain/indicator/outlook.ts';
import type { TownFrame } from '../components/frame.ts';
import { formatYear } from '../text/dates.ts';
import { formatAmount, formatFigure, formatTarget } from '../text/figures.ts';

interface Props {
  readonly frame: TownFrame;
  readonly loaded: LoadedIndicator;
}

/** 最新の値・基準値・目標・望ましい向き beside the chart. */
export const IndicatorNumbers = ({ frame, loaded }: Props) => {
  const { t, language } = frame;
  const { indicator } = loaded;
  const { latest, baseline, target, onlyBaseline } = outlookOf(loaded);
  const rows = [
    ...(latest === null || onlyBaseline || isDistribution(indicator, latest)
      ? []
      : [
          {
            label: t.indicator.latest,
            figure: formatFigure(latest, indicator, language) ?? t.status.notEntered,
            detail: formatYear(latest.fiscalYear, language),
          },
        ]),
    ...(baseline === null
      ? []
      : [
          {
            label: t.indicator.baseline,
            figure:
              baseline.value === null
                ? t.status.notEntered
                : formatAmount(baseline.value, indicator, language),
            detail: formatYear(baseline.fiscalYear, language),
          },
        ]),
    ...(target === null
      ? []
      : [
          {
            label: t.indicator.target,
            figure: formatTarget(target, indicator, language),
            detail: formatYear(target.fiscalYear, language),
          },
        ]),
    { label: t.indicator.direction, figure: t.indicator.directions[indicator.direction], detail: '' },
  ];
  return (
    <dl className="facts">
      {rows.map((row) => (
        <div key={row.label}>
          <dt>{row.label}</dt>
          <dd>
            {row.figure}
            {row.detail === '' ? null : <span className="small quiet">{row.detail}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
};
