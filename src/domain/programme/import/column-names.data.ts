/** A column of the table of programmes: its heading, and what else towns call it (NFKC, without blanks and brackets). */
export interface ColumnName {
  readonly heading: string;
  readonly also: readonly string[];
}

/** One value a programme or a year. Amounts are in thousand yen unless the heading names another unit in brackets. */
export const columnNames = {
  key: { heading: '事業キー', also: [] },
  number: {
    heading: '事業番号',
    also: ['番号', '整理番号', '事業コード', '事務事業番号', '事務事業コード', 'No', 'NO', 'No.'],
  },
  name: { heading: '事業名', also: ['事務事業名', '事務事業', '事業名称', '事務事業名称', '名称'] },
  fiscalYear: { heading: '年度', also: ['対象年度', '会計年度', '実績年度'] },
  bureau: { heading: '担当部', also: ['部', '部局', '部局名', '部名', '所属部', '主管部'] },
  department: {
    heading: '担当課',
    also: ['課', '課名', '所管課', '主管課', '担当', '担当課名', '所属', '担当部署', '部署'],
  },
  unitKey: { heading: '担当組織キー', also: [] },
  statedPlace: { heading: '施策', also: ['施策名', '施策名称', '施策体系', '政策施策', '位置づけ', '体系'] },
  type: { heading: '事業種別', also: ['種別', '事業の種類', '事業区分', '種類'] },
  legalObligation: { heading: '法定義務', also: ['法定', '義務', '実施義務', '法的義務'] },
  legalBasis: { heading: '根拠法令', also: ['法令根拠', '根拠', '根拠法令等', '根拠法令名'] },
  targetGroup: { heading: '対象', also: ['事業の対象', '対象者'] },
  means: { heading: '手段', also: ['事業の手段', '事業内容', '事業の内容', '概要', '事業概要'] },
  intent: { heading: '意図', also: ['目的', '事業の目的', '事業の意図'] },
  expenseClass: { heading: '経費区分', also: ['経費の区分', '経費種別'] },
  startFiscalYear: { heading: '開始年度', also: ['事業開始年度', '開始'] },
  endFiscalYear: { heading: '終了年度', also: ['事業終了年度', '終了', '終了予定年度'] },
  note: { heading: '備考', also: ['特記事項', '注記'] },
  budget: { heading: '予算額', also: ['予算', '当初予算額', '現計予算額', '予算現額', '事業費予算'] },
  budgetNational: { heading: '予算国庫支出金', also: ['予算国'] },
  budgetPrefecture: { heading: '予算県支出金', also: ['予算県', '予算都道府県支出金'] },
  budgetBond: { heading: '予算地方債', also: ['予算起債'] },
  budgetOther: { heading: '予算その他', also: ['予算その他財源'] },
  budgetGeneral: { heading: '予算一般財源', also: ['予算一財'] },
  settled: { heading: '決算額', also: ['決算', '事業費', '事業費決算', '決算事業費', '総事業費'] },
  settledNational: { heading: '決算国庫支出金', also: ['国庫支出金', '国', '国支出金', '決算国'] },
  settledPrefecture: {
    heading: '決算県支出金',
    also: ['県支出金', '県', '都支出金', '道支出金', '府支出金', '都道府県支出金', '決算県'],
  },
  settledBond: { heading: '決算地方債', also: ['地方債', '起債', '市債', '町債', '村債'] },
  settledOther: { heading: '決算その他', also: ['その他', 'その他財源', '決算その他財源'] },
  settledGeneral: { heading: '決算一般財源', also: ['一般財源', '一財', '決算一財'] },
  staffHours: { heading: '従事時間', also: ['職員従事時間', '人工時間', '業務時間'] },
  personnelIncluded: { heading: '人件費込み', also: ['人件費を含むか', '人件費'] },
  budgetCodes: { heading: '予算科目', also: [] },
  account: { heading: '会計', also: ['会計名', '会計区分'] },
  kan: { heading: '款', also: ['予算款'] },
  kou: { heading: '項', also: ['予算項'] },
  moku: { heading: '目', also: ['予算目'] },
  jigyou: { heading: '予算事業', also: ['予算事業コード', '事業予算コード'] },
  yearNote: { heading: '年度の備考', also: [] },
  planItems: { heading: '計画項目', also: [] },
  direction: { heading: '方向性', also: ['今後の方向性', '今後の方向', '評価結果', '改革の方向性'] },
} as const satisfies Readonly<Record<string, ColumnName>>;

export type ColumnField = keyof typeof columnNames;

/** Columns that hold money. */
export const amountFields: ReadonlySet<string> = new Set<ColumnField>([
  'budget',
  'budgetNational',
  'budgetPrefecture',
  'budgetBond',
  'budgetOther',
  'budgetGeneral',
  'settled',
  'settledNational',
  'settledPrefecture',
  'settledBond',
  'settledOther',
  'settledGeneral',
]);

/** What a column of a measure says. */
export const measureParts = {
  name: { heading: '名', also: ['', '名称'] },
  unit: { heading: '単位', also: [] },
  target: { heading: '目標', also: ['目標値', '計画値'] },
  actual: { heading: '実績', also: ['実績値', '値'] },
  indicatorKey: { heading: '指標キー', also: [] },
} as const satisfies Readonly<Record<string, ColumnName>>;

export type MeasurePart = keyof typeof measureParts;
