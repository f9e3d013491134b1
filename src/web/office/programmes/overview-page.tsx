import type { ProgrammeDesk } from '../../../app/programme/read-programme-desk.ts';
import { barChart } from '../../../charts/bar-chart.ts';
import { costOf, unitCostMeasure } from '../../../domain/programme/cost.ts';
import { codesInWords, figureInWords } from '../../../domain/programme/import/preview-words.ts';
import { fundingParts } from '../../../domain/programme/list/totals.ts';
import { Drawing } from '../../components/drawing.tsx';
import { TableScroll } from '../../components/table-scroll.tsx';
import type { OfficeEnv } from '../../middleware/session.ts';
import { tableYen } from '../../text/yen.ts';
import { ProgrammeLayout, programmeHref } from './programme-layout.tsx';
import { amountCell } from './sum-words.tsx';
import { fundingWords, measureKindWords, obligationWords, personnelWords } from './words.ts';
import { yearName } from './year-form.ts';

export interface OverviewPageProps extends Pick<OfficeEnv['Variables'], 'town' | 'viewer'> {
  readonly desk: ProgrammeDesk;
  readonly notice: string | undefined;
}

const Facts = ({ desk }: { readonly desk: ProgrammeDesk }) => {
  const { programme, planItems } = desk;
  const items = new Map(
    desk.items.map(({ planKey, itemKey, planTitle, title }) => [
      `${planKey}/${itemKey}`,
      `${planTitle} › ${title}`,
    ]),
  );
  const unit = desk.units.find(({ unitKey }) => unitKey === programme.unitKey);
  const type = desk.types.find(({ key }) => key === programme.typeKey);
  const expenseClass = desk.expenseClasses.find(({ key }) => key === programme.expenseClass);
  const period =
    programme.startFiscalYear === null && programme.endFiscalYear === null
      ? ''
      : `${programme.startFiscalYear === null ? '' : yearName(programme.startFiscalYear)}から${programme.endFiscalYear === null ? '' : `${yearName(programme.endFiscalYear)}まで`}`;
  const rows: readonly (readonly [string, string])[] = [
    ['事業番号', programme.number],
    ['担当', unit?.name ?? programme.unitKey ?? ''],
    ['事業種別', type?.label ?? programme.typeKey ?? ''],
    ['経費区分', expenseClass?.label ?? programme.expenseClass ?? ''],
    ['対象', programme.targetGroup],
    ['手段', programme.means],
    ['意図', programme.intent],
    [
      '法定義務',
      [obligationWords[programme.legalObligation], programme.legalBasis].filter(Boolean).join('。'),
    ],
    ['期間', period],
    ['施策（出典の記載）', programme.statedPlace],
    [
      '計画項目',
      planItems
        .map(({ planKey, itemKey }) => items.get(`${planKey}/${itemKey}`) ?? `${planKey}/${itemKey}`)
        .join('、'),
    ],
    ['備考', programme.note],
  ];
  return (
    <dl className="facts section">
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value === '' ? <span className="quiet">書いていない</span> : value}</dd>
        </div>
      ))}
    </dl>
  );
};

const countedOutput = (desk: ProgrammeDesk, fiscalYear: number) => {
  const output = unitCostMeasure(desk.measures);
  const year = output?.years.find((each) => each.fiscalYear === fiscalYear) ?? null;
  return output === null ? null : { output, year };
};

