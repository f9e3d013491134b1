import { statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { command as serve } from '../src/cli/serve.ts';
import { parseConfig } from '../src/config.ts';
import { type Action, actionRules, actions } from '../src/domain/access/action.ts';
import { roles } from '../src/domain/access/role.ts';
import { roleNames } from '../src/domain/access/role-names.ts';
import { installationFolder } from '../src/installation.ts';
import { statusNames } from '../src/web/office/plans/desk-layout.tsx';
import {
  exists,
  fileOf,
  filesIn,
  headingLevels,
  readDocument,
  readDocuments,
  referencesOf,
  tableAfter,
} from './documents/read-documents.ts';

const documents = readDocuments();

it('文書が読まれている', () => {
  expect(documents.length).toBeGreaterThan(25);
  expect(documents.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['README.md', 'README.ja.md', 'docs/manual/README.md', 'docs/operators-guide.md']),
  );
});

describe('リンクと画像', () => {
  it.each(documents.map((document) => [document.path, document] as const))(
    '%s の先のファイルがある',
    (_, document) => {
      const missing = referencesOf(document)
        .map((reference) => fileOf(document, reference))
        .filter((file) => file !== null && !exists(file));
      expect(missing).toEqual([]);
    },
  );

  it('画像には、見えない人のための言葉がある', () => {
    const silent = documents.flatMap((document) =>
      referencesOf(document).filter(({ kind, words }) => kind === 'image' && words.trim() === ''),
    );
    expect(silent).toEqual([]);
  });

  it('撮った写真は、どれもどこかで使われ、合わせて4MBより小さい', () => {
    const used = new Set(
      documents.flatMap((document) => referencesOf(document).map((reference) => fileOf(document, reference))),
    );
    const pictures = filesIn('docs/images');
    expect(pictures.length).toBeGreaterThan(20);
    expect(pictures.filter((path) => !used.has(path))).toEqual([]);
    const size = pictures.reduce((sum, path) => sum + statSync(join(installationFolder, path)).size, 0);
    expect(size).toBeLessThan(4 * 1024 * 1024);
  });
});

describe('README', () => {
  const english = readDocument('README.md');
  const japanese = readDocument('README.ja.md');

  it('英語と日本語で、見出しの組み立てが同じ', () => {
    expect(headingLevels(english).length).toBeGreaterThan(8);
    expect(headingLevels(japanese)).toEqual(headingLevels(english));
  });

  it('英語と日本語で、写真とリンクの先が同じ', () => {
    const targets = (document: typeof english) =>
      referencesOf(document)
        .map(({ target }) => target)
        .filter((target) => !target.startsWith('README'));
    expect(targets(japanese)).toEqual(targets(english));
  });
});

