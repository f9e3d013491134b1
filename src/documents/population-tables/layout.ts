import type { SheetColumns } from './columns.ts';
import type { SeriesSuggestion } from './recognised.ts';

/** What tells the published layouts apart. */
export interface LayoutSigns {
  readonly columns: SheetColumns;
  readonly sheetsAreTowns: boolean;
  readonly titles: readonly string[];
  /** Headings of the code columns, as written */
  readonly codeHeading: string;
  readonly firstYear: number | null;
}

interface Layout extends SeriesSuggestion {
  readonly layout: string;
  /** IPSS rounds every figure for itself. */
  readonly isIpss: boolean;
}

const register = {
  kind: 'register',
  name: '住民基本台帳人口',
  baseYear: null,
  isIpss: false,
} as const;

const ipssYear = (titles: readonly string[], firstYear: number | null): string =>
  titles.some((title) => /令和5|2023/u.test(title)) || firstYear === 2020
    ? '令和5年推計'
    : titles.some((title) => /平成30|2018/u.test(title)) || firstYear === 2015
      ? '平成30年推計'
      : '将来推計人口';

/** 様式の名前と、系列の候補. What the person who imports writes wins over it. */
export const layoutOf = ({
  columns,
  sheetsAreTowns,
  titles,
  codeHeading,
  firstYear,
}: LayoutSigns): Layout => {
  const { rowColumns, ageColumns, figures } = columns;
  const has = (name: Parameters<typeof rowColumns.get>[0]): boolean => rowColumns.has(name);
  const isIpss =
    has('town-kind') ||
    sheetsAreTowns ||
    titles.some((title) => /地域別将来推計人口|社会保障・人口問題研究所/u.test(title));
  if (isIpss) {
    const years = figures.some(({ year }) => year !== null);
    return {
      kind: 'projection',
      name: `社人研 ${ipssYear(titles, firstYear)}`,
      publisher: '国立社会保障・人口問題研究所',
      baseYear: firstYear,
      isIpss,
      layout: sheetsAreTowns
        ? '社人研の将来推計人口（市区町村ごとのシート）'
        : years
          ? '社人研の将来推計人口（結果表、年を列に並べた表）'
          : '社人研の将来推計人口（全市区町村の一覧）',
    };
  }
  if (has('area-level'))
    return {
      kind: 'census',
      name: '国勢調査 小地域集計',
      publisher: '総務省統計局',
      baseYear: null,
      isIpss,
      layout: '国勢調査の小地域集計（町丁・字等）',
    };
  if (codeHeading === '団体コード' && has('sex'))
    return { ...register, publisher: '総務省', layout: '住民基本台帳年齢階級別人口（総務省）' };
  if (has('area-name') && figures.some(({ age }) => age !== null)) {
    const layout =
      codeHeading === '全国地方公共団体コード'
        ? '地域・年齢別人口（自治体標準オープンデータセット）'
        : codeHeading === ''
          ? '地域・年齢別人口（団体コードのない表）'
          : '地域・年齢別人口（推奨データセット）';
    return { ...register, publisher: '', layout };
  }
  const layout =
    ageColumns.length === 0
      ? '年齢を列に並べた表'
      : has('sex')
        ? '年・性別・年齢を行に並べた表'
        : '年齢を行に並べた表';
  return { kind: 'register', name: '', publisher: '', baseYear: null, isIpss, layout };
};
