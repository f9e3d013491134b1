import { parseArgs } from 'node:util';
import { backcastAnswer } from '../documents/population/backcast-answer.ts';
import { backcastFile } from '../documents/population/backcast-file.ts';
import type { CliCommand } from './command.ts';
import { answerFile } from './population-files.ts';

export const command: CliCommand = {
  name: 'population backcast',
  summary: '目標人口から、必要な出生・移動・寿命を逆算する',
  usage: `使い方: bin/rashin population backcast --input 逆算.json

「令和14年に65,000人」のような目標に届くには何がどれだけ要るかを計算し、JSON で表示します。
alone は一つだけを動かすときの値、curve は二つの組み合わせ（等目標線）、leastEffort は努力の合計
（重み×動かした幅の二乗）が最も小さい組み合わせ、gradient は一単位動かしたときの総人口の変化です。
届かないときは reached が false になり、どこまで近づけるか（nearestTotal）を示します。何も登録しません。

  --input   推計の仮定と目標（JSON）。形は docs/examples/population-backcast.schema.json、
            見本は docs/examples/population-backcast.json にあります

例: bin/rashin population backcast --input docs/examples/population-backcast.json`,
  run: async (args, io) => {
    const { values } = parseArgs({ args: [...args], options: { input: { type: 'string' } } });
    return answerFile(
      io,
      values.input,
      backcastFile,
      'docs/examples/population-backcast.schema.json',
      backcastAnswer,
    );
  },
};
