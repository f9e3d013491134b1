import type { CollectionView, SheetState } from '../../../app/collection/read-collection.ts';
import { daysAfter } from '../../../domain/indicator/collection/lateness.ts';
import { formatFiscalYear } from '../../../domain/kernel/fiscal-year.ts';
import { formatJapaneseDate } from '../../../domain/kernel/japanese-date.ts';
import type { Problem } from '../../../domain/kernel/problem.ts';
import { TableScroll } from '../../components/table-scroll.tsx';
import type { Form } from '../../middleware/form.ts';
import type { OfficeEnv } from '../../middleware/session.ts';
import { CsrfField, OfficeLayout } from '../layout.tsx';
import { fieldSentences } from '../problem-sentences.ts';
import { CollectionFields } from './collection-fields.tsx';
import { Reminders } from './reminders.tsx';
import { sheetHref } from './sheet-page.tsx';
import { sheetSentence, stateTags, stateWords, waitingWords } from './words.ts';

export interface OverviewProps extends Pick<OfficeEnv['Variables'], 'town' | 'viewer'> {
  readonly view: CollectionView;
  readonly form: Form;
  readonly problems: readonly Problem[];
  readonly notice: string | undefined;
  /** A mail server is configured. */
  readonly hasMailServer: boolean;
}

const UnitRow = ({ state, page }: { readonly state: SheetState; readonly page: OverviewProps }) => {
  const { sheet, counts, unitName, late, dueOn, waiting, people } = state;
  const { today } = page.view;
  return (
    <tr>
      <th scope="row">
        <a href={sheetHref(page.town, sheet)}>{unitName}</a>
      </th>
      <td>
        <span className={`tag status-tag status-tag--${stateTags[sheet.state]}`}>
          {stateWords[sheet.state]}
        </span>
        {late && <strong className="sheet__late"> {daysAfter(dueOn, today)}日遅れ</strong>}
        {sheet.dueOn !== null && (
          <span className="collection__people">期限 {formatJapaneseDate(sheet.dueOn)}</span>
        )}
      </td>
      <td className="table__number">{counts.entered}</td>
      <td className="table__number">{counts.missing}</td>
      <td className="table__number">{counts.blank === 0 ? '0' : <b>{counts.blank}</b>}</td>
      <td>
        {waitingWords[waiting]}
        {waiting !== 'nobody' && (
          <span className="collection__people">
            {people.length === 0 ? '担当する職員がいません' : people.join('、')}
          </span>
        )}
      </td>
    </tr>
  );
};

const Sums = ({ sheets }: { readonly sheets: readonly SheetState[] }) => {
  const sum = (count: (state: SheetState) => number) =>
    sheets.reduce((total, state) => total + count(state), 0);
  return (
    <tr>
      <th scope="row">合計（{sheets.length}課）</th>
      <td>{sheets.filter(({ sheet }) => sheet.state === 'approved').length}課が承認済み</td>
      <td className="table__number">{sum(({ counts }) => counts.entered)}</td>
      <td className="table__number">{sum(({ counts }) => counts.missing)}</td>
      <td className="table__number">{sum(({ counts }) => counts.blank)}</td>
      <td>{sheets.filter(({ late }) => late).length}課が遅れ</td>
    </tr>
  );
};

const Change = (page: OverviewProps) => {
  const { view, viewer, town, form, problems } = page;
  const { collection } = view;
  const action = `/m/${town.municipality}/office/collections/${collection.fiscalYear}`;
  const closed = collection.closedAt !== null;
  const asked = view.sheets.map(({ sheet, unitName, counts }) => ({
    unitKey: sheet.unitKey,
    unitName,
    asked: counts.asked,
  }));
  return (
    <section className="section" aria-labelledby="change-title">
      <h2 id="change-title">照会を変える・締め切る</h2>
      {!closed && (
        <p>
          <a href={`${action}/due-days`}>課ごとに違う期限を決める</a>
        </p>
      )}
      {!closed && (
        <details open={problems.length > 0}>
          <summary>期限・伝言・尋ねる課を変える</summary>
          <form method="post" action={action} className="form section">
            <CsrfField viewer={viewer} />
            <input type="hidden" name="version" value={collection.version} />
            <CollectionFields
              form={form}
              sentences={fieldSentences(problems)}
              units={[...asked.filter((unit) => unit.asked > 0), ...view.notAsked]}
            />
            <p className="quiet">もう尋ねた課は、印を外しても残ります。入力したものは消えません。</p>
            <button type="submit" name="do" value="change" className="button button--quiet">
              変える
            </button>
          </form>
        </details>
      )}
      <form method="post" action={action} className="form section">
        <CsrfField viewer={viewer} />
        <input type="hidden" name="version" value={collection.version} />
        <p>
          {closed
            ? '開き直すと、承認されていない入力表にまた入力できます。'
            : '締め切ると、どの課も入力・提出・承認ができなくなります。承認されていない値は下書きのまま残ります。'}
        </p>
        <p className="actions">
          <button
            type="submit"
            name="do"
            value={closed ? 'reopen' : 'close'}
            className="button button--quiet"
          >
            {closed ? '照会を開き直す' : '照会を締め切る'}
          </button>
        </p>
      </form>
    </section>
  );
};

/** One collection: how far every unit is, who is late, and what the planner can do about it. */
export const OverviewPage = (page: OverviewProps) => {
  const { town, viewer, view, problems, notice } = page;
  const { collection, sheets, mayCollect } = view;
  const office = `/m/${town.municipality}/office`;
  return (
    <OfficeLayout
      title={`${formatFiscalYear(collection.fiscalYear, 'wareki')}の実績の照会`}
      town={town}
      viewer={viewer}
      current="indicators"
      breadcrumb={[
        { label: '指標', href: `${office}/indicators` },
        { label: '実績の照会', href: `${office}/collections` },
      ]}
      notice={notice}
      problems={problems.map((problem) => sheetSentence(problem, new Map()))}
    >
      <p>
        期限 {formatJapaneseDate(collection.dueOn)}
        {collection.closedAt !== null && '（締め切り済み）'}
      </p>
      {collection.note !== '' && <p className="sheet__note">{collection.note}</p>}
      <TableScroll label="課ごとの状態">
        <table className="table">
          <caption className="visually-hidden">課ごとの状態</caption>
          <thead>
            <tr>
              <th scope="col">課</th>
              <th scope="col">状態</th>
              <th scope="col" className="table__number">
                値あり
              </th>
              <th scope="col" className="table__number">
                理由あり
              </th>
              <th scope="col" className="table__number">
                空き
              </th>
              <th scope="col">待っているもの</th>
            </tr>
          </thead>
          <tbody>
            {sheets.map((state) => (
              <UnitRow key={state.sheet.unitKey} state={state} page={page} />
            ))}
          </tbody>
          <tfoot>
            <Sums sheets={sheets} />
          </tfoot>
        </table>
      </TableScroll>
      {view.withoutUnit > 0 && (
        <p className="quiet">
          担当の組織が決まっていない指標が{view.withoutUnit}件あり、だれにも尋ねていません。
          <a href={`${office}/indicators`}>指標の一覧</a>
        </p>
      )}
      {view.notAsked.length > 0 && (
        <p className="quiet">
          指標があるのに尋ねていない課: {view.notAsked.map(({ unitName }) => unitName).join('、')}
        </p>
      )}
      {mayCollect && <Reminders {...page} />}
      {mayCollect && <Change {...page} />}
    </OfficeLayout>
  );
};
