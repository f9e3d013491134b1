import { parseFiscalYear } from '../../kernel/fiscal-year.ts';
import { errorAt, type Problem } from '../../kernel/problem.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { Source } from '../../kernel/source.ts';
import type { MeasureKind, ProgrammeYear } from '../programme.ts';
import type { GivenProgramme, GivenProgrammes } from './given-programme.ts';
import { isNotStated, readFigure, readObligation, statedText } from './read-figure.ts';
import { readStatedUnit } from './stated-unit.ts';

/** 公表資料からの抽出一覧: one town's programmes of one settled year, taken from its documents by somebody else. */
export interface ExtractedProgrammes {
  readonly source: string;
  readonly provenance?: string | undefined;
  readonly municipality_page?: string | undefined;
  readonly pdf?: string | undefined;
  readonly amount_basis: string;
  readonly personnel_cost?: string | undefined;
  readonly programmes: readonly {
    readonly no: string;
    readonly name: string;
    readonly bureau: string;
    readonly dept: string;
    readonly node: string;
    readonly settled_thousand_yen: number | null;
    readonly direction_normalised_by_tool: string;
    readonly legal_tag_by_tool: string;
    readonly pdf_page?: number | null | undefined;
    readonly indicators: readonly {
      readonly kind: MeasureKind;
      readonly name: string;
      readonly unit: string;
      readonly actual: string | null;
    }[];
  }[];
}

/** "R6決算(千円)": which year the amounts are of. */
const yearOf = (basis: string): number | null => {
  const stated = /^(R\d+|H\d+|令和\d+|平成\d+|\d{4})/u.exec(basis.normalize('NFKC').trim())?.[1];
  const year = stated === undefined ? null : parseFiscalYear(stated);
  return year?.ok ? year.value : null;
};

const personnel = (stated: string | undefined): ProgrammeYear['personnelIncluded'] => {
  if (stated === '含む') return 'yes';
  return stated === '含まない' || stated === '含まず' ? 'no' : 'unknown';
};

const sourceOf = (file: ExtractedProgrammes, page: number | null | undefined): Source => {
  const url = [file.pdf, file.municipality_page].find((each) => each !== undefined && each !== '');
  return {
    document: file.source,
    ...(page == null ? {} : { place: `${page}ページ` }),
    ...(url === undefined ? {} : { url }),
  };
};

/** `fiscalYear`: as the person says; null: as the file says it. */
export const fromExtract = (
  file: ExtractedProgrammes,
  fiscalYear: number | null,
): Result<GivenProgrammes, readonly Problem[]> => {
  const stated = yearOf(file.amount_basis);
  const year = fiscalYear ?? stated;
  if (year === null) return refuse([errorAt('programme-year-missing', ['amount_basis'])]);
  if (stated !== null && stated !== year)
    return refuse([errorAt('programme-year-differs', ['amount_basis'], { stated, given: year })]);
  const problems: Problem[] = [];
  const programmes = file.programmes.map((each, index): GivenProgramme => {
    const place = ['programmes', index] as const;
    const unit = readStatedUnit(each.bureau, each.dept);
    const obligation = readObligation(each.legal_tag_by_tool);
    if (obligation === null)
      problems.push(
        errorAt('programme-obligation-unknown', [...place, 'legal_tag_by_tool'], {
          text: each.legal_tag_by_tool.slice(0, 40),
        }),
      );
    const direction = each.direction_normalised_by_tool;
    return {
      place,
      number: statedText(each.no),
      name: each.name.trim(),
      fields: {
        statedPlace: statedText(each.node),
        legalObligation: obligation ?? 'unknown',
        source: sourceOf(file, each.pdf_page),
        ...(unit === null || unit.others === '' ? {} : { note: `担当にはほかに ${unit.others}` }),
      },
      unit,
      years: [
        {
          fiscalYear: year,
          settled: { totalThousandYen: each.settled_thousand_yen },
          personnelIncluded: personnel(file.personnel_cost),
          source: sourceOf(file, each.pdf_page),
          ...(isNotStated(direction) ? {} : { statedDirection: direction.trim() }),
        },
      ],
      measures: each.indicators.map(({ kind, name, unit: measureUnit, actual }) => ({
        kind,
        name: name.trim(),
        unit: statedText(measureUnit),
        years: [{ fiscalYear: year, figure: readFigure(actual ?? '') }],
      })),
    };
  });
  return problems.length === 0 ? ok({ programmes, warnings: [] }) : refuse(problems);
};
