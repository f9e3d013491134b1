import { describe, expect, it } from 'vitest';
import { problemPlace, problemSentence } from '../problem-text/sentences.ts';
import { largestTownFile, readTownFile } from './read-town-file.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const plan = (header: object, revision: object = {}): string =>
  JSON.stringify(
    {
      plans: [
        {
          plan: { planKey: 'p', slug: 'p', kind: 'comprehensive', position: 1 },
          revisions: [
            {
              label: '第1版',
              content: {
                header: {
                  title: '計画',
                  kindLabel: '総合計画',
                  startFiscalYear: 'R6',
                  endFiscalYear: '令和14年度',
                  updateMode: 'fixed',
                  ...header,
                },
                levels: [{ levelKey: 'a', name: '施策', parents: ['root'], numbering: 'decimal' }],
                ...revision,
              },
            },
          ],
        },
      ],
    },
    null,
    2,
  );

const refusals = (content: Uint8Array): readonly string[] => {
  const read = readTownFile('town.json', content);
  return read.ok ? [] : read.error.map((problem) => `${problemPlace(problem)}: ${problemSentence(problem)}`);
};

describe('団体データファイルを読む', () => {
  it('省いた欄は空になり、元号の年度は西暦の整数になる', () => {
    const read = readTownFile('town.json', bytes(plan({})));
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    const { header, items } = read.value.plans[0]?.revisions[0]?.content ?? {};
    expect(header).toMatchObject({ startFiscalYear: 2024, endFiscalYear: 2032, subtitle: '', identity: [] });
    expect(items).toEqual([]);
    expect(read.value.units).toEqual([]);
  });

  it('BOMがあっても読む', () => {
    expect(readTownFile('town.json', bytes(`\uFEFF${plan({})}`)).ok).toBe(true);
  });

  it.each([
    [
      '知らない欄',
      '{\n  "unit": []\n}',
      'town.json 2行11字目 unit: 「unit」という欄はありません。綴りを確かめるか、消してください。',
    ],
    [
      '足りない欄',
      '{ "areas": [{ "areaKey": "a", "layer": "district", "position": 1 }] }',
      'town.json 1行13字目 areas › 0 › name: 必要な欄が書かれていません。書き加えてください。',
    ],
    [
      '数であるべきところの文字列',
      '{ "areas": [{ "areaKey": "a", "name": "市", "layer": "district", "position": "1" }] }',
      'town.json 1行77字目 areas › 0 › position: 値の種類が違います。数で書いてください。',
    ],
    [
      '選べない値',
      '{ "areas": [{ "areaKey": "a", "name": "市", "layer": "town", "position": 1 }] }',
      'town.json 1行53字目 areas › 0 › layer: 選べる値ではありません。次のどれかにしてください: region、municipality、district、school-district',
    ],
    [
      'キーの大文字',
      '{ "areas": [{ "areaKey": "A", "name": "市", "layer": "district", "position": 1 }] }',
      'town.json 1行26字目 areas › 0 › areaKey: 値の形が違います。見本のファイルと town-file.schema.json を確かめてください。',
    ],
    [
      'JSONの途中',
      '{\n "units": [',
      'town.json 2行12字目: JSONが途中で終わっています。閉じるかっこや引用符を確かめてください。',
    ],
    [
      '二度書かれた欄',
      '{ "units": [], "units": [] }',
      'town.json 1行16字目 units: 同じ名前の欄が2回書かれています。1つにしてください。',
    ],
  ])('%s は場所と直し方を言う', (_, text, message) => {
    expect(refusals(bytes(text))).toEqual([message]);
  });

  it.each([
    [
      '令和0年度',
      '「令和0年度」という年度はありません。元号と年、または1868〜2200の西暦を確かめてください。',
    ],
    ['平成32年度', '「平成32年度」は平成の続く年ではありません。令和2年度のことなら、そう書いてください。'],
    ['光文3年度', '「光文3年度」は年度として読めません。2024、R6、令和6年度 のように書いてください。'],
    [1600, '「1600」という年度はありません。元号と年、または1868〜2200の西暦を確かめてください。'],
    [2024.5, '値の形が違います。見本のファイルと town-file.schema.json を確かめてください。'],
  ])('ありえない年度 %s', (year, message) => {
    expect(refusals(bytes(plan({ startFiscalYear: year })))).toEqual([
      expect.stringMatching(
        /^town\.json 17行\d+字目 plans › 0 › revisions › 0 › content › header › startFiscalYear: /,
      ),
    ]);
    expect(refusals(bytes(plan({ startFiscalYear: year })))[0]).toContain(message);
  });

  it('団体コードの検査数字の誤りは、正しいコードを添えて断る', () => {
    const municipality = {
      code: '202150',
      name: '塩尻市',
      nameKana: 'しおじりし',
      nameEn: 'Shiojiri City',
      prefecture: '長野県',
      accentColour: '#7b1e4b',
    };
    expect(refusals(bytes(JSON.stringify({ municipality })))).toEqual([
      'town.json 1行25字目 municipality › code: 「202150」は検査数字（6桁目）が合いません。番号を確かめてください。もしかして: 202151 塩尻市',
    ]);
  });

  it('UTF-8でないファイルは、最初の読めないバイトを言う', () => {
    const sjis = Uint8Array.from([...bytes('{"a":"'), 0x89, 0x96, 0x90, 0x4b, ...bytes('"}')]);
    expect(refusals(sjis)).toEqual([
      'town.json: 7バイト目からUTF-8の文字として読めません。UTF-8で保存し直してください。',
    ]);
  });

  it('途中で切れた文字も断る', () => {
    expect(refusals(bytes('{"a":"塩').slice(0, -1))[0]).toContain('UTF-8の文字として読めません');
  });

  it('10 MB を超えるファイルは、読まずに断る', () => {
    const large = new Uint8Array(largestTownFile + 1);
    expect(refusals(large)).toEqual([
      `town.json: ファイルが大きすぎます（${largestTownFile + 1}バイト。上限は${largestTownFile}バイト）。複数のファイルに分けてください。`,
    ]);
  });

  it('10 MB の文章は、長さを言って断る', () => {
    const [message] = refusals(bytes(plan({ summary: 'あ'.repeat(3_000_000) })));
    expect(message).toContain('長すぎるか大きすぎます。上限は20000です。');
  });

  it('__proto__ という欄も、知らない欄として断る', () => {
    expect(refusals(bytes('{ "__proto__": { "units": [] } }'))[0]).toContain(
      '「__proto__」という欄はありません',
    );
  });
});
