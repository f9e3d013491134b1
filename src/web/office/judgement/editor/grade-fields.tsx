import { partOf, rowsOf, textOf } from '../form/branch.ts';
import { gradeClasses, shapes } from '../scheme-words.data.ts';
import { useEditing } from './editing.ts';
import { GroupProblems, Kept, RowButton, RowTools, Select, Text } from './fields.tsx';

/** 段階: how each is called, what it looks like, whether it is good, and its points. */
export const GradeFields = ({ axis }: { readonly axis: number }) => {
  const { root } = useEditing();
  const list = `axes.${axis}.grades`;
  const grades = rowsOf(partOf(root, 'axes', String(axis)), 'grades');
  return (
    <section id={`f-${list.replaceAll('.', '-')}`} aria-label="段階" className="grades">
      <h3>段階</h3>
      <p className="field__hint">よい順に並べます。形は、色の見分けにくい人や白黒の印刷のために使います。</p>
      <GroupProblems name={list} />
      <div className="edit-rows">
        <table className="table table--edit">
          <caption className="visually-hidden">段階</caption>
          <thead>
            <tr>
              <th scope="col">呼び名</th>
              <th scope="col">記号</th>
              <th scope="col">形</th>
              <th scope="col">よしあし</th>
              <th scope="col">点数</th>
              <th scope="col">意味</th>
              <th scope="col">英語</th>
              <th scope="col">行</th>
            </tr>
          </thead>
          <tbody>
            {grades.map((grade, at) => {
              const row = `${list}.${at}`;
              const which = `段階${at + 1}の`;
              return (
                <tr key={textOf(grade, 'key')}>
                  <td>
                    <Kept name={`${row}.key`} />
                    <GroupProblems name={row} />
                    <Text name={`${row}.label`} label={`${which}呼び名`} quietLabel />
                  </td>
                  <td>
                    <Text name={`${row}.symbol`} label={`${which}記号`} size="short" quietLabel />
                  </td>
                  <td>
                    <Select name={`${row}.shape`} label={`${which}形`} choices={shapes} quietLabel />
                  </td>
                  <td>
                    <Select
                      name={`${row}.class`}
                      label={`${which}よしあし`}
                      choices={gradeClasses}
                      quietLabel
                    />
                  </td>
                  <td>
                    <Text name={`${row}.points`} label={`${which}点数`} size="short" quietLabel />
                  </td>
                  <td>
                    <Text name={`${row}.meaning`} label={`${which}意味`} quietLabel />
                  </td>
                  <td>
                    <Text name={`${row}.labelEn`} label={`${which}英語の呼び名`} quietLabel />
                  </td>
                  <td>
                    <RowTools list={list} row={at} length={grades.length} what={`段階${at + 1}`} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <RowButton then={`add ${list}`} to={list}>
        段階を加える
      </RowButton>
    </section>
  );
};
