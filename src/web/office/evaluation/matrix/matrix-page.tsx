import type { DecisionRound } from '../../../../app/evaluation/read-decisions.ts';
import { type Decision, standingDirection } from '../../../../domain/evaluation/decision.ts';
import { type Matrix, type MatrixCell, noneKey } from '../../../../domain/evaluation/matrix.ts';
import { DirectionMark } from '../../../components/direction-mark.tsx';
import { TableScroll } from '../../../components/table-scroll.tsx';
import type { OfficeEnv } from '../../../middleware/session.ts';
import { proseYen, tableYen } from '../../../text/yen.ts';
import { OfficeLayout } from '../../layout.tsx';
import { roundBase } from '../meeting/agenda-page.tsx';

/** In an address nothing can be empty: the row or column of what has no value. */
export const noneInAddress = '*none';

/** Of what has no value: every programme costs something, though nobody may know how much. */
const labelOf = (label: string, axis: string): string =>
  label !== '' ? label : axis === 'cost' ? '不明' : 'なし';

export interface ChosenCell {
  readonly row: string;
  readonly column: string;
}

const inAddress = (key: string): string => (key === noneKey ? noneInAddress : key);

/** Nothing known is not zero. */
const Amount = ({ cell }: { readonly cell: MatrixCell<Decision> }) => (
  <span className="figure-table__mark">
    {cell.count > 0 && cell.withoutAmount === cell.count ? '費用不明' : tableYen(cell.amountThousandYen)}
  </span>
);

const Cell = ({
  cell,
  href,
  isChosen,
}: {
  readonly cell: MatrixCell<Decision>;
  readonly href: string;
  readonly isChosen: boolean;
}) =>
  cell.count === 0 ? (
    <td className="number quiet">0</td>
  ) : (
    <td className="number">
      <a href={href} aria-current={isChosen ? 'true' : undefined}>
        {cell.count}件
      </a>
      <Amount cell={cell} />
    </td>
  );

interface ShownMatrix {
  readonly key: string;
  readonly title: string;
  /** Names of the axes */
  readonly rows: string;
  readonly columns: string;
  readonly matrix: Matrix<Decision>;
}

