import { expect, it } from 'vitest';
import { describeConfigProblems, parseConfig } from './config.ts';

const places = { home: '/srv/rashin', directory: '/home/kikaku' };

it('何も指定しなければ、手元で動く値になる', () => {
  expect(parseConfig({}, places)).toEqual({
    ok: true,
    value: {
      host: '127.0.0.1',
      port: 3000,
      dataDir: '/srv/rashin/data',
      databaseUrl: null,
      baseUrl: null,
      logLevel: 'info',
      demo: true,
      trustedProxies: 0,
      secretKey: null,
      formerSecretKeys: [],
      smtpUrl: null,
      mailFrom: '羅針 <rashin@localhost>',
      pageCacheMegabytes: 64,
      estat: null,
    },
  });
});

it.each([
  ['ポート', { PORT: '8080' }, { port: 8080 }],
  ['空きポートを選ばせる', { PORT: '0' }, { port: 0 }],
  ['空文字は指定なしと同じ', { PORT: '', HOST: ' ' }, { port: 3000, host: '127.0.0.1' }],
  ['絶対パスの置き場所', { RASHIN_DATA: '/var/lib/rashin' }, { dataDir: '/var/lib/rashin' }],
  ['相対パスの置き場所', { RASHIN_DATA: 'x/y' }, { dataDir: '/home/kikaku/x/y' }],
  ['サーバーのデータベース', { DATABASE_URL: 'postgres://u:p@db/r' }, { databaseUrl: 'postgres://u:p@db/r' }],
  [
    '公開アドレスの末尾の / は落とす',
    { RASHIN_BASE_URL: 'https://plan.example.lg.jp/' },
    { baseUrl: 'https://plan.example.lg.jp' },
  ],
  ['見本なし', { RASHIN_DEMO: '0' }, { demo: false }],
  [
    '前の鍵をいくつか、空白やコンマで',
    { RASHIN_FORMER_SECRET_KEYS: ` ${'A'.repeat(43)}=, ${'B'.repeat(43)}=\n${'C'.repeat(43)}= ` },
    { formerSecretKeys: [`${'A'.repeat(43)}=`, `${'B'.repeat(43)}=`, `${'C'.repeat(43)}=`] },
  ],
  ['二段階認証の鍵', { RASHIN_SECRET_KEY: `${'A'.repeat(43)}=` }, { secretKey: `${'A'.repeat(43)}=` }],
  [
    'e-Stat のアプリケーションID',
    { RASHIN_ESTAT_APP_ID: 'abc123' },
    { estat: { appId: 'abc123', address: 'https://api.e-stat.go.jp/rest/3.0/app/json' } },
  ],
  [
    'e-Stat への中継',
    { RASHIN_ESTAT_APP_ID: 'abc123', RASHIN_ESTAT_URL: 'http://relay.example.lg.jp/estat/' },
    { estat: { appId: 'abc123', address: 'http://relay.example.lg.jp/estat' } },
  ],
  [
    'IDがなければ、アドレスだけでは使わない',
    { RASHIN_ESTAT_URL: 'http://relay.example.lg.jp' },
    { estat: null },
  ],
  ['プロキシ二段', { RASHIN_TRUST_PROXY: '2' }, { trustedProxies: 2 }],
])('%s', (_, variables, expected) => {
  expect(parseConfig(variables, places)).toMatchObject({ ok: true, value: expected });
});

it.each([
  ['PORT', 'abc', '0 から 65535 までの整数'],
  ['PORT', '65536', '0 から 65535 までの整数'],
  ['PORT', '-1', '0 から 65535 までの整数'],
  ['PORT', '３０００', '0 から 65535 までの整数'],
  ['HOST', 'http://localhost', 'ホスト名か IP アドレス'],
  ['DATABASE_URL', 'mysql://u:secret@db/r', 'postgresql://'],
  ['DATABASE_URL', 'secret', 'postgresql://'],
  ['RASHIN_BASE_URL', 'plan.example.lg.jp', 'https://'],
  ['RASHIN_BASE_URL', 'https://example.lg.jp/plan', 'パスを付けずに'],
  ['LOG_LEVEL', 'loud', 'silent のどれか'],
  ['RASHIN_DEMO', 'yes', '1（見本の町を入れる）か 0'],
  ['RASHIN_SECRET_KEY', 'himitsu', 'base64 にした44文字'],
  ['RASHIN_FORMER_SECRET_KEYS', `${'A'.repeat(43)}=,secret`, '空白かコンマで区切って'],
  ['RASHIN_SMTP_URL', 'mail.example.lg.jp', 'smtp://'],
  ['RASHIN_SMTP_URL', 'https://u:secret@mail.example.lg.jp', 'smtp://'],
  ['RASHIN_MAIL_FROM', '企画課', 'kikaku@example.lg.jp'],
  ['RASHIN_PAGE_CACHE_MB', '64MB', '0 から 4096 までの整数'],
  ['RASHIN_ESTAT_APP_ID', 'secret/../x', '英数字のID'],
  ['RASHIN_ESTAT_URL', 'ftp://secret.example', 'https:// か http://'],
  ['RASHIN_TRUST_PROXY', 'true', '0 から 9 までの整数'],
])('%s=%s は断り、変数名と直し方を言う。値は書かない', (variable, value, sentence) => {
  const parsed = parseConfig({ [variable]: value }, places);
  if (parsed.ok) throw new Error('accepted');
  const text = describeConfigProblems(parsed.error);
  expect(text).toContain(`環境変数 ${variable}: `);
  expect(text).toContain(sentence);
  expect(text).not.toContain('secret');
});

it('誤りが複数あれば、すべて一度に言う', () => {
  const parsed = parseConfig({ PORT: 'x', LOG_LEVEL: 'y' }, places);
  expect(parsed.ok ? [] : parsed.error.map((p) => p.variable)).toEqual(['PORT', 'LOG_LEVEL']);
});
