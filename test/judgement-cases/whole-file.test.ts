import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { installationFolder } from '../../src/installation.ts';
import { caseFile } from './case-collection.ts';
import { sapporoRows } from './sapporo.data.ts';

/** The facts typed into these tests against the collection they were taken from. Skipped, and shown so, elsewhere. */
const sapporo = caseFile('D_indicators_sapporo.json');
const schemes = caseFile('A_kpi_judgement_schemes.yaml');

interface Figure {
  readonly value?: number;
  readonly fiscal_year?: number;
}
interface Columns {
  readonly baseline?: Figure | null;
  readonly prior_actual?: Figure | null;
  readonly current_actual?: Figure | null;
  readonly target?: Figure | null;
}
interface Case extends Columns {
  readonly name: string;
  readonly dimensions: readonly Columns[] | null;
  readonly prior_dimensions: readonly Columns[] | null;
  readonly trend_2024_report: string;
  readonly trend_2025_report: string;
}

const pair = (figure: Figure | null | undefined) =>
  figure?.value === undefined ? null : [figure.value, figure.fiscal_year];
const known = (figure: readonly [string, number] | null) =>
  figure === null ? null : [Number(figure[0]), figure[1]];

it.skipIf(sapporo === null)(
  '札幌市の26指標は、事例集の数値・年度・矢印とすべて同じ（事例集がなければ実行しない）',
  () => {
    const { indicators } = JSON.parse(sapporo ?? '{}') as { readonly indicators: readonly Case[] };
    const expected = indicators.flatMap((one) => {
      const arrows = [one.trend_2024_report, one.trend_2025_report].map((text) =>
        text.replace('source_reported_', '').replaceAll('_', '-'),
      );
      const rows = one.dimensions?.map((part, at) => ({
        ...part,
        ...one.prior_dimensions?.[at],
        current_actual: part.current_actual,
      })) ?? [one];
      return rows.map((row) => [
        one.name,
        pair(row.baseline),
        pair(row.prior_actual),
        pair(row.current_actual),
        pair(row.target),
        ...arrows,
      ]);
    });
    expect(expected).toHaveLength(28);
    expect(
      sapporoRows.map((row) => [
        row.name,
        known(row.baseline),
        known(row.prior),
        known(row.current),
        known(row.target),
        ...row.arrows,
      ]),
    ).toEqual(expected);
  },
);

it.skipIf(schemes === null)(
  '事例集のどの判定基準にも、その頁を出典とする判定基準の版がある（事例集がなければ実行しない）',
  () => {
    const cases = [...(schemes ?? '').matchAll(/^- id: (\S+)\n((?: .*\n)*)/gm)].map(([, id, body]) => ({
      id: id ?? '',
      urls: [...(body ?? '').matchAll(/url: (\S+)/g)].map(([, url]) => url ?? ''),
    }));
    expect(cases).toHaveLength(13);
    const folder = join(installationFolder, 'schemes', 'judgement');
    const shipped = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
    const missing = cases.flatMap(({ urls }) =>
      urls.filter((url) => !shipped.some((text) => text.includes(`"${url}"`))),
    );
    // 令和元年度の長与町の頁は二つある。方式は同じで、新しい頁を出典とした。
    expect(missing).toEqual(['https://webtown.nagayo.jp/kiji00351/index.html']);
  },
);