const Years = ({ desk, href }: { readonly desk: ProgrammeDesk; readonly href: string }) => {
  const years = desk.years.toReversed();
  if (years.length === 0) return <p className="quiet">年度の記録はまだありません。</p>;
  const units = new Map(desk.units.map(({ unitKey, name }) => [unitKey, name]));
  const costs = years.map((year) => ({
    year,
    cost: costOf(year, desk.rates, countedOutput(desk, year.fiscalYear)?.year ?? null),
  }));
  const unitCost = ({ year, cost }: (typeof costs)[number]): string => {
    const first = countedOutput(desk, year.fiscalYear);
    if (cost.unitCostYen === null || first === null) return '―';
    const of = cost.unitCostOf === 'total' ? '総事業費' : '決算額';
    return `${cost.unitCostYen.toLocaleString('ja-JP')}円（${of}÷${first.output.name} ${first.year?.actual}${first.output.unit}）`;
  };
  const lines: readonly (readonly [string, (each: (typeof costs)[number]) => string])[] = [
    ['担当', ({ year }) => (year.unitKey === null ? '―' : (units.get(year.unitKey) ?? year.unitKey))],
    ['予算額', ({ cost }) => amountCell(cost.budget)],
    ...fundingParts.map(
      (part) =>
        [
          `　予算の${fundingWords[part]}`,
          ({ year }: (typeof costs)[number]) => amountCell(year.budget.funding?.[part] ?? null),
        ] as const,
    ),
    ['決算額', ({ cost }) => amountCell(cost.settled)],
    ...fundingParts.map(
      (part) =>
        [
          `　決算の${fundingWords[part]}`,
          ({ year }: (typeof costs)[number]) => amountCell(year.settled.funding?.[part] ?? null),
        ] as const,
    ),
    ['人件費を金額に', ({ year }) => personnelWords[year.personnelIncluded]],
    ['従事時間', ({ year }) => (year.staffHours === null ? '―' : `${year.staffHours}時間`)],
    ['人件費', ({ cost }) => amountCell(cost.personnelThousandYen)],
    ['総事業費', ({ cost }) => amountCell(cost.totalThousandYen)],
    ['単位当たりコスト', unitCost],
    ['予算科目', ({ year }) => codesInWords(year.budgetCodes) || '―'],
  ];
  const shown = lines.filter(
    ([label, value]) => !label.startsWith('　') || costs.some((each) => value(each) !== '―'),
  );
  return (
    <TableScroll label="年度ごとの記録の表">
      <table className="table">
        <caption>年度ごとの記録（金額は千円。―は分からないもの）</caption>
        <thead>
          <tr>
            <th scope="col">項目</th>
            {years.map(({ fiscalYear }) => (
              <th key={fiscalYear} scope="col" className="table__number">
                {desk.mayEdit ? (
                  <a href={`${href}/years?year=${fiscalYear}`}>{yearName(fiscalYear)}</a>
                ) : (
                  yearName(fiscalYear)
                )}
                {desk.settledYears.has(fiscalYear) && <span className="programme-place">決算確定</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(([label, value]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {costs.map((each) => (
                <td key={each.year.fiscalYear} className="table__number">
                  {value(each)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
};

const Measures = ({ desk }: { readonly desk: ProgrammeDesk }) => {
  const { measures } = desk;
  if (measures.length === 0) return <p className="quiet">指標はまだありません。</p>;
  const years = [
    ...new Set(measures.flatMap((measure) => measure.years.map(({ fiscalYear }) => fiscalYear))),
  ].sort((a, b) => b - a);
  return (
    <TableScroll label="指標と実績の表">
      <table className="table">
        <caption>指標と実績</caption>
        <thead>
          <tr>
            <th scope="col">指標</th>
            <th scope="col">種類</th>
            <th scope="col">単位</th>
            {years.map((year) => (
              <th key={year} scope="col" className="table__number">
                {yearName(year)}
              </th>
            ))}
            <th scope="col">共有する事業</th>
          </tr>
        </thead>
        <tbody>
          {measures.map((measure) => (
            <tr key={measure.measureKey}>
              <th scope="row">{measure.name}</th>
              <td>{measureKindWords[measure.kind]}</td>
              <td>{measure.unit || '―'}</td>
              {years.map((fiscalYear) => {
                const year = measure.years.find((each) => each.fiscalYear === fiscalYear);
                return (
                  <td key={fiscalYear} className="table__number">
                    {figureInWords(year) || '未入力'}
                    {year?.target != null && <span className="programme-place">目標 {year.target}</span>}
                  </td>
                );
              })}
              <td>
                {measure.programmes
                  .flatMap(({ programmeKey }) => desk.sharing.get(programmeKey) ?? [])
                  .join('、') || '―'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
};

const Origin = ({ desk: { programme } }: { readonly desk: ProgrammeDesk }) => {
  if (programme.source === null) return null;
  const { document, place = '', publisher = '', date = '', url } = programme.source;
  const title = [document, place].filter((part) => part !== '').join(' ');
  const details = [publisher, date].filter((part) => part !== '').join('、');
  return (
    <p className="source">
      出典: {url === undefined ? title : <a href={url}>{title}</a>}
      {details !== '' && `（${details}）`}
    </p>
  );
};

/** 事業の概要: what it is, its money by year, its measures. */
export const OverviewPage = ({ town, viewer, desk, notice }: OverviewPageProps) => {
  const href = programmeHref(town.municipality, desk.programme.programmeKey);
  const settled = desk.years.filter(({ settled: { totalThousandYen } }) => totalThousandYen !== null);
  const chart =
    settled.length < 2
      ? null
      : barChart({
          id: 'programme-settled',
          title: `${desk.programme.name}の決算額`,
          description: '年度ごとの決算額（千円）',
          bars: settled.map(({ fiscalYear, settled: { totalThousandYen } }) => ({
            name: yearName(fiscalYear),
            value: totalThousandYen,
            label: tableYen(totalThousandYen ?? 0),
          })),
        });
  return (
    <ProgrammeLayout town={town} viewer={viewer} desk={desk} page="overview" notice={notice}>
      <Facts desk={desk} />
      <section className="section" aria-labelledby="years-title">
        <h2 id="years-title">年度ごとの記録</h2>
        {chart !== null && <Drawing svg={chart} width={640} />}
        <Years desk={desk} href={href} />
      </section>
      <section className="section" aria-labelledby="measures-title">
        <h2 id="measures-title">指標と実績</h2>
        <Measures desk={desk} />
      </section>
      <Origin desk={desk} />
    </ProgrammeLayout>
  );
};
