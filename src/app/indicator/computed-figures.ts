import type { LoadedIndicator, StoredValue } from '../../db/read-indicator.ts';
import { asValue, computeIndicators } from '../../domain/indicator/computed/compute-indicators.ts';
import type {
  ComputableIndicator,
  ComputedIndicators,
  LackingOperand,
} from '../../domain/indicator/computed/computed-indicator.ts';
import { explainComputed } from '../../domain/indicator/computed/explain-computed.ts';
import type { JudgeableValue } from '../../domain/indicator/judgement/judgeable.ts';
import type { Language } from '../../domain/indicator/judgement/judgement.ts';
import { inNewestUnit } from '../../domain/indicator/judgement/unit-change.ts';
import { exactDecimal, roundFraction } from '../../domain/kernel/fraction.ts';

/** One year of a computed indicator, with or without a figure. */
export interface ComputedFigure {
  /** 'draft': as it will be when the drafts of its operands are published. */
  readonly stage: StoredValue['stage'];
  readonly fiscalYear: number;
  /** Decimal string, rounded for show; null: an operand lacks its number. */
  readonly value: string | null;
  /** Which operands, and why. */
  readonly lacking: readonly LackingOperand[];
  /** 算式 with every operand's figure, operands first; what is lacking by name. */
  readonly arithmetic: (language: Language) => readonly string[];
}

export interface ReadIndicator extends LoadedIndicator {
  /** By stage and fiscal year; [] for an indicator whose figures are entered. */
  readonly computedFigures: readonly ComputedFigure[];
}

/** An operand the reader may not see: its name stays unsaid as well. */
const hiddenNames: Readonly<Record<Language, string>> = {
  ja: '（公開していない指標）',
  en: '(an indicator that is not public)',
};

/** In the unit used last. A figure that cannot be brought into it is as good as none. */
const inUnitOfNow = (
  value: StoredValue,
  unitChanges: readonly {
    readonly fiscalYear: number;
    readonly unit: string;
    readonly factor: string | null;
  }[],
): JudgeableValue => {
  const { fiscalYear, asOf, text, missing, status } = value;
  const changes = unitChanges.map(({ fiscalYear: fromFiscalYear, unit, factor }) => ({
    fromFiscalYear,
    unit,
    factor,
  }));
  const convert = (figure: string | null): string | null => {
    if (figure === null || changes.length === 0) return figure;
    const fraction = inNewestUnit({ unitChanges: changes }, figure, fiscalYear);
    return fraction === null ? null : (exactDecimal(fraction) ?? roundFraction(fraction, 10, 'half-away'));
  };
  const converted = convert(value.value);
  return {
    fiscalYear,
    asOf,
    value: converted,
    text,
    missing: value.value !== null && converted === null ? 'definition-changed' : missing,
    standardError: convert(value.standardError),
    status,
  };
};

/** Figures a computation may rest on: what citizens see, or what staff see with drafts before what is published. */
const figuresOf = (loaded: LoadedIndicator, stage: StoredValue['stage']): readonly StoredValue[] => {
  const whole = loaded.values.filter(({ series, breakdown }) => series === 'actual' && breakdown === '');
  if (stage === 'published')
    return loaded.publishedAt === null ? [] : whole.filter((value) => value.stage === 'published');
  const drafts = whole.filter((value) => value.stage === 'draft');
  const replaced = new Set(drafts.map(({ fiscalYear }) => fiscalYear));
  return [
    ...drafts,
    ...whole.filter((value) => value.stage === 'published' && !replaced.has(value.fiscalYear)),
  ];
};

const computables = (
  loaded: readonly LoadedIndicator[],
  stage: StoredValue['stage'],
): readonly ComputableIndicator[] => {
  const known = new Set(loaded.map(({ indicator }) => indicator.indicatorKey));
  const hidden = new Set(
    loaded.flatMap(({ indicator }) => indicator.computed?.operands ?? []).filter((key) => !known.has(key)),
  );
  return [
    ...loaded.map(
      (one): ComputableIndicator => ({
        indicatorKey: one.indicator.indicatorKey,
        name: one.indicator.name,
        unit: one.indicator.unit,
        decimals: one.indicator.decimals,
        rule: one.indicator.computed,
        values:
          one.indicator.computed === null
            ? figuresOf(one, stage).map((value) => inUnitOfNow(value, one.indicator.unitChanges))
            : [],
      }),
    ),
    ...[...hidden].map(
      (indicatorKey): ComputableIndicator => ({
        indicatorKey,
        name: hiddenNames.ja,
        unit: '',
        decimals: 0,
        rule: null,
        values: [],
      }),
    ),
  ];
};

