import { TableScroll } from '../../../../components/table-scroll.tsx';
import { type Computed, figureText } from '../../../../islands/population/live-figures.ts';
import { calendarYear } from '../../../../text/calendar-year.ts';

interface FigureProps {
  readonly computed: Computed;
  /** total:2032 */
  readonly of: string;
}

/** A figure the script works out anew while somebody moves an assumption. */
export const Figure = ({ computed, of }: FigureProps) => (
  <span data-population-figure={of}>{figureText(computed, of, 'ja') ?? '－'}</span>
);

const columns = [
  ['total', '総人口', ''],
  ['difference', '動かさない場合との差', ''],
  ['children', '0～14歳', ''],
  ['workingAge', '15～64歳', ''],
  ['aged', '65歳以上', ''],
  ['agedFrom75', '75歳以上', ''],
  ['agedShare', '高齢化率', '％'],
] as const;

/** Both bands of the picture. */
const ranges = [
  ['low50', 'high50', '予測の幅（50％）'],
  ['low', 'high', '予測の幅（80％）'],
] as const;

/** 5年ごとの結果: the figures behind the pictures. */
export const YearTable = ({ computed }: { readonly computed: Computed }) => (
  <TableScroll label="5年ごとの結果">
    <table className="table table--nowrap">
      <caption>5年ごとの結果（10月1日、人）</caption>
      <thead>
        <tr>
          <th scope="col">年</th>
          {columns.map(([of, label]) => (
            <th scope="col" key={of} className="table__number">
              {label}
            </th>
          ))}
          {ranges.map(([, , label]) => (
            <th scope="col" key={label} className="table__number">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {computed.projection.years.map((year, at) => (
          <tr key={year}>
            <th scope="row" className="table__nowrap">
              {calendarYear(year, 'ja')}
            </th>
            {columns.map(([of, , unit]) => (
              <td className="table__number" key={of}>
                <Figure computed={computed} of={`${of}:${year}`} />
                {unit}
              </td>
            ))}
            {ranges.map(([low, high, label]) => (
              <td className="table__number" key={label}>
                {at === 0 ? (
                  '－'
                ) : (
                  <>
                    <Figure computed={computed} of={`${low}:${year}`} />
                    ～
                    <Figure computed={computed} of={`${high}:${year}`} />
                  </>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </TableScroll>
);
