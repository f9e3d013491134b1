import { parseArgs } from 'node:util';
import { simulationAnswer } from '../documents/population/simulation-answer.ts';
import { simulationFile } from '../documents/population/simulation-file.ts';
import type { CliCommand } from './command.ts';
import { answerFile } from './population-files.ts';

export const command: CliCommand = {
  name: 'population simulate',
  summary: '人口の見通しの幅と、目標に届く確率を計算する',
  usage: `使い方: bin/rashin population simulate --input 幅.json

推計を、出生・移動・死亡にゆらぎを与えて何度も計算し、総人口の幅（50・80・90%）と、
目標以上になる確率を JSON で表示します。ゆらぎの大きさは、同じ規模の市町村の過去の推計が
実際の国勢調査とどれだけ違ったかに合わせます。同じ種なら同じ結果です。何も登録しません。

  --input   推計の仮定と目標（JSON）。形は docs/examples/population-simulate.schema.json、
            見本は docs/examples/population-simulate.json にあります

例: bin/rashin population simulate --input docs/examples/population-simulate.json`,
  run: async (args, io) => {
    const { values } = parseArgs({ args: [...args], options: { input: { type: 'string' } } });
    return answerFile(
      io,
      values.input,
      simulationFile,
      'docs/examples/population-simulate.schema.json',
      simulationAnswer,
    );
  },
};