describe('命令', () => {
  const scripts = Object.keys(packageJson.scripts);
  const commands = filesIn('src/cli')
    .filter((path) => !path.includes('.test.'))
    .flatMap((path) => [...readDocument(path).text.matchAll(/^ {2}name: '([^']+)',$/gm)])
    .map(([, name]) => name);

  it.each(documents.map((document) => [document.path, document.text] as const))(
    '%s の npm run は package.json にある',
    (_, text) => {
      const named = [...text.matchAll(/npm run ([a-z-]+)/g)].map(([, name]) => name);
      expect(named.filter((name) => !scripts.includes(name ?? ''))).toEqual([]);
    },
  );

  it.each(documents.map((document) => [document.path, document.text] as const))(
    '%s の bin/rashin の命令がある',
    (_, text) => {
      expect(commands.length).toBeGreaterThan(7);
      const named = [...text.matchAll(/bin\/rashin ((?:(?:user|audit|population) )?[a-z][a-z-]+)/g)].map(
        ([, name]) => name,
      );
      expect(named.filter((name) => !commands.includes(name ?? ''))).toEqual([]);
    },
  );
});

describe('運用の手引きの環境変数の表', () => {
  const rows = tableAfter(readDocument('docs/operators-guide.md'), 'variables').map(
    ([name = '', first = '']) => [name.replaceAll('`', ''), first] as const,
  );
  const names = rows.map(([name]) => name);

  it('src/config.ts が読む変数と同じ', () => {
    const read = [...readDocument('src/config.ts').text.matchAll(/^ {2}([A-Z_]+): optional\(/gm)].map(
      ([, name]) => name,
    );
    expect(read.length).toBeGreaterThan(5);
    expect(names.toSorted()).toEqual(read.toSorted());
  });

  it('bin/rashin serve --help が示す変数と同じ', () => {
    const told = [...serve.usage.matchAll(/^ {2}([A-Z][A-Z_]+) /gm)].map(([, name]) => name);
    expect(names.toSorted()).toEqual(told.toSorted());
  });

  it('初めの値が、何も設定しないときの値と同じ', () => {
    const parsed = parseConfig({}, { home: '/home', directory: '/' });
    if (!parsed.ok) throw new Error('the empty environment must do');
    const { port, host, dataDir, databaseUrl, baseUrl, trustedProxies, demo, logLevel } = parsed.value;
    const { pageCacheMegabytes, secretKey, formerSecretKeys, smtpUrl, mailFrom, estat } = parsed.value;
    expect(Object.fromEntries(rows)).toEqual({
      PORT: String(port),
      HOST: host,
      RASHIN_DATA: `入れた場所の \`${dataDir.slice('/home/'.length)}\``,
      DATABASE_URL: databaseUrl ?? 'なし',
      RASHIN_BASE_URL: baseUrl ?? 'なし（来た要求のとおり）',
      RASHIN_TRUST_PROXY: String(trustedProxies),
      RASHIN_DEMO: demo ? '1' : '0',
      RASHIN_SECRET_KEY: secretKey ?? '`RASHIN_DATA` の `secret.key`（なければ作る）',
      RASHIN_FORMER_SECRET_KEYS: formerSecretKeys.length === 0 ? 'なし' : 'あり',
      RASHIN_SMTP_URL: smtpUrl ?? 'なし（`RASHIN_DATA` の `mailbox` に置く）',
      RASHIN_MAIL_FROM: mailFrom,
      RASHIN_PAGE_CACHE_MB: String(pageCacheMegabytes),
      RASHIN_ESTAT_APP_ID: estat === null ? 'なし' : 'あり',
      RASHIN_ESTAT_URL: 'e-Stat のAPI（仕様3.0版、JSON）',
      LOG_LEVEL: logLevel,
    });
  });
});

describe('職員の手引きの権利の表', () => {
  const manual = readDocument('docs/manual/users.md');
  const reachWords = { town: '町', unit: '課', any: '○' } as const;
  const rowNames: Readonly<Record<Action, string>> = {
    'plan.view-draft': '下書きを見る',
    'plan.create': '計画をつくる',
    'plan.edit': '計画の構成を変える',
    'plan.edit-item': '項目を書く',
    'plan.approve': '承認する・差し戻す',
    'plan.publish': '公開する・取り下げる',
    'indicator.define': '指標を定める',
    'indicator.enter': '実績値を入れる',
    'indicator.publish': '実績値を公開する',
    'indicator.collect': '実績値を照会する',
    'judgement.scheme': '判定基準を決める',
    'judgement.mark': '人による判定を書く',
    'judgement.publish': '判定を公開する',
    'programme.view': '事務事業の登録を見る',
    'programme.edit': '事務事業を書く',
    'programme.manage': '事務事業をまとめて扱う',
    'evaluation.manage': '評価の回を進める',
    'evaluation.view': '評価シートを見る',
    'evaluation.as-unit-staff': '担当として評価を書く',
    'evaluation.as-unit-head': '課長として評価する',
    'evaluation.as-division-head': '部長として評価する',
    'evaluation.as-planner': '企画として評価する',
    'evaluation.as-finance': '財政として評価する',
    'evaluation.as-executive': '首長・本部として決める',
    'evaluation.as-external-reviewer': '外部評価者として評価する',
    'budget.view': '予算の編成を見る',
    'budget.propose': '予算を提案する',
    'budget.allocate': '枠のなかで配分する',
    'budget.prioritise': '企画の優先順位を付ける',
    'budget.manage': '配分枠を決める',
    'implementation.manage': '実施計画を決める',
    'population.view': '人口の系列とシナリオを見る',
    'population.manage': '人口の系列とシナリオを作る',
    'unit.manage': '組織を変える',
    'user.manage': '職員を管理する',
    'settings.manage': '団体の設定を変える',
    'audit.view': '監査証跡を見る',
  };

  it('列は、すべての役割', () => {
    expect(manual.text).toContain(`| できること | ${roles.map((role) => roleNames[role]).join(' | ')} |`);
  });

  it('印は、プログラムの決まりと同じ', () => {
    const expected = actions.map((action) => [
      rowNames[action],
      ...roles.map((role) => {
        const reach = actionRules[action].roles[role];
        return reach === undefined ? '' : reachWords[reach];
      }),
    ]);
    expect(tableAfter(manual, 'rights')).toEqual(expected);
  });
});

describe('一覧', () => {
  it('決めたことの一覧に、すべてのファイルが見出しとともにある', () => {
    const list = readDocument('docs/decisions/README.md').text;
    const files = filesIn('docs/decisions').filter((path) => !path.endsWith('README.md'));
    expect(files.length).toBeGreaterThan(5);
    expect(
      files.map((path) => path.split('/').at(-1) ?? '').filter((name) => !list.includes(`(${name})`)),
    ).toEqual([]);
  });

  it('用語集に、役割と版の状態の呼び名がある', () => {
    const glossary = readDocument('docs/glossary.md').text;
    const words = [...Object.values(roleNames), ...Object.values(statusNames)];
    expect(words.filter((word) => !glossary.includes(word))).toEqual([]);
  });

  it('職員の手引きの表紙から、すべてのページへ行ける', () => {
    const cover = readDocument('docs/manual/README.md');
    const linked = referencesOf(cover).map((reference) => fileOf(cover, reference));
    const pages = filesIn('docs/manual').filter((path) => !path.endsWith('README.md'));
    expect(pages.length).toBeGreaterThan(10);
    expect(pages.filter((path) => !linked.includes(path))).toEqual([]);
  });
});
