import { columnNames } from '../domain/programme/import/column-names.data.ts';

/** Which columns there are, for the help of the command. */
export const columnMappingUsage = `CSV の項目（金額は千円。列の名前に「（円）」「（百万円）」とあれば、その単位で読む）:
  ${Object.values(columnNames)
    .map(({ heading }) => heading)
    .join('、')}、
  活動指標1名・活動指標1単位・活動指標1目標・活動指標1実績（2、3…、成果指標も同じ）、無視`;
