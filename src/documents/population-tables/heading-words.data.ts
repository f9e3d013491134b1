/** What a column says of its row. */
export type RowColumn =
  | 'code'
  | 'district-code'
  | 'prefecture'
  | 'town-name'
  | 'town-kind'
  | 'area-name'
  | 'area-part'
  | 'area-level'
  | 'date'
  | 'year'
  | 'sex'
  | 'age';

/** Headings of published files, half-width and without spaces, as `plainText` makes them. */
export const rowColumnHeadings: Readonly<Record<RowColumn, readonly string[]>> = {
  code: [
    '団体コード',
    '全国地方公共団体コード',
    '地方公共団体コード',
    '都道府県コード又は市区町村コード',
    '市区町村コード',
    '市町村コード',
    '自治体コード',
    '標準地域コード',
    '全国,都道府県,市区町村コード',
    'area_code',
    'コード',
  ],
  'district-code': [
    '地域コード',
    '地区キー',
    '町丁字コード',
    '町字コード',
    '町字ID',
    '地区コード',
    '学校区コード',
    'KEY_CODE',
  ],
  prefecture: ['都道府県名', '都道府県'],
  'town-name': [
    '市区町村名',
    '市区町村',
    '市町村名',
    '市町村',
    '地方公共団体名',
    '団体名',
    '自治体名',
    '全国,都道府県,市区町村',
    '全国,都道府県,市区町村(2000年市区町村含む)',
    'CITYNAME',
  ],
  'town-kind': ['市などの別'],
  'area-name': [
    '地域名',
    '地域',
    '地区名',
    '地区',
    '町名',
    '町丁名',
    '町丁字名',
    '町字名',
    '町丁目',
    '町丁',
    '町丁・字等',
    '町丁目名',
    '大字町丁目名',
    '大字・町名',
    '大字名',
    '行政区名',
    '行政区',
    '小学校区',
    '学区',
    '区域',
    '地域・町名',
    'NAME',
  ],
  'area-part': ['字・丁目名'],
  'area-level': ['地域階層レベル', 'HYOSYO'],
  date: [
    '調査年月日',
    '基準年月日',
    '集計年月日',
    '年月日',
    '基準日',
    '調査日',
    '時点',
    '時間軸(年月日現在)',
  ],
  year: [
    '年',
    '年次',
    '西暦',
    '調査年',
    '推計年',
    '西暦年',
    '年(西暦)',
    '西暦(年)',
    '時間軸(年次)',
    '時間軸(調査年)',
  ],
  sex: ['性別', '男女別', '男女', '性'],
  age: ['年齢', '年齢階級', '年齢区分', '年齢(各歳)', '年齢(5歳階級)', '年齢5歳階級', '年齢別', '各歳'],
};

/** In the words of the preview. */
export const rowColumnMeanings: Readonly<Record<RowColumn, string>> = {
  code: '団体コード（この団体の行を選ぶ）',
  'district-code': '地区のコード',
  prefecture: '都道府県（読まない）',
  'town-name': '団体の名前（この団体の行を選ぶ）',
  'town-kind': '市などの別（読まない）',
  'area-name': '地区の名前',
  'area-part': '地区の名前の続き',
  'area-level': '地区の階層（大字・町の合計の行は読まない）',
  date: '基準日',
  year: '年',
  sex: '男女の別',
  age: '年齢',
};

/** 地区の欄にあって、町の全域を指す言葉 */
export const wholeTownWords: readonly string[] = [
  '全域',
  '全市',
  '全町',
  '全村',
  '全市域',
  '市全体',
  '町全体',
  '村全体',
  '全体',
  '総数',
  '総計',
  '合計',
  '計',
  '市計',
  '町計',
  '村計',
  '市合計',
  '町合計',
  '市総数',
];
