import type { DecisionRound } from '../../../../app/evaluation/read-decisions.ts';
import type { Decision } from '../../../../domain/evaluation/decision.ts';
import { differingDecisions } from '../../../../domain/evaluation/decision-axes.ts';
import { type Matrix, noneKey } from '../../../../domain/evaluation/matrix.ts';
import { percentOf } from '../../../../domain/evaluation/totals.ts';
import { TableScroll } from '../../../components/table-scroll.tsx';
import type { OfficeEnv } from '../../../middleware/session.ts';
import { tableYen } from '../../../text/yen.ts';
import { OfficeLayout } from '../../layout.tsx';
import { roundBase } from '../meeting/agenda-page.tsx';

export interface MachinePageProps extends Pick<OfficeEnv['Variables'], 'town' | 'viewer'> {
  readonly view: DecisionRound;
  readonly matrix: Matrix<Decision>;
}

/** How many have both, and of these how many are the same. */
export const agreementOf = (
  matrix: Matrix<Decision>,
): { readonly both: number; readonly same: number; readonly without: number } => {
  let [both, same] = [0, 0];
  for (const row of matrix.rows) {
    if (row.key === noneKey) continue;
    for (const [at, { key }] of matrix.columns.entries()) {
      if (key === noneKey) continue;
      const count = row.cells[at]?.count ?? 0;
      both += count;
      if (key === row.key) same += count;
    }
  }
  return { both, same, without: matrix.whole.count - both };
};

const Differing = ({ view, base }: { readonly view: DecisionRound; readonly base: string }) => {
  const differing = differingDecisions(view.decisions);
  const label = (key: string | null): string =>
    view.scheme.grades.find((grade) => grade.key === key)?.label ?? key ?? '—';
  if (differing.length === 0) return <p>計算とちがう判断はありません。</p>;
  return (
    <TableScroll label="計算とちがう判断（表）">
      <table className="table table--words">
        <caption className="visually-hidden">計算とちがう判断</caption>
        <thead>
          <tr>
            <th scope="col">事業</th>
            <th scope="col">段階</th>
            <th scope="col">計算</th>
            <th scope="col">人</th>
            <th scope="col">理由</th>
            <th scope="col" className="number">
              費用（千円）
            </th>
          </tr>
        </thead>
        <tbody>
          {differing.map((decision) => {
            const said = decision.said.findLast(
              ({ handedOn, grade, machineGrade }) => handedOn && grade !== null && machineGrade !== null,
            );
            return (
              <tr key={decision.subjectKey}>
                <th scope="row">
                  <a href={`${base}/meeting/${encodeURIComponent(decision.subjectKey)}`}>{decision.name}</a>
                </th>
                <td>{said?.stage.label ?? '—'}</td>
                <td>{label(said?.machineGrade ?? null)}</td>
                <td>{label(said?.grade ?? null)}</td>
                <td className="prose">{said?.answers['grade.reason'] || '書かれていません'}</td>
                <td className="number">
                  {decision.amountThousandYen === null ? '—' : tableYen(decision.amountThousandYen)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableScroll>
  );
};

/** 計算と人の判断: where they agree, where not, and why. */
export const MachinePage = ({ town, viewer, view, matrix }: MachinePageProps) => {
  const base = roundBase(town.municipality, view.round.roundKey);
  const { both, same, without } = agreementOf(matrix);
  return (
    <OfficeLayout
      title="計算と人の判断"
      town={town}
      viewer={viewer}
      current="programmes"
      breadcrumb={[
        { label: '評価の回', href: `/m/${town.municipality}/office/evaluation` },
        { label: view.round.title, href: base },
        { label: '本部の議題', href: `${base}/meeting` },
      ]}
    >
      {both === 0 ? (
        <p>計算による評価と人の評価の両方がある事業は、まだありません。</p>
      ) : (
        <>
          <p className="finding">
            {both}件のうち{same}件（{percentOf(same, both)}%）は、計算と人の評価が同じです。
          </p>
          <TableScroll label="計算による評価と人の評価（表）">
            <table className="table decision-matrix">
              <caption>計算による評価（縦）と人の評価（横）</caption>
              <thead>
                <tr>
                  <th scope="col">計算 ＼ 人</th>
                  {matrix.columns.map(({ key, label }) => (
                    <th key={key} scope="col" className="number">
                      {label === '' ? 'なし' : label}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {matrix.rows.map((row) => (
                  <tr key={row.key}>
                    <th scope="row">{row.label === '' ? 'なし' : row.label}</th>
                    {row.cells.map((cell, at) => (
                      <td key={matrix.columns[at]?.key} className="number">
                        {matrix.columns[at]?.key === row.key && row.key !== noneKey ? (
                          <b>{cell.count}</b>
                        ) : (
                          cell.count
                        )}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </TableScroll>
          {without === 0 ? null : (
            <p className="small quiet">どちらかの評価がない{without}件は、割合に入れていません。</p>
          )}
        </>
      )}
      <section className="section" aria-labelledby="differing">
        <h2 id="differing">計算とちがう判断</h2>
        <Differing view={view} base={base} />
      </section>
    </OfficeLayout>
  );
};
