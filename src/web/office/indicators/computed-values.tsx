import type { ComputedFigure } from '../../../app/indicator/computed-figures.ts';
import type { IndicatorDesk } from '../../../app/indicator/read-indicator-desk.ts';
import { formatFiscalYear } from '../../../domain/kernel/fiscal-year.ts';
import { TableScroll } from '../../components/table-scroll.tsx';
import { formatFigure } from '../../text/figures.ts';

interface Props {
  readonly desk: IndicatorDesk;
  /** Address of the list of indicators. */
  readonly list: string;
}

const Row = ({ desk, figure }: { readonly desk: IndicatorDesk; readonly figure: ComputedFigure }) => {
  const { indicator, values } = desk.loaded;
  const value = values.find(
    (each) =>
      each.series === 'actual' &&
      each.breakdown === '' &&
      each.stage === figure.stage &&
      each.fiscalYear === figure.fiscalYear,
  );
  const shown = value === undefined ? null : formatFigure(value, indicator, 'ja');
  return (
    <tr>
      <th scope="row" className="table__nowrap">
        {formatFiscalYear(figure.fiscalYear, 'wareki')}
      </th>
      <td className="number">
        {shown ?? <span className="quiet">計算できません</span>}
        {value?.status === 'provisional' && value.value !== null && <span className="small"> 速報</span>}
      </td>
      <td>
        {figure.arithmetic('ja').map((line) => (
          <p key={line}>{line}</p>
        ))}
      </td>
      <td className="table__nowrap">
        <span className={`tag status-tag status-tag--${figure.stage === 'draft' ? 'draft' : 'in-force'}`}>
          {figure.stage === 'draft' ? '元の下書きによる' : '公開済みの値による'}
        </span>
      </td>
    </tr>
  );
};

/** 計算する指標: nothing to type; the arithmetic of each year with the figures it is made of. */
export const ComputedValues = ({ desk, list }: Props) => {
  const { indicator, computedFigures } = desk.loaded;
  const operands = indicator.computed?.operands ?? [];
  return (
    <section className="section" aria-labelledby="computed-title">
      <h2 id="computed-title">計算した値</h2>
      <p>
        ほかの指標の同じ年度の値から計算します。ここでは入力しません。値を直すときは、元の指標を直してください:{' '}
        {operands.map((key, index) => (
          <span key={key}>
            {index > 0 && '、'}
            <a href={`${list}/${encodeURIComponent(key)}`}>{desk.names.get(key) ?? key}</a>
          </span>
        ))}
        。
      </p>
      {computedFigures.length === 0 ? (
        <p>元の指標に、まだ値がありません。</p>
      ) : (
        <TableScroll label="年度ごとの計算">
          <table className="table">
            <caption className="visually-hidden">{indicator.name}の計算した値</caption>
            <thead>
              <tr>
                <th scope="col">年度</th>
                <th scope="col" className="number">
                  値
                </th>
                <th scope="col">計算</th>
                <th scope="col">状態</th>
              </tr>
            </thead>
            <tbody>
              {computedFigures
                .toSorted((a, b) => b.fiscalYear - a.fiscalYear || (a.stage < b.stage ? -1 : 1))
                .map((figure) => (
                  <Row key={`${figure.stage} ${figure.fiscalYear}`} desk={desk} figure={figure} />
                ))}
            </tbody>
          </table>
        </TableScroll>
      )}
    </section>
  );
};
