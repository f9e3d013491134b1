import { z } from 'zod';

/** The API writes one thing as itself and several as a list. */
const oneOrMany = <S extends z.ZodType>(schema: S) =>
  z
    .union([z.array(schema), schema])
    .transform((value): readonly z.output<S>[] =>
      Array.isArray(value) ? (value as readonly z.output<S>[]) : [value as z.output<S>],
    );

/** Text, or text beside attributes: { "@code": "00200", "$": "総務省" }. */
const words = z
  .union([z.string(), z.number(), z.looseObject({ $: z.union([z.string(), z.number()]).default('') })])
  .transform((value) => String(typeof value === 'object' ? value.$ : value));

const coded = z.looseObject({ '@code': z.coerce.string().default(''), $: z.coerce.string().default('') });

const classEntry = z.looseObject({
  '@code': z.string(),
  '@name': z.string(),
});

const classObject = z.looseObject({
  '@id': z.string(),
  '@name': z.string(),
  CLASS: oneOrMany(classEntry).default([]),
});

const tableFacts = z.looseObject({
  '@id': z.string().default(''),
  STAT_NAME: coded.prefault({}),
  GOV_ORG: words.default(''),
  STATISTICS_NAME: words.default(''),
  TITLE: words.default(''),
  SURVEY_DATE: words.default(''),
  OPEN_DATE: words.default(''),
});

const note = z.looseObject({ '@char': z.string(), $: z.coerce.string().default('') });

const statistics = z.looseObject({
  RESULT_INF: z
    .looseObject({
      TOTAL_NUMBER: z.coerce.number().default(0),
      NEXT_KEY: z.coerce.number().exactOptional(),
    })
    .prefault({}),
  TABLE_INF: tableFacts.exactOptional(),
  CLASS_INF: z.looseObject({ CLASS_OBJ: oneOrMany(classObject).default([]) }).exactOptional(),
  DATA_INF: z
    .looseObject({
      NOTE: oneOrMany(note).default([]),
      /** {"@tab":"2020_01","@cat01":"0","@area":"20215","@time":"2020000000","@unit":"人","$":"67241"} */
      VALUE: oneOrMany(z.record(z.string(), z.union([z.string(), z.number()]).transform(String))).default([]),
    })
    .prefault({}),
});

/** 統計データ取得（getStatsData）の答え. Source: API仕様3.0版 4.1 全API共通、4.4 統計データ取得. */
export const estatAnswer = z.looseObject({
  GET_STATS_DATA: z.looseObject({
    RESULT: z.looseObject({
      /** 0–2: answered; 100 and above: an error */
      STATUS: z.coerce.number(),
      ERROR_MSG: z.coerce.string().default(''),
    }),
    STATISTICAL_DATA: statistics.exactOptional(),
  }),
});

export type EstatStatistics = z.output<typeof statistics>;
export type EstatResult = z.output<typeof estatAnswer>['GET_STATS_DATA'];
