import type { Costs } from '../../../app/programme/read-costs.ts';
import {
  type CostDivision,
  type CostLine,
  costDivisions,
} from '../../../domain/programme/list/cost-table.ts';
import {
  type AmountKind,
  fundingParts,
  fundingSumOf,
  type Sum,
  sumOf,
} from '../../../domain/programme/list/totals.ts';
import { TableScroll } from '../../components/table-scroll.tsx';
import type { OfficeEnv } from '../../middleware/session.ts';
import { formFromEntries } from '../forms/entries.ts';
import { SelectField } from '../forms/field.tsx';
import { OfficeLayout } from '../layout.tsx';
import { programmeHref } from './programme-layout.tsx';
import { ProgrammesNav } from './programmes-nav.tsx';
import { amountCell, sumWords } from './sum-words.tsx';
import { amountWords, fundingWords } from './words.ts';
import { yearName } from './year-form.ts';

export const divisionWords: Readonly<Record<CostDivision, string>> = {
  unit: '担当',
  type: '事業種別',
  class: '経費区分',
  item: '計画項目',
};

export interface CostsPageProps extends Pick<OfficeEnv['Variables'], 'town' | 'viewer'> {
  readonly costs: Costs;
  readonly by: CostDivision;
  readonly amount: AmountKind;
  /** Unit the page is about; null: the town. */
  readonly within: { readonly unitKey: string; readonly name: string } | null;
  /** Rows of each year inside `within`. */
  readonly years: Costs['years'];
  readonly lines: readonly CostLine[];
  readonly nameOf: (key: string | null) => string;
  /** Where a line leads, if anywhere. */
  readonly hrefOf: (key: string | null) => string | null;
  /** Units above `within`, from the top. */
  readonly above: readonly { readonly label: string; readonly href: string }[];
  /** Programmes listed one by one: at the bottom of the organisation. */
  readonly programmes: readonly {
    readonly programmeKey: string;
    readonly name: string;
    readonly amounts: readonly (number | null)[];
  }[];
}

const SumCell = ({ sum }: { readonly sum: Sum }) => (
  <td className="table__number">
    {sum.counted === 0 ? '―' : amountCell(sum.thousandYen)}
    {sum.without > 0 && <span className="programme-place">記載なし {sum.without}</span>}
  </td>
);

