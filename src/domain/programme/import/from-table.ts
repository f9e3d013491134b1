import { parseFiscalYear } from '../../kernel/fiscal-year.ts';
import { errorAt, type Problem } from '../../kernel/problem.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { BudgetCode, MeasureKind } from '../programme.ts';
import type { ColumnField, MeasurePart } from './column-names.data.ts';
import type {
  GivenFields,
  GivenMeasure,
  GivenProgramme,
  GivenProgrammes,
  GivenYear,
} from './given-programme.ts';
import { type ColumnMapping, type PlacedColumn, readColumns } from './read-columns.ts';
import {
  isNotStated,
  plainText,
  readAmount,
  readFigure,
  readNumber,
  readObligation,
  statedText,
} from './read-figure.ts';
import { readStatedUnit } from './stated-unit.ts';

/** A table as a spreadsheet has it; `line` as it numbers it, the header being 1. */
export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

/** One line while it is read: its cells by what they are for, and what was wrong with them. */
interface Line {
  readonly cell: (field: ColumnField) => string | undefined;
  readonly amount: (field: ColumnField) => number | null | undefined;
  readonly year: (field: ColumnField) => number | null | undefined;
  readonly wrong: (code: string, field: ColumnField, params?: Problem['params']) => void;
}

/** What a spreadsheet would run got an apostrophe when it was written; it goes again. */
const unguarded = (cell: string): string => cell.replace(/^'(?=\s*[=+\-@＝＋－＠])/u, '');

/** Leftovers of a copy from PDF, and NUL, which cannot be stored. Tab and line ends stay. */
const forbidden = /(?![\t\n\r])\p{Cc}/u;

const splitList = (text: string): readonly string[] =>
  text
    .split(/[;；]/u)
    .map((each) => each.trim())
    .filter((each) => each !== '');

const defined = <T extends object>(values: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]?: Exclude<T[Key], undefined>;
  };

const amountOf = (line: Line, which: 'budget' | 'settled') => {
  const totalThousandYen = line.amount(which);
  const parts = (['National', 'Prefecture', 'Bond', 'Other', 'General'] as const).map((part) =>
    line.amount(`${which}${part}`),
  );
  const [national, prefecture, bond, other, general] = parts.map((part) => part ?? 0);
  // A source with an empty cell beside stated ones is nought: so towns write it.
  const stated = parts.some((part) => part !== null && part !== undefined);
  const known = parts.every((part) => part === undefined)
    ? undefined
    : stated
      ? {
          national: national ?? 0,
          prefecture: prefecture ?? 0,
          bond: bond ?? 0,
          other: other ?? 0,
          general: general ?? 0,
        }
      : null;
  if (totalThousandYen === undefined && known === undefined) return undefined;
  return defined({ totalThousandYen, funding: known });
};

const codesOf = (line: Line): readonly BudgetCode[] | undefined => {
  const list = line.cell('budgetCodes');
  if (list !== undefined)
    return splitList(list).map((text) => {
      const [account = '', kan = '', kou = '', moku = '', jigyou = ''] = text
        .split('/')
        .map((part) => part.trim());
      return { account, kan, kou, moku, jigyou };
    });
  const parts = (['account', 'kan', 'kou', 'moku', 'jigyou'] as const).map((part) => line.cell(part));
  if (parts.every((part) => part === undefined)) return undefined;
  const [account = '', kan = '', kou = '', moku = '', jigyou = ''] = parts.map((part) =>
    statedText(part ?? ''),
  );
  const code = { account, kan, kou, moku, jigyou };
  return Object.values(code).some((part) => part !== '') ? [code] : [];
};

const personnelOf = (line: Line): GivenYear['personnelIncluded'] => {
  const text = line.cell('personnelIncluded');
  if (text === undefined) return undefined;
  if (['含む', 'はい', '込み', 'yes'].includes(text)) return 'yes';
  if (['含まない', 'いいえ', '別', 'no'].includes(text)) return 'no';
  if (!isNotStated(text) && !['不明', 'unknown'].includes(text))
    line.wrong('programme-personnel-unknown', 'personnelIncluded', { text: text.slice(0, 40) });
  return 'unknown';
};

