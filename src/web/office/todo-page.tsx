import type { ReactNode } from 'react';
import type { Todo } from '../../app/town/read-todo.ts';
import { mayAnywhere } from '../../domain/access/may.ts';
import { formatFiscalYear } from '../../domain/kernel/fiscal-year.ts';
import { formatJapaneseDate } from '../../domain/kernel/japanese-date.ts';
import type { OfficeEnv } from '../middleware/session.ts';
import { japanTime } from '../text/japan-time.ts';
import { keptTypingPlace } from './kept-typing-place.ts';
import { OfficeLayout } from './layout.tsx';
import { evaluationTodoSentence, sheetTodoSentence, stepSentence, todoSentence } from './todo-sentences.ts';

interface TodoPageProps extends Pick<OfficeEnv['Variables'], 'town' | 'viewer'> {
  readonly todo: Todo;
  readonly notice?: string | undefined;
}

/** What is shown at once; the rest is folded away, not left out. */
const shownFirst = 8;

interface GroupProps<Entry> {
  readonly id: string;
  readonly title: string;
  readonly entries: readonly Entry[];
  readonly children: (entry: Entry) => ReactNode;
}

const Group = <Entry,>({ id, title, entries, children }: GroupProps<Entry>) => {
  if (entries.length === 0) return null;
  const [first, rest] = [entries.slice(0, shownFirst), entries.slice(shownFirst)];
  return (
    <section className="section" aria-labelledby={id}>
      <h2 id={id}>
        {title} <span className="todo__count">{entries.length}件</span>
      </h2>
      <ul className="todo">{first.map(children)}</ul>
      {rest.length > 0 && (
        <details>
          <summary>ほかの{rest.length}件</summary>
          <ul className="todo">{rest.map(children)}</ul>
        </details>
      )}
    </section>
  );
};

interface NothingToDoProps {
  readonly office: string;
  readonly mayRead: boolean;
  /** May set the yearly cycle up: in a new town the first thing there is to do. */
  readonly maySetUp: boolean;
}

const NothingToDo = ({ office, mayRead, maySetUp }: NothingToDoProps) => (
  <div className="empty">
    <p className="empty__title">今、あなたを待っている作業はありません。</p>
    <p>承認や公開を待つ改定案、書きかけの入力、担当の項目や指標の不足があると、ここに並びます。</p>
    {mayRead && (
      <p className="actions">
        <a href={`${office}/plans`}>計画を見る</a>
        <a href={`${office}/indicators`}>指標を見る</a>
        {maySetUp && <a href={`${office}/cycle/start`}>年度サイクルの準備を見る</a>}
      </p>
    )}
  </div>
);

