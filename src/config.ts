import { join, resolve } from 'node:path';
import { z } from 'zod';
import { ok, type Result, refuse } from './domain/kernel/result.ts';

/** Everything the environment decides. Read once, in main.ts or a command; nobody else looks at process.env. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** Folder of the embedded database; used only when `databaseUrl` is null. */
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  /** Public address without a trailing slash. Null: taken from each request. */
  readonly baseUrl: string | null;
  readonly logLevel: (typeof logLevels)[number];
  /** Load the four demonstration towns into an empty database, and let their accounts log in. */
  readonly demo: boolean;
  /** How many reverse proxies stand in front, whose X-Forwarded-* entries may be believed; 0: none. */
  readonly trustedProxies: number;
  /** Seals the second factors, 32 bytes as base64. Null: the key file in `dataDir`, made when there is none. */
  readonly secretKey: string | null;
  /** Keys that sealed them before, as base64: what they sealed is opened, and sealed anew when it is used. */
  readonly formerSecretKeys: readonly string[];
  /** smtp://… or smtps://…; null: mails become files in `dataDir`/mailbox. */
  readonly smtpUrl: string | null;
  /** Sender of mails: an address, or 名前 <address>. */
  readonly mailFrom: string;
  /** Memory for rendered public pages; 0 renders every page anew. */
  readonly pageCacheMegabytes: number;
  /** 政府統計 e-Stat のAPI. Null: no request is ever made. */
  readonly estat: { readonly appId: string; readonly address: string } | null;
}

