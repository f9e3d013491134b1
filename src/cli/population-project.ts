import { parseArgs } from 'node:util';
import { projectionAnswer } from '../documents/population/projection-answer.ts';
import { projectionFile } from '../documents/population/projection-file.ts';
import type { CliCommand } from './command.ts';
import { answerFile } from './population-files.ts';

export const command: CliCommand = {
  name: 'population project',
  summary: '人口をコーホート要因法で推計し、JSONで表示する',
  usage: `使い方: bin/rashin population project --input 推計.json

基準年の男女別年齢別人口と、期間ごとの仮定（生残率・純移動率・子ども女性比など）から将来の人口を計算し、
JSON で表示します: {"years":[…],"male":[[…]],"female":[[…]],"total":[…]}。初めの年は基準年です。
数は丸めません。何も登録しません。
誤りがあれば計算せずに、すべての誤りを場所とともに表示します。注意があれば、計算して、注意を表示します。

  --input   推計の仮定（JSON）。形は docs/examples/population-project.schema.json、
            見本は docs/examples/population-project.json にあります

方法は期間ごとに選べます: net（純移動率、書かないときはこれ）、pool（転出は率、転入は人数）、
cohort-change（コーホート変化率）、explicit-fertility（年齢別出生率と移動者数）。
scenario に施策の効き方を、annual に毎年の総数の補間を、singleAgesIn に各歳で出す年を、
summary に年齢三区分を書けます。

例: bin/rashin population project --input docs/examples/population-project.json`,
  run: async (args, io) => {
    const { values } = parseArgs({ args: [...args], options: { input: { type: 'string' } } });
    return answerFile(
      io,
      values.input,
      projectionFile,
      'docs/examples/population-project.schema.json',
      projectionAnswer,
    );
  },
};
