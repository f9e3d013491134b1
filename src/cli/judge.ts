import { parseArgs } from 'node:util';
import { judge } from '../domain/indicator/judgement/judge.ts';
import { rollUp, rollUpBy } from '../domain/indicator/judgement/roll-up.ts';
import { formatFiscalYear, parseFiscalYear } from '../domain/kernel/fiscal-year.ts';
import { placed } from '../domain/kernel/problem.ts';
import { type CliCommand, type CliIo, type ExitCode, UsageError } from './command.ts';
import { readToJudge } from './judge-files.ts';
import { judgementsJson } from './judgement-json.ts';
import { groupLines, indicatorLines, rollUpLines } from './judgement-text.ts';
import { printProblems } from './print-problems.ts';

const judgeFiles = (
  io: CliIo,
  schemeFile: string,
  indicatorFile: string,
  { year, json }: { readonly year: number | null; readonly json: boolean },
): ExitCode => {
  const ready = readToJudge(schemeFile, indicatorFile, year);
  if (!ready.ok) {
    printProblems(ready.error, io.err);
    io.err('判定しませんでした。');
    return 1;
  }
  const { scheme, judgeables, fiscalYear, warnings } = ready.value;
  printProblems(warnings, io.err);
  const judged = judgeables.map((judgeable) => ({
    judgeable,
    judgement: judge(scheme, judgeable, fiscalYear),
  }));
  const whole = rollUp(scheme, judged);
  const grouped = scheme.scheme.rollUp.groupBy.map((by) => rollUpBy(scheme, judged, by));
  if (json) {
    io.out(JSON.stringify(judgementsJson(scheme, fiscalYear, judged, whole, grouped), null, 2));
    return 0;
  }
  const nameOf = new Map(judgeables.map(({ indicatorKey, name }) => [indicatorKey, name]));
  const { name, version } = scheme.scheme;
  io.out(`${name}（版 ${version}） ${formatFiscalYear(fiscalYear, 'wareki')}の判定`);
  for (const one of judged) for (const line of ['', ...indicatorLines(scheme, one)]) io.out(line);
  for (const line of ['', '集計', ...rollUpLines(whole, nameOf)]) io.out(line);
  for (const group of grouped) for (const line of groupLines(group, nameOf)) io.out(line);
  return 0;
};

export const command: CliCommand = {
  name: 'judge',
  summary: '指標を判定基準で判定し、算式と集計を表示する',
  usage: `使い方: bin/rashin judge --scheme 判定基準.json --indicators 指標.json [--year 年度] [--json]

指標のファイルを判定基準のファイルで判定し、指標ごとに段階・点数と算式を、続けて集計を表示します。
集計の下には、割合の分母と、数えなかったものの名を示します。何も登録しません。
どちらかのファイルに誤りがあれば、判定せずに、すべての誤りを場所とともに表示します。

  --scheme      判定基準（JSON）。見本は schemes/judgement/ にあります
  --indicators  指標と値（JSON）。形は docs/examples/judge-indicators.schema.json、
                見本は docs/examples/judge-indicators.json にあります
  --year        判定する年度（2024、R6、令和6年度）。書かなければ指標のファイルの fiscalYear、
                それもなければ値のある最も新しい年度
  --json        プログラムで読むための JSON で表示する

例: bin/rashin judge --scheme schemes/judgement/tama.json --indicators docs/examples/judge-indicators.json`,
  run: async (args, io) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        scheme: { type: 'string' },
        indicators: { type: 'string' },
        year: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
    if (values.scheme === undefined)
      throw new UsageError('--scheme で判定基準のファイルを指定してください。');
    if (values.indicators === undefined)
      throw new UsageError('--indicators で指標のファイルを指定してください。');
    const year = values.year === undefined ? null : parseFiscalYear(values.year);
    if (year !== null && !year.ok) {
      printProblems([placed(['--year'], year.error)], io.err);
      return 1;
    }
    return judgeFiles(io, values.scheme, values.indicators, { year: year?.value ?? null, json: values.json });
  },
};
