import type { JudgedIndicator, YearJudgements } from '../../app/judgement/read-judgements.ts';
import {
  type GradeChange,
  gradeChangeOf,
  gradeChanges,
} from '../../domain/indicator/judgement/grade-change.ts';
import type { Grade } from '../../domain/indicator/judgement/judgement-scheme.ts';
import { overallAxis } from '../../domain/indicator/judgement/overall-axis.ts';
import type { TownFrame } from '../components/frame.ts';
import { JudgementMark } from '../components/judgement-mark.tsx';
import { indicatorHref } from '../components/plan-view.ts';
import { formatYear } from '../text/dates.ts';
import { judgementWords } from '../text/judgement.ts';
import { gradeIn } from './judged-year.ts';

export interface Compared {
  readonly judged: JudgedIndicator;
  readonly change: GradeChange;
  readonly before: Grade | null;
  readonly after: Grade | null;
}

const isSameScheme = (a: YearJudgements, b: YearJudgements): boolean =>
  a.year.schemeKey === b.year.schemeKey && a.year.schemeVersion === b.year.schemeVersion;

/** Every indicator judged in one of the two years. */
export const compareYears = (before: YearJudgements, after: YearJudgements): readonly Compared[] => {
  const scale = isSameScheme(before, after) ? (overallAxis(after.compiled.scheme)?.grades ?? null) : null;
  const earlier = new Map(before.indicators.map((each) => [each.judgeable.indicatorKey, each]));
  return after.indicators.flatMap((judged) => {
    const was = earlier.get(judged.judgeable.indicatorKey);
    const old = was === undefined ? null : gradeIn(before, was);
    const now = gradeIn(after, judged);
    const change = gradeChangeOf(old, now, scale);
    return change === null ? [] : [{ judged, change, before: old, after: now }];
  });
};

const Grades = ({
  frame,
  before,
  after,
}: Pick<Compared, 'before' | 'after'> & { readonly frame: TownFrame }) => {
  const { language } = frame;
  const words = judgementWords(language);
  const mark = (grade: Grade | null) =>
    grade === null ? (
      <span className="quiet">{words.ungraded}</span>
    ) : (
      <JudgementMark grade={grade} language={language} />
    );
  return (
    <span className="grade-step">
      {mark(before)}
      <span aria-hidden="true">→</span>
      <span className="visually-hidden">{words.fromTo}</span>
      {mark(after)}
    </span>
  );
};

/** 前の年度との違い: what improved and worsened in full, the rest as numbers. */
export const JudgementComparison = ({
  frame,
  before,
  after,
}: {
  readonly frame: TownFrame;
  readonly before: YearJudgements;
  readonly after: YearJudgements;
}) => {
  const { language } = frame;
  const words = judgementWords(language);
  const all = compareYears(before, after);
  const of = (change: GradeChange): readonly Compared[] => all.filter((one) => one.change === change);
  return (
    <section className="section" aria-labelledby="comparison">
      <h2 id="comparison">{words.compare(formatYear(before.year.fiscalYear, language))}</h2>
      {isSameScheme(before, after) ? null : <p className="notice">{words.otherScheme}</p>}
      <dl className="change-counts">
        {gradeChanges.map((change) => (
          <div key={change}>
            <dt>{words.changes[change]}</dt>
            <dd className="number">{words.count(of(change).length)}</dd>
          </div>
        ))}
      </dl>
      {gradeChanges
        .filter((change) => change !== 'same' && of(change).length > 0)
        .map((change) => (
          <details key={change} open={change === 'improved' || change === 'worsened'}>
            <summary>
              {words.changes[change]} <span className="number">{words.count(of(change).length)}</span>
            </summary>
            <p className="quiet small">{words.changesLead[change]}</p>
            <ul className="judged-list">
              {of(change).map((one) => (
                <li key={one.judged.judgeable.indicatorKey}>
                  <a href={indicatorHref(frame, one.judged.judgeable.indicatorKey)} lang="ja">
                    {one.judged.judgeable.name}
                  </a>
                  <Grades frame={frame} before={one.before} after={one.after} />
                </li>
              ))}
            </ul>
          </details>
        ))}
    </section>
  );
};