const hoursOf = (line: Line): string | null | undefined => {
  const text = line.cell('staffHours');
  if (text === undefined || isNotStated(text)) return text === undefined ? undefined : null;
  const number = readNumber(text);
  if (number === null) line.wrong('programme-hours-wrong', 'staffHours');
  return number;
};

const yearRecord = (line: Line, fiscalYear: number): GivenYear => {
  const direction = line.cell('direction');
  return {
    fiscalYear,
    ...defined({
      budget: amountOf(line, 'budget'),
      settled: amountOf(line, 'settled'),
      budgetCodes: codesOf(line),
      staffHours: hoursOf(line),
      personnelIncluded: personnelOf(line),
      note: line.cell('yearNote'),
      statedDirection: direction === undefined || isNotStated(direction) ? undefined : direction,
    }),
  };
};

const fieldsOf = (line: Line): GivenFields => {
  const obligationText = line.cell('legalObligation');
  const obligation = obligationText === undefined ? undefined : readObligation(obligationText);
  if (obligation === null)
    line.wrong('programme-obligation-unknown', 'legalObligation', {
      text: (obligationText ?? '').slice(0, 40),
    });
  const text = (field: ColumnField): string | undefined => {
    const cell = line.cell(field);
    return cell === undefined ? undefined : statedText(cell);
  };
  const expenseClass = text('expenseClass');
  return defined({
    legalObligation: obligation ?? undefined,
    legalBasis: text('legalBasis'),
    targetGroup: text('targetGroup'),
    means: text('means'),
    intent: text('intent'),
    statedPlace: text('statedPlace'),
    expenseClass: expenseClass === '' ? null : expenseClass,
    startFiscalYear: line.year('startFiscalYear'),
    endFiscalYear: line.year('endFiscalYear'),
    note: text('note'),
  });
};

const measuresOf = (
  columns: readonly PlacedColumn[],
  cells: readonly string[],
  fiscalYear: number,
  wrong: (code: string, heading: string, params?: Problem['params']) => void,
): readonly GivenMeasure[] | undefined => {
  const slots = new Map<
    string,
    { kind: MeasureKind; nth: number; cells: Map<MeasurePart, [string, string]> }
  >();
  for (const { at, heading, column } of columns) {
    if (column.is !== 'measure') continue;
    const id = `${column.kind} ${column.nth}`;
    const slot = slots.get(id) ?? { kind: column.kind, nth: column.nth, cells: new Map() };
    slot.cells.set(column.part, [heading, unguarded(cells[at] ?? '')]);
    slots.set(id, slot);
  }
  if (slots.size === 0) return undefined;
  const ordered = [...slots.values()].sort((a, b) =>
    a.kind === b.kind ? a.nth - b.nth : a.kind === 'output' ? -1 : 1,
  );
  return ordered.flatMap(({ kind, cells: slot }): readonly GivenMeasure[] => {
    const name = slot.get('name')?.[1] ?? '';
    if (isNotStated(name)) {
      const left = [...slot.values()].find(([, text]) => !isNotStated(text));
      if (left !== undefined) wrong('measure-without-name', left[0], { text: left[1].slice(0, 40) });
      return [];
    }
    const [targetHeading, targetText] = slot.get('target') ?? [];
    const actualText = slot.get('actual')?.[1];
    const target = targetText === undefined || isNotStated(targetText) ? null : readNumber(targetText);
    if (targetText !== undefined && target === null && !isNotStated(targetText))
      wrong('measure-number-wrong', targetHeading ?? '', { text: targetText.slice(0, 40) });
    const indicatorKey = slot.get('indicatorKey')?.[1];
    return [
      {
        kind,
        name: name.trim(),
        unit: statedText(slot.get('unit')?.[1] ?? ''),
        ...(indicatorKey === undefined ? {} : { indicatorKey: statedText(indicatorKey) || null }),
        years: [
          {
            fiscalYear,
            ...(targetText === undefined ? {} : { target }),
            ...(actualText === undefined ? {} : { figure: readFigure(actualText) }),
          },
        ],
      },
    ];
  });
};

const planItemsOf = (line: Line): GivenProgramme['planItems'] => {
  const text = line.cell('planItems');
  if (text === undefined) return undefined;
  return splitList(text).flatMap((each) => {
    const [planKey = '', itemKey = ''] = each.split('/');
    if (planKey === '' || itemKey === '')
      line.wrong('programme-plan-item-form', 'planItems', { text: each.slice(0, 60) });
    return planKey === '' || itemKey === '' ? [] : [{ planKey, itemKey }];
  });
};

