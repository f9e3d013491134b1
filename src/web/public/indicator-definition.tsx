import type { LoadedIndicator } from '../../db/read-indicator.ts';
import type { OrganisationUnit } from '../../domain/organisation/unit.ts';
import { localised, type TownFrame } from '../components/frame.ts';
import { SourceNote } from '../components/source-note.tsx';
import { commonWords } from '../text/common-indicators.ts';
import { formatYear } from '../text/dates.ts';
import { formatAmount } from '../text/figures.ts';
import { indicatorWords } from '../text/indicator-words.ts';

interface Props {
  readonly frame: TownFrame;
  readonly loaded: LoadedIndicator;
  readonly unit: OrganisationUnit | undefined;
}

/** What only some indicators say: nature of targets, range, path, units, when figures are known. */
const moreRows = (frame: TownFrame, { indicator, baseline }: LoadedIndicator) => {
  const words = indicatorWords(frame.language);
  const { targetBasis, range, path, unitChanges, availableAfterMonths } = indicator;
  const year = (fiscalYear: number): string => formatYear(fiscalYear, frame.language);
  const amount = (figure: string | null): string | null =>
    figure === null ? null : formatAmount(figure, indicator, frame.language);
  const text = (label: string, parts: readonly string[], japanese = false) => ({
    label,
    text: parts.filter((part) => part !== '').join(frame.language === 'ja' ? '、' : ', '),
    japanese,
  });
  return [
    text(words.behaviour, [words.behaviours[indicator.timeBehaviour]]),
    text(words.targetBasis, [
      targetBasis.behaviour === null ? '' : words.behaviours[targetBasis.behaviour],
      targetBasis.since === null ? '' : words.since(year(targetBasis.since)),
    ]),
    text(words.baselineBehaviour, [baseline?.behaviour == null ? '' : words.behaviours[baseline.behaviour]]),
    text(words.range, [range === null ? '' : words.rangeOf(amount(range.from), amount(range.to))]),
    text(
      words.path,
      path.shape === 'linear'
        ? []
        : [
            words.paths[path.shape],
            path.shape === 'step' ? words.surveyYears(path.surveyYears.map(year)) : '',
            ...(path.shape === 'given'
              ? path.points.map(({ fiscalYear, value }) => words.point(year(fiscalYear), amount(value) ?? ''))
              : []),
          ],
    ),
    text(
      words.unitChanges,
      unitChanges.map(({ fiscalYear, unit, factor }) => words.unitChange(year(fiscalYear), unit, factor)),
    ),
    text(words.available, [availableAfterMonths === null ? '' : words.availableAfter(availableAfterMonths)]),
  ];
};

/** 定義と出典: what the figure is and where it comes from. */
export const IndicatorDefinition = ({ frame, loaded, unit }: Props) => {
  const { t } = frame;
  const { indicator } = loaded;
  const rows = [
    { label: t.indicator.definition, text: indicator.definition, japanese: true },
    { label: t.indicator.formula, text: indicator.formulaText, japanese: true },
    { label: t.indicator.unit, text: indicator.unit, japanese: true },
    { label: t.indicator.direction, text: t.indicator.directions[indicator.direction], japanese: false },
    {
      label: t.indicator.kind,
      text: `${t.indicator.kinds[indicator.kind]}（${indicator.subjective ? t.indicator.subjective : t.indicator.objective}）`,
      japanese: false,
    },
    ...moreRows(frame, loaded),
    { label: t.indicator.frequency, text: indicator.frequency, japanese: true },
    { label: t.indicator.responsible, text: unit?.name ?? '', japanese: true },
  ].filter((row) => row.text !== '');
  return (
    <section className="section section--ruled" aria-labelledby="definition">
      <h2 id="definition">{t.indicator.definition}</h2>
      <dl className="facts definition">
        {rows.map((row) => (
          <div key={row.label}>
            <dt>{row.label}</dt>
            <dd lang={row.japanese ? 'ja' : undefined}>{row.text}</dd>
          </div>
        ))}
        {indicator.commonKey === null ? null : (
          <div>
            <dt>{indicatorWords(frame.language).common}</dt>
            <dd>
              <a href={localised(frame, `/indicators/${encodeURIComponent(indicator.commonKey)}`)}>
                {commonWords(frame.language).link}
              </a>
            </dd>
          </div>
        )}
      </dl>
      <SourceNote frame={frame} source={indicator.source} />
    </section>
  );
};