const FundingTable = ({
  years,
  kind,
}: {
  readonly years: CostsPageProps['years'];
  readonly kind: 'settled' | 'budget';
}) => {
  const sums = years.map(({ rows }) => ({ funding: fundingSumOf(rows, kind), total: sumOf(rows, kind) }));
  return (
    <section className="section" aria-labelledby="funding-title">
      <h2 id="funding-title">財源別</h2>
      <TableScroll label="財源別の表">
        <table className="table">
          <caption>{amountWords[kind]}の財源（千円）。各行の計は合計と同じです。</caption>
          <thead>
            <tr>
              <th scope="col">財源</th>
              {years.map(({ fiscalYear }) => (
                <th key={fiscalYear} scope="col" className="table__number">
                  {yearName(fiscalYear)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {fundingParts.map((part) => (
              <tr key={part}>
                <th scope="row">{fundingWords[part]}</th>
                {sums.map(({ funding }, index) => (
                  <td key={years[index]?.fiscalYear} className="table__number">
                    {amountCell(funding.known === 0 ? null : funding.parts[part])}
                  </td>
                ))}
              </tr>
            ))}
            <tr>
              <th scope="row">財源の分からない額</th>
              {sums.map(({ funding }, index) => (
                <td key={years[index]?.fiscalYear} className="table__number">
                  {amountCell(funding.known + funding.unknown === 0 ? null : funding.unknownThousandYen)}
                  {funding.unknown > 0 && <span className="programme-place">{funding.unknown}事業</span>}
                </td>
              ))}
            </tr>
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">合計</th>
              {sums.map(({ total }, index) => (
                <SumCell key={years[index]?.fiscalYear} sum={total} />
              ))}
            </tr>
          </tfoot>
        </table>
      </TableScroll>
    </section>
  );
};

const Chooser = ({
  by,
  amount,
  within,
  href,
}: Pick<CostsPageProps, 'by' | 'amount' | 'within'> & { readonly href: string }) => (
  <form method="get" action={href} className="fields-row no-print" aria-label="経費の分け方">
    {within !== null && <input type="hidden" name="within" value={within.unitKey} />}
    <SelectField
      form={formFromEntries([['by', by]])}
      name="by"
      label="分け方"
      choices={costDivisions.map((value) => ({ value, label: divisionWords[value] }))}
    />
    <SelectField
      form={formFromEntries([['amount', amount]])}
      name="amount"
      label="金額"
      choices={(Object.keys(amountWords) as AmountKind[]).map((value) => ({
        value,
        label: amountWords[value],
      }))}
    />
    <p className="actions">
      <button type="submit" className="button button--quiet">
        分ける
      </button>
    </p>
  </form>
);

/** 経費: from the town's total to one programme, several years side by side. */
export const CostsPage = (page: CostsPageProps) => {
  const { town, viewer, by, amount, within, years, lines, above } = page;
  const office = `/m/${town.municipality}/office`;
  const href = `${office}/programmes/costs`;
  const newest = years[0];
  // A year whose records came before its figures says nothing yet: the sentence is about the newest that does.
  const told = years.find(({ rows }) => sumOf(rows, amount).counted > 0) ?? newest;
  return (
    <OfficeLayout
      title={within === null ? '経費' : `経費（${within.name}）`}
      town={town}
      viewer={viewer}
      current="programmes"
      breadcrumb={[
        { label: '事務事業', href: `${office}/programmes` },
        ...(within === null ? [] : [{ label: '経費', href }, ...above]),
      ]}
    >
      <ProgrammesNav office={office} viewer={viewer} current={within === null ? 'costs' : 'other'} />
      {newest === undefined || told === undefined ? (
        <div className="empty">
          <p className="empty__title">まだ経費の記録がありません</p>
          <p>事務事業に予算額や決算額が入ると、ここに合計が出ます。</p>
        </div>
      ) : (
        <>
          <Chooser by={by} amount={amount} within={within} href={href} />
          <p>
            {yearName(told.fiscalYear)}の{amountWords[amount]}: <b>{sumWords(sumOf(told.rows, amount))}</b>
          </p>
          <TableScroll label={`${divisionWords[by]}別の経費`}>
            <table className="table">
              <caption>
                {divisionWords[by]}別の{amountWords[amount]}
                （千円）。「記載なし」は、記録はあって金額の分からない事業の数で、合計に入っていません。
                {by === 'item' &&
                  '複数の項目につながる事業は、それぞれの項目に全額を数えるので、項目の計は合計と合いません。'}
              </caption>
              <thead>
                <tr>
                  <th scope="col">{divisionWords[by]}</th>
                  {years.map(({ fiscalYear, isSettled }) => (
                    <th key={fiscalYear} scope="col" className="table__number">
                      {yearName(fiscalYear)}
                      {isSettled && <span className="programme-place">決算確定</span>}
                    </th>
                  ))}
                  <th scope="col" className="table__number">
                    事業の数
                  </th>
                </tr>
              </thead>
              <tbody>
                {lines.map(({ key, sums }) => {
                  const to = page.hrefOf(key);
                  const first = sums[0];
                  return (
                    <tr key={key ?? ''}>
                      <th scope="row">
                        {to === null ? page.nameOf(key) : <a href={to}>{page.nameOf(key)}</a>}
                      </th>
                      {sums.map((sum, index) => (
                        <SumCell key={years[index]?.fiscalYear} sum={sum} />
                      ))}
                      <td className="table__number">
                        {first === undefined ? 0 : first.counted + first.without}
                      </td>
                    </tr>
                  );
                })}
                {page.programmes.map(({ programmeKey, name, amounts }) => (
                  <tr key={programmeKey}>
                    <th scope="row">
                      <a href={programmeHref(town.municipality, programmeKey)}>{name}</a>
                    </th>
                    {amounts.map((value, index) => (
                      <td key={years[index]?.fiscalYear} className="table__number">
                        {amountCell(value)}
                      </td>
                    ))}
                    <td />
                  </tr>
                ))}
              </tbody>
              <tfoot>
                <tr>
                  <th scope="row">合計</th>
                  {years.map(({ fiscalYear, rows }) => (
                    <SumCell key={fiscalYear} sum={sumOf(rows, amount)} />
                  ))}
                  <td className="table__number">{newest.rows.length}</td>
                </tr>
              </tfoot>
            </table>
          </TableScroll>
          <p className="quiet small">事業の数は{yearName(newest.fiscalYear)}のものです。</p>
          {amount !== 'total' && <FundingTable years={years} kind={amount} />}
        </>
      )}
    </OfficeLayout>
  );
};
