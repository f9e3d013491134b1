import type { ReactNode } from 'react';
import type { Dashboard, PathLine } from '../../../app/town/read-dashboard.ts';
import { may } from '../../../domain/access/may.ts';
import { daysAfter } from '../../../domain/indicator/collection/lateness.ts';
import { formatFiscalYear } from '../../../domain/kernel/fiscal-year.ts';
import { formatJapaneseDate } from '../../../domain/kernel/japanese-date.ts';
import { JudgementMark } from '../../components/judgement-mark.tsx';
import type { OfficeEnv } from '../../middleware/session.ts';
import { reasonWords } from '../../text/roll-up.ts';
import { OfficeLayout } from '../layout.tsx';
import { changeWords, outlookWords, pathWords } from './line-words.ts';

interface DashboardPageProps {
  readonly town: OfficeEnv['Variables']['town'];
  readonly viewer: OfficeEnv['Variables']['viewer'];
  readonly dashboard: Dashboard;
}

/** What is read at once, on the screen and on the one sheet of the meeting. */
const shownFirst = 6;

interface GroupProps<Entry> {
  readonly id: string;
  readonly title: string;
  /** Said where there is nothing. */
  readonly none: string;
  readonly entries: readonly Entry[];
  readonly children: (entry: Entry) => ReactNode;
}

const Group = <Entry,>({ id, title, none, entries, children }: GroupProps<Entry>) => {
  const [first, rest] = [entries.slice(0, shownFirst), entries.slice(shownFirst)];
  return (
    <section className="dashboard__group" aria-labelledby={id}>
      <h2 id={id}>
        {title} <span className="todo__count">{entries.length}件</span>
      </h2>
      {entries.length === 0 && <p className="quiet">{none}</p>}
      <ul className="dashboard__list">{first.map(children)}</ul>
      {rest.length > 0 && (
        <>
          <details className="no-print">
            <summary>ほかの{rest.length}件</summary>
            <ul className="dashboard__list">{rest.map(children)}</ul>
          </details>
          <p className="print-only quiet">ほかに{rest.length}件（画面で見られます）</p>
        </>
      )}
    </section>
  );
};

