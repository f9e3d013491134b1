/** Answers made after API仕様3.0版 (4.1, 4.4): one class or value as itself, several as a list. */
type Class = readonly [code: string, name: string];

export interface Dimension {
  readonly id: string;
  readonly name: string;
  readonly classes: readonly Class[];
}

export interface MadeTable {
  readonly id?: string;
  readonly statCode?: string;
  readonly statName?: string;
  readonly title?: string;
  readonly surveyDate?: number | string;
  readonly dimensions: readonly Dimension[];
  readonly notes?: Readonly<Record<string, string>>;
  /** By codes in the order of the dimensions; null: no such value */
  readonly value: (codes: readonly string[], names: readonly string[]) => string | null;
  readonly unit?: string;
}

const itself = <T>(many: readonly T[]): T | readonly T[] => (many.length === 1 && many[0] ? many[0] : many);

const combinations = (dimensions: readonly Dimension[]): readonly (readonly Class[])[] =>
  dimensions.reduce<readonly (readonly Class[])[]>(
    (made, { classes }) => made.flatMap((row) => classes.map((entry) => [...row, entry])),
    [[]],
  );

export const valuesOf = (table: MadeTable): readonly Readonly<Record<string, string>>[] =>
  combinations(table.dimensions).flatMap((row) => {
    const value = table.value(
      row.map(([code]) => code),
      row.map(([, name]) => name),
    );
    if (value === null) return [];
    const codes = table.dimensions.map(({ id }, at) => [`@${id}`, row[at]?.[0] ?? ''] as const);
    return [{ ...Object.fromEntries(codes), '@unit': table.unit ?? '人', $: value }];
  });

/** The answer from value `start` on, `limit` of them. */
export const answerOf = (table: MadeTable, start = 1, limit = 100_000) => {
  const all = valuesOf(table);
  const page = all.slice(start - 1, start - 1 + limit);
  const last = start - 1 + page.length;
  return {
    GET_STATS_DATA: {
      RESULT: { STATUS: 0, ERROR_MSG: '正常に終了しました。', DATE: '2026-11-21T12:00:00.000+09:00' },
      PARAMETER: { LANG: 'J', DATA_FORMAT: 'J', START_POSITION: start, METAGET_FLG: 'Y' },
      STATISTICAL_DATA: {
        RESULT_INF: {
          TOTAL_NUMBER: all.length,
          FROM_NUMBER: start,
          TO_NUMBER: last,
          ...(last < all.length ? { NEXT_KEY: last + 1 } : {}),
        },
        TABLE_INF: {
          '@id': table.id ?? '0003445162',
          STAT_NAME: { '@code': table.statCode ?? '00200521', $: table.statName ?? '国勢調査' },
          GOV_ORG: { '@code': '00200', $: '総務省' },
          STATISTICS_NAME: '令和２年国勢調査　人口等基本集計',
          TITLE: { '@no': '2-7-1', $: table.title ?? '男女，年齢（5歳階級），国籍総数か日本人別人口' },
          CYCLE: '-',
          SURVEY_DATE: table.surveyDate ?? 202010,
          OPEN_DATE: '2021-11-30',
          SMALL_AREA: 0,
        },
        CLASS_INF: {
          CLASS_OBJ: itself(
            table.dimensions.map(({ id, name, classes }) => ({
              '@id': id,
              '@name': name,
              CLASS: itself(
                classes.map(([code, label]) => ({ '@code': code, '@name': label, '@level': '1' })),
              ),
            })),
          ),
        },
        DATA_INF: {
          ...(table.notes === undefined
            ? {}
            : { NOTE: itself(Object.entries(table.notes).map(([char, $]) => ({ '@char': char, $ }))) }),
          VALUE: itself(page),
        },
      },
    },
  };
};

export const failureOf = (STATUS: number, ERROR_MSG: string) => ({
  GET_STATS_DATA: { RESULT: { STATUS, ERROR_MSG, DATE: '2026-11-21T12:00:00.000+09:00' }, PARAMETER: {} },
});
