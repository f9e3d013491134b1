import type { RoundView } from '../../../../app/evaluation/read-round.ts';
import type { StageProgress } from '../../../../domain/evaluation/round-progress.ts';
import { TableScroll } from '../../../components/table-scroll.tsx';
import { dueText } from './round-fields.tsx';

const Cell = ({ stage, href }: { readonly stage: StageProgress; readonly href: string }) => {
  const { all, waiting, notStarted, returned, late, done } = stage;
  if (all === 0) return <td className="quiet">―</td>;
  return (
    <td className="progress-cell">
      <span className="progress-cell__bar" aria-hidden="true">
        <progress value={done} max={all} tabIndex={-1} />
      </span>
      <span>
        {done}/{all}
      </span>
      {waiting > 0 && (
        <a href={href}>
          待ち {waiting}件{notStarted > 0 && `（未着手 ${notStarted}）`}
        </a>
      )}
      {returned > 0 && <span>差し戻し {returned}</span>}
      {late > 0 && <strong className="sheet__late">遅れ {late}</strong>}
    </td>
  );
};

/** 進みぐあい: units down, stages across; each figure leads to its sheets. */
export const ProgressTable = ({ base, view }: { readonly base: string; readonly view: RoundView }) => {
  const { progress, scheme, round, units } = view;
  const names = new Map(units.map(({ unitKey, name }) => [unitKey, name]));
  const sum = (pick: (row: (typeof progress)[number]) => number) =>
    progress.reduce((all, row) => all + pick(row), 0);
  return (
    <TableScroll label="課と段階ごとの進みぐあい">
      <table className="table progress-table">
        <caption className="visually-hidden">課と段階ごとの進みぐあい</caption>
        <thead>
          <tr>
            <th scope="col">担当課</th>
            <th scope="col">シート</th>
            {scheme.stages.map(({ key, label }) => (
              <th scope="col" key={key}>
                {label}
                {round.dueOn[key] !== undefined && (
                  <span className="progress-table__due">期限 {dueText(round.dueOn[key])}</span>
                )}
              </th>
            ))}
            <th scope="col">評価済み</th>
          </tr>
        </thead>
        <tbody>
          {progress.map((row) => (
            <tr key={row.unitKey ?? ''}>
              <th scope="row">
                <a href={`${base}/sheets?unit=${encodeURIComponent(row.unitKey ?? '-')}`}>
                  {names.get(row.unitKey ?? '') ?? '担当課なし'}
                </a>
              </th>
              <td>
                {row.all}
                {row.exempt > 0 && <span className="quiet">（対象外 {row.exempt}）</span>}
              </td>
              {row.stages.map((stage) => (
                <Cell
                  key={stage.stageKey}
                  stage={stage}
                  href={`${base}/sheets?unit=${encodeURIComponent(row.unitKey ?? '-')}&stage=${encodeURIComponent(stage.stageKey)}`}
                />
              ))}
              <td>
                {row.final}/{row.all - row.exempt}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">合計</th>
            <td>{sum(({ all }) => all)}</td>
            {scheme.stages.map(({ key }, at) => {
              const stages = progress.flatMap((row) => row.stages[at] ?? []);
              const late = stages.reduce((all, stage) => all + stage.late, 0);
              return (
                <td key={key}>
                  {stages.reduce((all, stage) => all + stage.done, 0)}/
                  {stages.reduce((all, stage) => all + stage.all, 0)}
                  {late > 0 && <strong className="sheet__late"> 遅れ {late}</strong>}
                </td>
              );
            })}
            <td>
              {sum(({ final }) => final)}/{sum(({ all, exempt }) => all - exempt)}
            </td>
          </tr>
        </tfoot>
      </table>
    </TableScroll>
  );
};
