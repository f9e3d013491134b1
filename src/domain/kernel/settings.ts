/** 手段を表す語: a title ending in one of these names a means rather than a state. */
export const defaultMeansWords: readonly string[] = [
  '整備',
  '推進',
  '支援',
  '充実',
  '創出',
  '構築',
  '強化',
  '向上',
  '促進',
];

/** Where a door on the home page leads: an address of the town, or a search of its plan. */
export type HomeDoor = { readonly label: string; readonly labelEn: string } & (
  | { readonly href: string }
  | { readonly query: string }
);

/** 団体ごとの設定. Nothing secret: the public role may read it. */
export interface MunicipalitySettings {
  readonly checks: {
    /** 主管 above this number are flagged (塩尻市: 3); null: no such rule */
    readonly maxLeadUnits: number | null;
    readonly namingLint: { readonly enabled: boolean; readonly meansWords: readonly string[] };
  };
  readonly home: {
    readonly topIndicatorKeys: readonly string[];
    /** The plan the home page shows; null: the town's first plan */
    readonly planSlug: string | null;
    readonly doors: readonly HomeDoor[];
  };
  /** 問い合わせ先; '' where there is none */
  readonly contact: { readonly name: string; readonly phone: string; readonly mail: string };
  /** オープンデータの利用条件, said with every file and every answer of the API */
  readonly openData: {
    readonly licence: { readonly name: string; readonly nameEn: string; readonly url: string };
  };
}

export const defaultSettings: MunicipalitySettings = {
  checks: { maxLeadUnits: 3, namingLint: { enabled: true, meansWords: defaultMeansWords } },
  home: { topIndicatorKeys: [], planSlug: null, doors: [] },
  contact: { name: '', phone: '', mail: '' },
  openData: {
    licence: {
      name: 'クリエイティブ・コモンズ 表示 4.0 国際（CC BY 4.0）',
      nameEn: 'Creative Commons Attribution 4.0 International (CC BY 4.0)',
      url: 'https://creativecommons.org/licenses/by/4.0/',
    },
  },
};

type Stored<T> = T extends readonly unknown[] | string | number | boolean | null
  ? T
  : { readonly [K in keyof T]?: Stored<T[K]> };

/** What is stored says only what differs from the defaults; later versions may add fields. */
export const settingsFrom = (stored: Stored<MunicipalitySettings>): MunicipalitySettings => ({
  checks: {
    ...defaultSettings.checks,
    ...stored.checks,
    namingLint: { ...defaultSettings.checks.namingLint, ...stored.checks?.namingLint },
  },
  home: { ...defaultSettings.home, ...stored.home },
  contact: { ...defaultSettings.contact, ...stored.contact },
  openData: { licence: { ...defaultSettings.openData.licence, ...stored.openData?.licence } },
});