/** 判断の表: counts, below them thousand yen; each cell leads to its programmes. */
export const MatrixTable = ({
  shown: { title, matrix, ...axes },
  hrefOf,
  chosen,
}: {
  readonly shown: ShownMatrix;
  readonly hrefOf: (cell: ChosenCell) => string;
  readonly chosen: ChosenCell | null;
}) => (
  <TableScroll label={title}>
    <table className="table decision-matrix">
      <caption>
        {title} <span className="small quiet">件数と費用（千円）</span>
      </caption>
      <thead>
        <tr>
          <th scope="col">
            {matrix.rowTitle} ＼ {matrix.columnTitle}
          </th>
          {matrix.columns.map(({ key, label }) => (
            <th key={key} scope="col" className="number">
              {labelOf(label, axes.columns)}
            </th>
          ))}
          <th scope="col" className="number">
            計
          </th>
        </tr>
      </thead>
      <tbody>
        {matrix.rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{labelOf(row.label, axes.rows)}</th>
            {row.cells.map((cell, at) => {
              const place = { row: inAddress(row.key), column: inAddress(matrix.columns[at]?.key ?? '') };
              return (
                <Cell
                  key={place.column}
                  cell={cell}
                  href={hrefOf(place)}
                  isChosen={chosen?.row === place.row && chosen.column === place.column}
                />
              );
            })}
            <td className="number">
              {row.sum.count}件
              <Amount cell={row.sum} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr className="grade-table__whole">
          <th scope="row">計</th>
          {[...matrix.columnSums, matrix.whole].map((sum, at) => (
            <td key={matrix.columns[at]?.key ?? '*whole'} className="number">
              {sum.count}件
              <Amount cell={sum} />
            </td>
          ))}
        </tr>
      </tfoot>
    </table>
  </TableScroll>
);

export const DecisionList = ({
  decisions,
  base,
}: {
  readonly decisions: readonly Decision[];
  readonly base: string;
}) => (
  <ul className="judged-list">
    {decisions
      .toSorted((a, b) => (b.amountThousandYen ?? -1) - (a.amountThousandYen ?? -1))
      .map((decision) => {
        const word = standingDirection(decision);
        return (
          <li key={decision.subjectKey}>
            <a href={`${base}/meeting/${encodeURIComponent(decision.subjectKey)}`}>{decision.name}</a>
            <span className="small">
              {word === null ? null : <DirectionMark common={word.common} label={word.label} />}{' '}
              {decision.amountThousandYen === null
                ? '費用は不明'
                : proseYen(decision.amountThousandYen, 'ja')}
              　{decision.unitName}
            </span>
          </li>
        );
      })}
  </ul>
);

export interface MatrixPageProps extends Pick<OfficeEnv['Variables'], 'town' | 'viewer'> {
  readonly view: DecisionRound;
  readonly choices: readonly { readonly key: string; readonly title: string; readonly query: string }[];
  readonly axes: readonly { readonly name: string; readonly title: string }[];
  readonly shown: ShownMatrix | null;
  readonly chosen: ChosenCell | null;
}

const chosenEntries = ({ matrix, rows, columns }: ShownMatrix, { row, column }: ChosenCell) => {
  const line = matrix.rows.find(({ key }) => inAddress(key) === row);
  const at = matrix.columns.findIndex(({ key }) => inAddress(key) === column);
  const cell = line?.cells[at];
  return line === undefined || cell === undefined
    ? null
    : {
        title: `${labelOf(line.label, rows)} × ${labelOf(matrix.columns[at]?.label ?? '', columns)}`,
        entries: cell.entries,
      };
};

const AxisChoice = ({ axes, shown, base }: MatrixPageProps & { readonly base: string }) => (
  <form method="get" action={`${base}/matrix`} className="filter-row no-print">
    {(
      [
        ['rows', '縦', shown?.rows],
        ['columns', '横', shown?.columns],
      ] as const
    ).map(([name, label, value]) => (
      <div key={name} className="field">
        <label htmlFor={`matrix-${name}`}>{label}</label>
        <select id={`matrix-${name}`} name={name} className="input input--medium" defaultValue={value}>
          {axes.map((axis) => (
            <option key={axis.name} value={axis.name}>
              {axis.title}
            </option>
          ))}
        </select>
      </div>
    ))}
    <button type="submit" className="button button--quiet">
      この組み合わせで見る
    </button>
  </form>
);

/** 判断の表: two axes of the scheme against each other, with a way into every cell. */
export const MatrixPage = (props: MatrixPageProps) => {
  const { town, viewer, view, choices, shown, chosen } = props;
  const base = roundBase(town.municipality, view.round.roundKey);
  const found = shown === null || chosen === null ? null : chosenEntries(shown, chosen);
  return (
    <OfficeLayout
      title="判断の表"
      town={town}
      viewer={viewer}
      current="programmes"
      breadcrumb={[
        { label: '評価の回', href: `/m/${town.municipality}/office/evaluation` },
        { label: view.round.title, href: base },
        { label: '本部の議題', href: `${base}/meeting` },
      ]}
    >
      <nav aria-label="表を選ぶ" className="no-print">
        <ul className="tags">
          {choices.map(({ key, title, query }) => (
            <li key={key}>
              <a
                className="chip"
                href={`${base}/matrix?${query}`}
                aria-current={shown?.key === key ? 'true' : undefined}
              >
                {title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <AxisChoice {...props} base={base} />
      {shown === null ? (
        <p>この様式には、表にできる軸がありません。</p>
      ) : (
        <>
          <MatrixTable
            shown={shown}
            chosen={chosen}
            hrefOf={({ row, column }) =>
              `${base}/matrix?${new URLSearchParams({ rows: shown.rows, columns: shown.columns, row, column })}#cell`
            }
          />
          <p className="small quiet">
            「{view.scheme.name}
            」の言葉で数えています。段階のうち、最後に渡されたものを数えます。どの事業も一つのます目にだけあります。
            {shown.matrix.whole.withoutAmount === 0
              ? ''
              : `費用が分からない${shown.matrix.whole.withoutAmount}件は、金額に入っていません。`}
          </p>
        </>
      )}
      {found === null ? null : (
        <section className="section" id="cell" aria-labelledby="cell-title">
          <h2 id="cell-title">
            {found.title}（{found.entries.length}件）
          </h2>
          {found.entries.length === 0 ? (
            <p>このます目に事業はありません。</p>
          ) : (
            <DecisionList decisions={found.entries} base={base} />
          )}
        </section>
      )}
      <p className="more no-print">
        <a href={`${base}/matrix/machine`}>計算と人の判断をくらべる</a>
      </p>
    </OfficeLayout>
  );
};