export const TodoPage = ({ town, viewer, todo, notice }: TodoPageProps) => {
  const office = `/m/${town.municipality}/office`;
  const { revisions, items, indicators, kept, locked } = todo;
  const { sheets, late } = todo.collection;
  const { evaluation } = todo;
  const remindedAt = todo.collection.remindedAt ?? evaluation.remindedAt;
  const count =
    evaluation.entries.length +
    todo.budget.length +
    evaluation.late.length +
    sheets.length +
    late.length +
    revisions.length +
    items.length +
    indicators.length +
    kept.length +
    locked.length;
  const year = formatFiscalYear(todo.fiscalYear, 'wareki');
  return (
    <OfficeLayout title="やること" town={town} viewer={viewer} current="todo" notice={notice}>
      {count === 0 && (
        <NothingToDo
          office={office}
          mayRead={mayAnywhere(viewer.actor, 'plan.view-draft')}
          maySetUp={mayAnywhere(viewer.actor, 'programme.manage')}
        />
      )}
      {remindedAt !== null && (
        <p className="notice">{japanTime(remindedAt)} に、企画担当から入力・承認の督促がありました。</p>
      )}
      <Group id="evaluation" title="評価シート" entries={evaluation.entries}>
        {(entry) => {
          const base = `${office}/evaluation/${encodeURIComponent(entry.roundKey)}/sheets`;
          return (
            <li key={`${entry.roundKey}/${entry.stageKey}/${entry.subjectKey}`}>
              <a className="todo__link" href={`${base}/${encodeURIComponent(entry.subjectKey)}`}>
                {entry.name}
                {entry.count > 1 && ` から ${entry.count}件`}
              </a>
              <span className="todo__note">
                {evaluationTodoSentence(entry)}
                {entry.count > 1 && (
                  <>
                    {' '}
                    <a href={`${base}?mine=1&stage=${encodeURIComponent(entry.stageKey)}`}>
                      一覧でまとめて見る
                    </a>
                  </>
                )}
              </span>
            </li>
          );
        }}
      </Group>
      <Group id="budget" title="予算の配分枠" entries={todo.budget}>
        {({ fiscalYear, unitKey, drafts, undecided }) => (
          <li key={fiscalYear}>
            <a
              className="todo__link"
              href={`${office}/budget/${fiscalYear}/units/${encodeURIComponent(unitKey)}`}
            >
              {formatFiscalYear(fiscalYear, 'wareki')}予算の配分枠
            </a>
            <span className="todo__note">
              {drafts > 0 && `下書きの提案${drafts}件を提出する。`}
              {undecided > 0 && `提出された提案${undecided}件に、枠のなかで配分する。`}
            </span>
          </li>
        )}
      </Group>
      <Group id="evaluation-late" title="遅れている評価" entries={evaluation.late}>
        {({ roundKey, title, late: lateSheets, units }) => (
          <li key={roundKey}>
            <a className="todo__link" href={`${office}/evaluation/${encodeURIComponent(roundKey)}`}>
              {title}
            </a>
            <span className="todo__note">
              期限を過ぎたシート {lateSheets}件: {units.slice(0, 5).join('、')}
              {units.length > 5 ? ' ほか' : ''}
            </span>
          </li>
        )}
      </Group>
      <Group id="sheets" title="実績値の入力表" entries={sheets}>
        {(sheet) => (
          <li key={`${sheet.fiscalYear}/${sheet.unitKey}`}>
            <a
              className="todo__link"
              href={`${office}/collections/${sheet.fiscalYear}/units/${encodeURIComponent(sheet.unitKey)}`}
            >
              {formatFiscalYear(sheet.fiscalYear, 'wareki')}の実績値（{sheet.unitName}）
            </a>
            <span className="todo__note">{sheetTodoSentence(sheet)}</span>
          </li>
        )}
      </Group>
      <Group id="late" title="実績値が遅れている照会" entries={late}>
        {({ fiscalYear, dueOn, units }) => (
          <li key={fiscalYear}>
            <a className="todo__link" href={`${office}/collections/${fiscalYear}`}>
              {formatFiscalYear(fiscalYear, 'wareki')}の実績の照会
            </a>
            <span className="todo__note">
              期限 {formatJapaneseDate(dueOn)}。遅れている課 {units.length}: {units.slice(0, 5).join('、')}
              {units.length > 5 ? ' ほか' : ''}
            </span>
          </li>
        )}
      </Group>
      <Group id="kept" title="書きかけの入力" entries={kept}>
        {({ formKey, updatedAt }) => {
          const place = keptTypingPlace(office, formKey);
          return (
            <li key={formKey}>
              <a className="todo__link" href={place.href}>
                {place.label}
              </a>
              <span className="todo__note">{japanTime(updatedAt)} まで入力。まだ保存されていません。</span>
            </li>
          );
        }}
      </Group>
      <Group id="revisions" title="公開前の改定案" entries={revisions}>
        {({ planKey, slug, revision, title, label, step }) => (
          <li key={`${planKey}/${revision}`}>
            <a className="todo__link" href={`${office}/plans/${slug}/revisions/${revision}`}>
              {title}（{label}）
            </a>
            <span className="todo__note">{stepSentence[step]}</span>
          </li>
        )}
      </Group>
      <Group id="indicators" title={`${year}の値がまだない指標`} entries={indicators}>
        {({ indicatorKey, name, frequency }) => (
          <li key={indicatorKey}>
            <a
              className="todo__link"
              href={`${office}/indicators/${encodeURIComponent(indicatorKey)}#y${todo.fiscalYear}`}
            >
              {name}
            </a>
            {frequency !== '' && <span className="todo__note">{frequency}</span>}
          </li>
        )}
      </Group>
      <Group id="items" title="改定案で足りないところ" entries={items}>
        {({ slug, revision, planTitle, itemKey, title, problems }) => (
          <li key={`${slug}/${revision}/${itemKey}`}>
            <a
              className="todo__link"
              href={`${office}/plans/${slug}/revisions/${revision}/items/${encodeURIComponent(itemKey)}`}
            >
              {title}
            </a>
            <span className="todo__note">
              {planTitle}: {problems.map(todoSentence).join('。')}
            </span>
          </li>
        )}
      </Group>
      <Group id="locked" title="ログインが止まっている職員" entries={locked}>
        {({ userId, displayName, login }) => (
          <li key={userId}>
            <a className="todo__link" href={`${office}/settings/users/${userId}`}>
              {displayName}（{login}）
            </a>
            <span className="todo__note">
              失敗が続いたため止まっています。本人に確かめてから解除してください。
            </span>
          </li>
        )}
      </Group>
    </OfficeLayout>
  );
};