/** 本部の一枚: what worsened, what is late, what has no figure, what has no owner, what is off its path. */
export const DashboardPage = ({ town, viewer, dashboard }: DashboardPageProps) => {
  const office = `/m/${town.municipality}/office`;
  const { fiscalYear, beforeYear } = dashboard;
  const mayDefine = may(viewer.actor, 'indicator.define');
  const year = formatFiscalYear(fiscalYear, 'wareki');
  const link = (indicatorKey: string, path = ''): string =>
    `${office}/indicators/${encodeURIComponent(indicatorKey)}${path}`;
  const path = (line: PathLine) => (
    <li key={line.judgeable.indicatorKey}>
      <a href={link(line.judgeable.indicatorKey)}>{line.judgeable.name}</a>
      <span>{pathWords(line)}</span>
      {outlookWords(line) !== '' && <span className="quiet">{outlookWords(line)}</span>}
    </li>
  );
  return (
    <OfficeLayout
      title="本部の一枚"
      town={town}
      viewer={viewer}
      current="dashboard"
      scripts={['print-button.js']}
      publicHref={`/m/${town.municipality}/indicators`}
    >
      <p className="dashboard__lead">
        {year}の指標{dashboard.indicators}件を、{formatJapaneseDate(dashboard.today)}
        の時点で見ています。入力済みで公開前の値も含みます。
        {dashboard.isJudged ? (
          <a className="no-print" href={`${office}/judgement/${fiscalYear}?figures=entered`}>
            {year}の判定表
          </a>
        ) : (
          <a className="no-print" href={`${office}/judgement`}>
            まだ判定していません。「判定」で判定基準を決めます。
          </a>
        )}
      </p>
      <p className="actions no-print">
        <button type="button" className="button button--quiet button--small" data-print hidden>
          1枚に印刷する
        </button>
      </p>
      <div className="dashboard">
        <Group
          id="worsened"
          title={
            beforeYear === null
              ? '悪くなった指標'
              : `${formatFiscalYear(beforeYear, 'wareki')}より悪くなった指標`
          }
          none={
            beforeYear === null ? '比べる前の年度の判定がありません。' : '判定の下がった指標はありません。'
          }
          entries={dashboard.worsened}
        >
          {(line) => (
            <li key={line.one.judgeable.indicatorKey}>
              <a
                href={link(line.one.judgeable.indicatorKey, `/judgement?year=${fiscalYear}&figures=entered`)}
              >
                {line.one.judgeable.name}
              </a>
              <span>
                <JudgementMark grade={line.before} language="ja" /> →{' '}
                <JudgementMark grade={line.after} language="ja" />
              </span>
              <span>{changeWords(line)}</span>
              <span className="quiet">{line.because}</span>
            </li>
          )}
        </Group>
        <Group
          id="behind"
          title="道筋より遅れている指標"
          none="道筋より遅れている指標はありません。"
          entries={dashboard.behind}
        >
          {path}
        </Group>
        <Group
          id="late"
          title="期限を過ぎた入力"
          none="期限を過ぎた課はありません。"
          entries={dashboard.lateSheets}
        >
          {({ sheet, unitName, dueOn }) => (
            <li key={`${sheet.fiscalYear} ${sheet.unitKey}`}>
              <a
                href={`${office}/collections/${sheet.fiscalYear}/units/${encodeURIComponent(sheet.unitKey)}`}
              >
                {unitName}（{formatFiscalYear(sheet.fiscalYear, 'wareki')}の入力表）
              </a>
              <span>
                期限 {formatJapaneseDate(dueOn)}から{daysAfter(dueOn, dashboard.today)}日
                {sheet.state === 'returned' ? '（差し戻し中）' : ''}
              </span>
            </li>
          )}
        </Group>
        <Group
          id="overdue"
          title="公表の時期を過ぎて値のない指標"
          none="公表の時期を過ぎた指標はありません。"
          entries={dashboard.overdue}
        >
          {(line) => (
            <li key={line.indicatorKey}>
              <a href={link(line.indicatorKey, `#y${line.fiscalYear}`)}>{line.name}</a>
              <span>
                {formatFiscalYear(line.fiscalYear, 'wareki')}の値。{formatJapaneseDate(line.expectedBy)}
                までに出る予定でした。{line.unitName}
              </span>
            </li>
          )}
        </Group>
        <Group
          id="without-figure"
          title={`${year}の値がない指標`}
          none="どの指標にも値があります。"
          entries={dashboard.withoutFigure}
        >
          {(line) => (
            <li key={line.indicatorKey}>
              <a href={link(line.indicatorKey, `#y${fiscalYear}`)}>{line.name}</a>
              <span>
                {reasonWords(line.reason, 'ja')}（{line.unitName}）
              </span>
            </li>
          )}
        </Group>
        <Group
          id="without-owner"
          title="担当の決まっていない指標"
          none="どの指標にも担当があります。"
          entries={dashboard.withoutOwner}
        >
          {(line) => (
            <li key={line.indicatorKey}>
              <a href={link(line.indicatorKey, mayDefine ? '/definition' : '')}>{line.name}</a>
              <span>
                {line.formerUnit === ''
                  ? '担当の組織が選ばれていません'
                  : `担当だった「${line.formerUnit}」は廃止され、引き継ぎ先がありません`}
              </span>
            </li>
          )}
        </Group>
        <Group
          id="ahead"
          title="道筋より進んでいる指標"
          none="道筋より進んでいる指標はありません。"
          entries={dashboard.ahead}
        >
          {path}
        </Group>
      </div>
    </OfficeLayout>
  );
};
