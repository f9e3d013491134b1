import { parseArgs } from 'node:util';
import { districtsAnswer } from '../documents/population/districts-answer.ts';
import { districtsFile } from '../documents/population/districts-file.ts';
import type { CliCommand } from './command.ts';
import { answerFile } from './population-files.ts';

export const command: CliCommand = {
  name: 'population districts',
  summary: '地区（小学校区など）の人口を、町の推計に合わせて推計する',
  usage: `使い方: bin/rashin population districts --input 地区.json

地区ごとに、二つの時点の人口からコーホート変化率を求めて推計し、JSON で表示します。
人の少ない地区の率は町全体の率に近づけます（kappa）。町の推計（town）を添えると、
男女・年齢ごとの合計をそれに合わせ、端数は最大剰余法で整数にします。何も登録しません。

  --input   地区の人口（JSON）。形は docs/examples/population-districts.schema.json、
            見本は docs/examples/population-districts.json にあります

例: bin/rashin population districts --input docs/examples/population-districts.json`,
  run: async (args, io) => {
    const { values } = parseArgs({ args: [...args], options: { input: { type: 'string' } } });
    return answerFile(
      io,
      values.input,
      districtsFile,
      'docs/examples/population-districts.schema.json',
      districtsAnswer,
    );
  },
};