/** Rows of a table → what they say, or everything that is wrong, each by row and column. `fiscalYear` null: a column must say it. */
export const fromTable = (
  table: Table,
  mapping: ColumnMapping,
  fiscalYear: number | null,
): Result<GivenProgrammes, readonly Problem[]> => {
  const read = readColumns(table.header, mapping);
  if (!read.ok) return read;
  const { columns, warnings } = read.value;
  const placed = new Map(
    columns.flatMap((each) => (each.column.is === 'field' ? [[each.column.field, each] as const] : [])),
  );
  if (fiscalYear === null && !placed.has('fiscalYear'))
    return refuse([errorAt('programme-year-missing', ['1行目', '年度'])]);
  if (table.rows.length === 0) return refuse([errorAt('sheet-rows-none', ['file'])]);
  const problems: Problem[] = [];
  const programmes = table.rows.map(({ line: number, cells }): GivenProgramme => {
    const place = [`${number}行目`];
    const wrongAt = (code: string, heading: string, params?: Problem['params']): void => {
      problems.push(errorAt(code, [...place, heading], params));
    };
    const beyond = cells.find((text, at) => text !== '' && (table.header[at] ?? '') === '');
    if (beyond !== undefined)
      problems.push(errorAt('sheet-cells-beyond', place, { text: beyond.slice(0, 40) }));
    for (const { at, heading } of columns) {
      const found = forbidden.exec(cells[at] ?? '');
      if (found !== null) wrongAt('text-control-character', heading, { place: found.index + 1 });
    }
    const cell = (field: ColumnField): string | undefined => {
      const at = placed.get(field)?.at;
      return at === undefined ? undefined : unguarded(cells[at] ?? '').trim();
    };
    const wrong: Line['wrong'] = (code, field, params) =>
      wrongAt(code, placed.get(field)?.heading ?? field, params);
    const line: Line = {
      cell,
      wrong,
      amount: (field) => {
        const [text, column] = [cell(field), placed.get(field)?.column];
        if (text === undefined || column?.is !== 'field') return undefined;
        const amount = readAmount(text, column.unit);
        if (amount.ok) return amount.value;
        wrong(amount.error, field, { text: text.slice(0, 40) });
        return null;
      },
      year: (field) => {
        const text = cell(field);
        if (text === undefined || isNotStated(text)) return text === undefined ? undefined : null;
        const year = parseFiscalYear(text);
        if (year.ok) return year.value;
        wrong(year.error.code, field, year.error.params);
        return null;
      },
    };
    const stated = line.year('fiscalYear') ?? null;
    if (stated === null && fiscalYear === null) wrong('programme-year-missing', 'fiscalYear');
    if (stated !== null && fiscalYear !== null && stated !== fiscalYear)
      wrong('programme-year-differs', 'fiscalYear', { stated, given: fiscalYear });
    const year = stated ?? fiscalYear ?? 0;
    const [key, type, unitKey] = [cell('key'), cell('type'), cell('unitKey')];
    const hasUnit = placed.has('department') || placed.has('bureau');
    const unitHeading = (
      unitKey === undefined || unitKey === ''
        ? (placed.get('department') ?? placed.get('bureau'))
        : placed.get('unitKey')
    )?.heading;
    const name = cell('name') ?? '';
    if (isNotStated(name)) wrong('programme-name-missing', 'name');
    return {
      place,
      number: statedText(cell('number') ?? ''),
      name,
      fields: fieldsOf(line),
      ...(key === undefined || key === '' ? {} : { key }),
      ...(type === undefined ? {} : { type: plainText(type) === '' || isNotStated(type) ? null : type }),
      ...(unitKey === undefined || unitKey === '' ? {} : { unitKey }),
      ...(unitHeading === undefined ? {} : { unitHeading }),
      ...(hasUnit ? { unit: readStatedUnit(cell('bureau') ?? '', cell('department') ?? '') } : {}),
      years: [yearRecord(line, year)],
      ...defined({ measures: measuresOf(columns, cells, year, wrongAt), planItems: planItemsOf(line) }),
    };
  });
  return problems.length === 0 ? ok({ programmes, warnings }) : refuse(problems);
};
