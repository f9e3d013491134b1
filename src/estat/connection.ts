/** 政府統計の総合窓口 e-Stat のAPI（仕様3.0版）への接続. Without an application id no request is made at all. */
export interface EstatConnection {
  /** アプリケーションID: issued to whoever runs the program. Never shown, never logged. */
  readonly appId: string;
  /** …/rest/3.0/app/json, without a slash at the end */
  readonly address: string;
}

/** How long is waited for, and how. Tests wait less. */
export interface EstatPatience {
  /** For one answer */
  readonly timeoutMilliseconds: number;
  /** Before the second and the third attempt */
  readonly pausesMilliseconds: readonly number[];
  /** For all pages of a table together */
  readonly deadlineMilliseconds: number;
}

export const usualPatience: EstatPatience = {
  timeoutMilliseconds: 30_000,
  pausesMilliseconds: [1_000, 3_000],
  deadlineMilliseconds: 120_000,
};

/**
 * クレジット: whoever uses the API shows this sentence beside the figures.
 * Source: e-Stat「API機能を利用して作成したサービスのクレジット表示」.
 */
export const estatCredit =
  'このサービスは、政府統計総合窓口(e-Stat)のAPI機能を使用していますが、サービスの内容は国によって保証されたものではありません。';
