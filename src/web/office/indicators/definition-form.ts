import type { IndicatorEdit } from '../../../app/indicator/save-indicator.ts';
import type { LoadedIndicator } from '../../../db/read-indicator.ts';
import { parseFigure } from '../../../domain/indicator/parse-figure.ts';
import { formatFiscalYear, parseFiscalYear } from '../../../domain/kernel/fiscal-year.ts';
import { errorAt, type Problem, placed } from '../../../domain/kernel/problem.ts';
import { ok, type Result } from '../../../domain/kernel/result.ts';
import type { Form } from '../../middleware/form.ts';
import type { Entries } from '../forms/entries.ts';
import { readSource, sourceEntries } from '../plans/item-form.ts';
import { moreEntries, moreFieldName, moreTexts, readBaselineBehaviour, readMore } from './definition-more.ts';
import { directions, indicatorKinds, timeBehaviours } from './indicator-words.data.ts';

export const definitionEntries = ({ indicator, baseline }: LoadedIndicator): Entries => [
  ['name', indicator.name],
  ['unit', indicator.unit],
  ['decimals', String(indicator.decimals)],
  ['direction', indicator.direction],
  ['kind', indicator.kind],
  ['subjective', indicator.subjective ? 'yes' : ''],
  ['timeBehaviour', indicator.timeBehaviour],
  ['definition', indicator.definition],
  ['formulaText', indicator.formulaText],
  ['frequency', indicator.frequency],
  ['unitKey', indicator.unitKey ?? ''],
  ['baselineYear', baseline === null ? '' : formatFiscalYear(baseline.fiscalYear, 'wareki')],
  ['baselineValue', baseline?.value ?? ''],
  ['baselineBehaviour', baseline?.behaviour ?? ''],
  ['baselineNote', baseline?.note ?? ''],
  ['baselineDocument', baseline?.source?.document ?? ''],
  ...sourceEntries(indicator.source),
  ...moreEntries(indicator),
];

export const definitionFieldNames: Readonly<Record<string, string>> = {
  name: '名前',
  unit: '単位',
  decimals: '小数の桁数',
  direction: '向き',
  kind: '種類',
  subjective: '主観の別',
  timeBehaviour: '値の性質',
  definition: '定義',
  formulaText: '算式',
  frequency: '測る頻度',
  unitKey: '担当の組織',
  baseline: '基準値',
  source: '出典',
  targetBasis: '目標の性質',
  range: '望ましい範囲',
  path: '目標までの道筋',
  unitChanges: '単位の変更',
  computed: '計算',
  availableAfterMonths: '値が分かるまでの月数',
  commonKey: '共通指標のキー',
};

/** Names of the form's fields that a part of the definition has beside its own. */
const partsOf: Readonly<Record<string, readonly string[]>> = { path: ['points'], computed: ['operands'] };

/** Whether a field of the form belongs to a part of the definition. */
export const belongsTo = (name: string, field: string): boolean =>
  name === field ||
  [field, ...(partsOf[field] ?? [])].some((part) => name.startsWith(`${part}.`)) ||
  (field === 'baseline' && name.startsWith('baseline'));

/** Field of the form for a refusal's place, as the check or the reading of the form gives it. */
export const definitionFieldOf = (path: Problem['path']): string | null => {
  const inside = path[0] === 'indicators' ? path.slice(2) : path;
  if (inside[0] === 'baseline') return 'baselineYear';
  const found = moreFieldName(inside);
  if (found !== null) return found;
  const last = inside.at(-1);
  return typeof last === 'string' ? last : null;
};

const choose = <Value extends string>(
  form: Form,
  name: string,
  choices: readonly { readonly value: Value }[],
  problems: Problem[],
): Value | undefined => {
  const found = choices.find(({ value }) => value === form.text(name))?.value;
  if (found === undefined)
    problems.push(errorAt('unknown-choice', [name], { text: form.text(name).slice(0, 40) }));
  return found;
};

const readBaseline = (
  form: Form,
  before: LoadedIndicator['baseline'],
  problems: Problem[],
): IndicatorEdit['baseline'] => {
  const [yearText, valueText] = [form.text('baselineYear').trim(), form.text('baselineValue').trim()];
  if (yearText === '' && valueText === '') return null;
  const behaviour = readBaselineBehaviour(form, problems);
  const year = parseFiscalYear(yearText);
  const value = parseFigure(valueText, ['baselineValue']);
  if (!year.ok) problems.push(placed(['baselineYear'], year.error));
  if (!value.ok) problems.push(value.error);
  if (!year.ok || !value.ok) return null;
  const document = form.text('baselineDocument').trim();
  const { document: _, ...rest } = before?.source ?? { document: '' };
  return {
    fiscalYear: year.value,
    value: value.value,
    behaviour,
    note: form.text('baselineNote').trim(),
    source: document === '' ? null : { ...rest, document },
  };
};

export const readDefinition = (
  form: Form,
  before: LoadedIndicator | null,
): Result<IndicatorEdit, readonly Problem[]> => {
  const problems: Problem[] = [];
  const direction = choose(form, 'direction', directions, problems);
  const kind = choose(form, 'kind', indicatorKinds, problems);
  const timeBehaviour = choose(form, 'timeBehaviour', timeBehaviours, problems);
  const decimals = Number(form.text('decimals').normalize('NFKC').trim() || '0');
  if (!Number.isInteger(decimals) || decimals < 0 || decimals > 10)
    problems.push(errorAt('decimals-range', ['decimals'], { text: form.text('decimals').slice(0, 40) }));
  const baseline = readBaseline(form, before?.baseline ?? null, problems);
  const source = readSource(form, problems);
  const more = readMore(form, problems);
  if (problems.length > 0 || direction === undefined || kind === undefined || timeBehaviour === undefined)
    return { ok: false, error: problems };
  const unitKey = form.text('unitKey');
  return ok({
    definition: {
      name: form.text('name').trim(),
      unit: form.text('unit').trim(),
      direction,
      kind,
      subjective: form.text('subjective') === 'yes',
      timeBehaviour,
      definition: form.text('definition').trim(),
      formulaText: form.text('formulaText').trim(),
      source,
      ...more,
      frequency: form.text('frequency').trim(),
      decimals,
      unitKey: unitKey === '' ? null : unitKey,
    },
    baseline,
  });
};

/** What a definition says, field by field, for telling two versions apart. */
export const definitionTexts = (
  { definition, baseline }: IndicatorEdit,
  nameOf: (key: string) => string,
): Readonly<Record<string, string>> => ({
  name: definition.name,
  unit: definition.unit,
  decimals: String(definition.decimals),
  direction: directions.find(({ value }) => value === definition.direction)?.label ?? '',
  kind: indicatorKinds.find(({ value }) => value === definition.kind)?.label ?? '',
  subjective: definition.subjective ? '主観' : '客観',
  timeBehaviour: timeBehaviours.find(({ value }) => value === definition.timeBehaviour)?.label ?? '',
  definition: definition.definition,
  formulaText: definition.formulaText,
  frequency: definition.frequency,
  unitKey: definition.unitKey ?? '',
  baseline:
    baseline === null
      ? ''
      : [
          formatFiscalYear(baseline.fiscalYear, 'wareki'),
          baseline.value ?? '',
          timeBehaviours.find(({ value }) => value === baseline.behaviour)?.label ?? '',
          baseline.note,
          baseline.source?.document ?? '',
        ]
          .filter((part) => part !== '')
          .join(' '),
  source: definition.source === null ? '' : Object.values(definition.source).join(' '),
  ...moreTexts(definition, nameOf),
});
