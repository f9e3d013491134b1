import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { problemPlace, problemSentence } from '../problem-text/sentences.ts';
import { readJsonFile } from '../town-file/read-json-file.ts';
import { judgeableFile, judgeableFileJsonSchema } from './judgeable-file.ts';

const read = (text: string) => readJsonFile('I.json', new TextEncoder().encode(text), judgeableFile);

/** After a change of the schema: npx vitest run -u src/documents/judgement */
it('docs/examples/judge-indicators.schema.json は読み込みの定義と同じ', async () => {
  const json = `${JSON.stringify(judgeableFileJsonSchema(), null, 2)}\n`;
  await expect(json).toMatchFileSnapshot('../../../docs/examples/judge-indicators.schema.json');
});

it('見本のファイルは読める', () => {
  const text = readFileSync(new URL('../../../docs/examples/judge-indicators.json', import.meta.url), 'utf8');
  const file = read(text);
  expect(file.ok && file.value.value.indicators.map(({ indicatorKey }) => indicatorKey)).toHaveLength(5);
});

it('省いた欄は空になり、目標と基準値の性質は値と同じになる', () => {
  const file = read(
    '{"indicators":[{"indicatorKey":"x","name":"x","direction":"up","timeBehaviour":"flow","baseline":{"fiscalYear":"R6","value":"1"}}]}',
  );
  expect(file.ok && file.value.value.indicators[0]).toMatchObject({
    baseline: { fiscalYear: 2024, value: '1', behaviour: 'flow', standardError: null },
    targetBasis: { behaviour: 'flow', since: null },
    path: { shape: 'linear', points: [], surveyYears: [] },
    kind: 'outcome',
    groups: {},
  });
});

it.each([
  [
    '数の欄の文字',
    '{"indicators":[{"indicatorKey":"x","name":"x","direction":"up","values":[{"fiscalYear":2024,"value":"約120"}]}]}',
    'I.json 1行101字目 indicators › 0 › values › 0 › value: 値の形が違います。見本のファイルと town-file.schema.json を確かめてください。',
  ],
  [
    '知らない方向',
    '{"indicators":[{"indicatorKey":"x","name":"x","direction":"upward"}]}',
    'I.json 1行59字目 indicators › 0 › direction: 選べる値ではありません。次のどれかにしてください: up、down、keep-at-or-above、keep-at-or-below、range、milestone、none',
  ],
])('%s は場所と直し方を言う', (_, text, message) => {
  const file = read(text);
  expect(file.ok ? [] : file.error.map((one) => `${problemPlace(one)}: ${problemSentence(one)}`)).toEqual([
    message,
  ]);
});
