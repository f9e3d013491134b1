import { parseArgs } from 'node:util';
import { areasAnswer } from '../documents/population/areas-answer.ts';
import { areasFile } from '../documents/population/areas-file.ts';
import type { CliCommand } from './command.ts';
import { answerFile } from './population-files.ts';

export const command: CliCommand = {
  name: 'population areas',
  summary: 'たがいに人が移る地域の人口を、まとめて推計する',
  usage: `使い方: bin/rashin population areas --input 地域.json

旧町村や生活圏、市町村などの人口を、多地域プールモデルでまとめて推計し、JSON で表示します。
期間ごとに、それぞれの地域から転出率で人が出て、出た人の合計（と国外などからの純移動）を
転入配分率で分けます。ある地域の転入を増やすと、そのぶんほかの地域の転入が減ります。
数は丸めません。何も登録しません。
誤りがあれば計算せずに、すべての誤りを場所とともに表示します。注意があれば、計算して、注意を表示します。

  --input   地域の人口と仮定（JSON）。形は docs/examples/population-areas.schema.json、
            見本は docs/examples/population-areas.json にあります

例: bin/rashin population areas --input docs/examples/population-areas.json`,
  run: async (args, io) => {
    const { values } = parseArgs({ args: [...args], options: { input: { type: 'string' } } });
    return answerFile(io, values.input, areasFile, 'docs/examples/population-areas.schema.json', areasAnswer);
  },
};