/** One variable that cannot be used, and the sentence for the person who set it. */
export interface ConfigProblem {
  readonly variable: string;
  readonly message: string;
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** An empty variable counts as not set: `PORT= npm start` is a slip, not a wish. */
const optional = <S extends z.ZodType>(schema: S) =>
  z.preprocess((text) => (typeof text === 'string' && text.trim() === '' ? undefined : text), schema);

const url = (schemes: readonly string[], message: string) =>
  z.string().refine((text) => URL.canParse(text) && schemes.includes(new URL(text).protocol), message);

const yesOrNo = (message: string) =>
  z.enum(['1', '0', 'true', 'false'], message).transform((text) => text === '1' || text === 'true');

const wholeNumber = (min: number, max: number, message: string) =>
  z
    .string()
    .regex(/^\d{1,5}$/, message)
    .transform(Number)
    .refine((n) => n >= min && n <= max, message);

const environment = z.object({
  PORT: optional(wholeNumber(0, 65535, '0 から 65535 までの整数で指定してください。').default(3000)),
  HOST: optional(
    z
      .string()
      .regex(/^[\w.:-]+$/, 'ホスト名か IP アドレスで指定してください（例: 127.0.0.1）。')
      .default('127.0.0.1'),
  ),
  RASHIN_DATA: optional(z.string().optional()),
  DATABASE_URL: optional(
    url(
      ['postgres:', 'postgresql:'],
      'postgresql://利用者:パスワード@ホスト/データベース名 の形で指定してください。',
    ).optional(),
  ),
  RASHIN_BASE_URL: optional(
    url(['http:', 'https:'], 'https:// か http:// で始まる、公開するアドレスを指定してください。')
      .refine(
        (text) => !URL.canParse(text) || (new URL(text).pathname === '/' && new URL(text).search === ''),
        'パスを付けずに、ホスト名までを指定してください（例: https://plan.example.lg.jp）。',
      )
      .optional(),
  ),
  LOG_LEVEL: optional(
    z.enum(logLevels, `${logLevels.join('、')} のどれかで指定してください。`).default('info'),
  ),
  RASHIN_DEMO: optional(yesOrNo('1（見本の町を入れる）か 0（入れない）で指定してください。').default(true)),
  RASHIN_TRUST_PROXY: optional(
    wholeNumber(0, 9, '前に置くリバースプロキシの数を 0 から 9 までの整数で指定してください。').default(0),
  ),
  RASHIN_SECRET_KEY: optional(
    z
      .string()
      .trim()
      .regex(
        /^[A-Za-z0-9+/]{43}=$/,
        '32バイトの乱数を base64 にした44文字で指定してください（openssl rand -base64 32 の出力）。',
      )
      .optional(),
  ),
  RASHIN_FORMER_SECRET_KEYS: optional(
    z
      .string()
      .trim()
      .regex(
        /^[A-Za-z0-9+/]{43}=(?:[\s,]+[A-Za-z0-9+/]{43}=)*$/,
        '前の鍵（それぞれ base64 の44文字）を、空白かコンマで区切って指定してください。',
      )
      .transform((text) => text.split(/[\s,]+/))
      .default([]),
  ),
  RASHIN_SMTP_URL: optional(
    url(
      ['smtp:', 'smtps:'],
      'smtp://利用者:パスワード@ホスト:ポート の形で指定してください（はじめから暗号化するなら smtps://）。',
    ).optional(),
  ),
  RASHIN_MAIL_FROM: optional(
    z
      .string()
      .regex(
        /^(?:[^<>\r\n]+<)?[^\s@<>]+@[^\s@<>]+>?$/,
        'メールの差出人を rashin@example.lg.jp か 企画課 <kikaku@example.lg.jp> の形で指定してください。',
      )
      .default('羅針 <rashin@localhost>'),
  ),
  RASHIN_PAGE_CACHE_MB: optional(
    wholeNumber(
      0,
      4096,
      'ページの控えに使うメモリーを 0 から 4096 までの整数（MB）で指定してください。',
    ).default(64),
  ),
  RASHIN_ESTAT_APP_ID: optional(
    z
      .string()
      .trim()
      .regex(/^[0-9A-Za-z]{1,100}$/, 'e-Stat のマイページで発行された英数字のIDを指定してください。')
      .optional(),
  ),
  RASHIN_ESTAT_URL: optional(
    url(
      ['http:', 'https:'],
      'https:// か http:// で始まる、e-Stat のAPI（JSON）か中継のアドレスを指定してください。',
    ).default('https://api.e-stat.go.jp/rest/3.0/app/json'),
  ),
});

/** A command may be called from any folder and must find the same data as the server: hence `home`. */
export interface ConfigPlaces {
  /** Folder of the installation, where `data` lies when nothing is said. */
  readonly home: string;
  /** The current folder, where a relative RASHIN_DATA starts. */
  readonly directory: string;
}

export const parseConfig = (
  variables: Readonly<Record<string, string | undefined>>,
  { home, directory }: ConfigPlaces,
): Result<Config, readonly ConfigProblem[]> => {
  const parsed = environment.safeParse(variables);
  if (!parsed.success) {
    return refuse(parsed.error.issues.map(({ path, message }) => ({ variable: String(path[0]), message })));
  }
  const v = parsed.data;
  return ok({
    host: v.HOST,
    port: v.PORT,
    dataDir: v.RASHIN_DATA === undefined ? join(home, 'data') : resolve(directory, v.RASHIN_DATA),
    databaseUrl: v.DATABASE_URL ?? null,
    baseUrl: v.RASHIN_BASE_URL === undefined ? null : new URL(v.RASHIN_BASE_URL).origin,
    logLevel: v.LOG_LEVEL,
    demo: v.RASHIN_DEMO,
    trustedProxies: v.RASHIN_TRUST_PROXY,
    secretKey: v.RASHIN_SECRET_KEY ?? null,
    formerSecretKeys: v.RASHIN_FORMER_SECRET_KEYS,
    smtpUrl: v.RASHIN_SMTP_URL ?? null,
    mailFrom: v.RASHIN_MAIL_FROM,
    pageCacheMegabytes: v.RASHIN_PAGE_CACHE_MB,
    estat:
      v.RASHIN_ESTAT_APP_ID === undefined
        ? null
        : { appId: v.RASHIN_ESTAT_APP_ID, address: v.RASHIN_ESTAT_URL.replace(/\/+$/u, '') },
  });
};

/** The value itself is left out: DATABASE_URL and RASHIN_SMTP_URL carry a password, the key and the id are ones. */
export const describeConfigProblems = (problems: readonly ConfigProblem[]): string =>
  [
    '設定を読めないため、起動しませんでした。',
    ...problems.map((p) => `  環境変数 ${p.variable}: ${p.message}`),
  ].join('\n');