/** Names of hidden operands in the language of the reader. */
const inLanguage = (all: ComputedIndicators, language: Language): ComputedIndicators =>
  new Map(
    [...all].map(([key, series]) => [
      key,
      series.indicator.name === hiddenNames.ja
        ? { ...series, indicator: { ...series.indicator, name: hiddenNames[language] } }
        : series,
    ]),
  );

const figureIn = (
  all: ComputedIndicators,
  indicatorKey: string,
  stage: StoredValue['stage'],
): readonly (ComputedFigure & { readonly figure: JudgeableValue })[] =>
  [...(all.get(indicatorKey)?.years.values() ?? [])].map((year) => ({
    stage,
    fiscalYear: year.fiscalYear,
    value: year.value,
    lacking: year.lacking,
    figure: asValue(year),
    arithmetic: (language) =>
      explainComputed(inLanguage(all, language), indicatorKey, year.fiscalYear, language).map(
        ({ text }) => text,
      ),
  }));

const compute = (
  loaded: readonly LoadedIndicator[],
  stage: StoredValue['stage'],
): ComputedIndicators | null => {
  const computed = computeIndicators(computables(loaded, stage));
  // Rules that cannot be computed are refused where they are written; should one stand here, it has no figures.
  return computed.ok ? computed.value : null;
};

/** When the newest of the figures beneath was written: a computed figure is as new as they are. */
const writtenAt = (
  indicatorKey: string,
  fiscalYear: number,
  all: ReadonlyMap<string, LoadedIndicator>,
): string | undefined => {
  const beneath = new Set([indicatorKey]);
  // A set may grow while it is walked.
  for (const key of beneath)
    for (const operand of all.get(key)?.indicator.computed?.operands ?? []) beneath.add(operand);
  return [...beneath]
    .flatMap((key) => all.get(key)?.values ?? [])
    .filter((value) => value.fiscalYear === fiscalYear && value.series === 'actual')
    .reduce<string | undefined>(
      (newest, { updatedAt }) => (newest === undefined || updatedAt > newest ? updatedAt : newest),
      undefined,
    );
};

const placeOf = ({ series, fiscalYear, breakdown, stage }: StoredValue): string =>
  JSON.stringify([series, fiscalYear, breakdown, stage]);

/**
 * 計算する指標 with the figures computed of their operands' figures of the same year; others unchanged. `all`: every
 * indicator they are made of, as the reader may see it. What citizens see is computed of published figures alone; where
 * drafts of operands make a difference, staff find the result beside it as a draft.
 */
export const withComputedFigures = (
  wanted: readonly LoadedIndicator[],
  all: readonly LoadedIndicator[],
): readonly ReadIndicator[] => {
  if (wanted.every(({ indicator }) => indicator.computed === null))
    return wanted.map((one) => ({ ...one, computedFigures: [] }));
  const byKey = new Map(all.map((each) => [each.indicator.indicatorKey, each]));
  const published = compute(all, 'published');
  const hasDrafts = all.some(
    ({ values, publishedAt }) => publishedAt === null || values.some(({ stage }) => stage === 'draft'),
  );
  const drafts = hasDrafts ? compute(all, 'draft') : null;
  return wanted.map((one): ReadIndicator => {
    const { indicatorKey, computed } = one.indicator;
    if (computed === null) return { ...one, computedFigures: [] };
    const now = published === null ? [] : figureIn(published, indicatorKey, 'published');
    const then = (drafts === null ? [] : figureIn(drafts, indicatorKey, 'draft')).filter(({ figure }) => {
      const before = now.find(({ fiscalYear }) => fiscalYear === figure.fiscalYear);
      return JSON.stringify(before?.figure) !== JSON.stringify(figure);
    });
    const figures = [...now, ...then];
    const values = figures.flatMap(({ stage, figure }): readonly StoredValue[] =>
      figure.value === null && figure.missing === null
        ? []
        : [
            {
              ...figure,
              series: 'actual',
              breakdown: '',
              stage,
              source: null,
              note: '',
              version: 0,
              updatedAt: writtenAt(indicatorKey, figure.fiscalYear, byKey) ?? one.updatedAt,
            },
          ],
    );
    return {
      ...one,
      values: [...values, ...one.values.filter(({ series }) => series !== 'actual')].toSorted((a, b) =>
        placeOf(a) < placeOf(b) ? -1 : 1,
      ),
      computedFigures: figures.map(({ figure: _, ...shown }) => shown),
    };
  });
};
