import { DirectionMark } from '../../../components/direction-mark.tsx';
import { TableScroll } from '../../../components/table-scroll.tsx';
import { statusTags, statusWords } from '../rounds/words.ts';
import type { SheetListProps } from './list.tsx';

/** One row a sheet, with a tick where the person can do something with it. */
export const SheetTable = ({ view, listed, base, form }: SheetListProps) => {
  const { scheme, round, manages } = view;
  const some = scheme.stages.some(({ subjects }) => subjects === 'some');
  const canTick = round.state === 'open' && (listed.some(({ mine }) => mine) || (manages && some));
  const ticked = new Set(form.all('chosen'));
  const word = (key: string) => scheme.directions.find((direction) => direction.key === key);
  return (
    <TableScroll label="評価シート">
      <table className="table">
        <caption className="visually-hidden">評価シート</caption>
        <thead>
          <tr>
            {canTick && (
              <th scope="col">
                <span data-tick-all>選ぶ</span>
              </th>
            )}
            <th scope="col">番号</th>
            <th scope="col">名称</th>
            <th scope="col">担当課</th>
            <th scope="col">状態</th>
            <th scope="col">今の段階</th>
            <th scope="col">方向性</th>
          </tr>
        </thead>
        <tbody>
          {listed.map(({ sheet, subject, unitName, stage, late, mine, direction }) => {
            const said = word(direction);
            return (
              <tr key={subject.subjectKey}>
                {canTick && (
                  <td>
                    {(mine || (manages && some && stage !== null)) && (
                      <>
                        <input
                          type="checkbox"
                          name="chosen"
                          value={subject.subjectKey}
                          aria-label={`${subject.name}を選ぶ`}
                          defaultChecked={ticked.has(subject.subjectKey)}
                        />
                        <input type="hidden" name={`seen.${subject.subjectKey}`} value={sheet.version} />
                      </>
                    )}
                  </td>
                )}
                <td>{subject.number}</td>
                <th scope="row">
                  <a href={`${base}/sheets/${encodeURIComponent(subject.subjectKey)}`}>{subject.name}</a>
                </th>
                <td>{unitName}</td>
                <td>
                  <span className={`tag status-tag status-tag--${statusTags[sheet.status]}`}>
                    {sheet.exemption === '' ? statusWords[sheet.status] : '対象外'}
                  </span>
                  {late && <strong className="sheet__late"> 遅れ</strong>}
                  {mine && <span className="todo__count"> あなたの番</span>}
                </td>
                <td>{stage?.label ?? '―'}</td>
                <td>
                  {said === undefined ? '―' : <DirectionMark common={said.common} label={said.label} />}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableScroll>
  );
};
