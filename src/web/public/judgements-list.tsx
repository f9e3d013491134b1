import type { JudgedIndicator, YearJudgements } from '../../app/judgement/read-judgements.ts';
import type { Grade } from '../../domain/indicator/judgement/judgement-scheme.ts';
import { overallAxis } from '../../domain/indicator/judgement/overall-axis.ts';
import { outlookOf } from '../../domain/indicator/outlook.ts';
import type { TownFrame } from '../components/frame.ts';
import { GradeShape, JudgementMark } from '../components/judgement-mark.tsx';
import { indicatorHref } from '../components/plan-view.ts';
import { TableScroll } from '../components/table-scroll.tsx';
import { formatYear } from '../text/dates.ts';
import { formatFigure, formatTarget } from '../text/figures.ts';
import { judgementWords } from '../text/judgement.ts';
import { gradeName, reasonWords } from '../text/roll-up.ts';
import { SchemeLead } from './scheme-lead.tsx';

interface Props {
  readonly frame: TownFrame;
  readonly year: YearJudgements;
}

/** Newest figure up to the year, and the target; the reason where it could not be judged. */
const Line = ({ frame, year, each }: Props & { readonly each: JudgedIndicator }) => {
  const { t, language } = frame;
  const words = judgementWords(language);
  const { indicator } = each.loaded;
  const { fiscalYear } = year.year;
  const { latest, target } = outlookOf({
    ...each.loaded,
    values: each.loaded.values.filter((value) => value.series !== 'actual' || value.fiscalYear <= fiscalYear),
  });
  const figure = latest === null ? null : formatFigure(latest, indicator, language);
  const { overall, published } = each.judgement;
  const parts = [
    ...(latest === null || figure === null ? [] : [`${formatYear(latest.fiscalYear, language)} ${figure}`]),
    ...(target === null ? [] : [`${t.indicator.target} ${formatTarget(target, indicator, language)}`]),
    ...published.flatMap(({ name, text }) => (text === null ? [] : [`${name} ${text}`])),
    ...(overall?.reason == null ? [] : [reasonWords(overall.reason, language)]),
    ...(each.human.some(({ kind }) => kind === 'override') ? [words.human] : []),
  ];
  return (
    <li>
      <a href={indicatorHref(frame, indicator.indicatorKey)} lang="ja">
        {indicator.name}
      </a>
      <span className="small quiet">{parts.join(language === 'ja' ? '　' : ' · ')}</span>
    </li>
  );
};

/** 段階ごとの指標: in the order of the scheme, those without a grade last. */
export const JudgementList = ({ frame, year }: Props) => {
  const { language } = frame;
  const words = judgementWords(language);
  const grades = overallAxis(year.compiled.scheme)?.grades ?? [];
  const keyOf = (each: JudgedIndicator): string | null => each.judgement.overall?.grade ?? null;
  const groups: readonly { readonly grade: Grade | null; readonly of: readonly JudgedIndicator[] }[] = [
    ...grades.map((grade) => ({ grade, of: year.indicators.filter((each) => keyOf(each) === grade.key) })),
    { grade: null, of: year.indicators.filter((each) => keyOf(each) === null) },
  ];
  return (
    <section className="section" aria-labelledby="by-grade">
      <h2 id="by-grade">{words.list}</h2>
      {groups
        .filter(({ of }) => of.length > 0)
        .map(({ grade, of }) => (
          <section key={grade?.key ?? ''} className="grade-group">
            <h3>
              {grade === null ? words.ungraded : <JudgementMark grade={grade} language={language} />}{' '}
              <span className="number small">{words.count(of.length)}</span>
            </h3>
            <ul className="judged-list">
              {of.map((each) => (
                <Line key={each.judgeable.indicatorKey} frame={frame} year={year} each={each} />
              ))}
            </ul>
          </section>
        ))}
    </section>
  );
};

/** 判定のしかた: what each grade means, and how what the rules leave open is read. */
export const JudgementScheme = ({ frame, year }: Props) => {
  const { language } = frame;
  const words = judgementWords(language);
  const { scheme } = year.compiled;
  const grades = overallAxis(scheme)?.grades ?? [];
  const meant = grades.some(({ meaning }) => meaning !== '');
  return (
    <section className="section section--ruled" aria-labelledby="scheme">
      <h2 id="scheme">{words.scheme}</h2>
      <p>
        <SchemeLead scheme={scheme} language={language} />
      </p>
      {year.year.reason === '' ? null : (
        <p>
          {words.reasonOfScheme}
          {language === 'ja' ? '：' : ': '}
          <span lang="ja">{year.year.reason}</span>
        </p>
      )}
      {grades.length === 0 ? null : (
        <TableScroll label={words.legend}>
          <table className="table legend">
            <caption className="visually-hidden">{words.legend}</caption>
            <thead>
              <tr>
                <th scope="col">{words.legend}</th>
                {meant ? <th scope="col">{words.meaning}</th> : null}
              </tr>
            </thead>
            <tbody>
              {grades.map((grade) => (
                <tr key={grade.key}>
                  <th scope="row">
                    <span className="mark-count">
                      <GradeShape grade={grade} />
                      {gradeName(grade, language)}
                    </span>
                  </th>
                  {meant ? <td lang="ja">{grade.meaning}</td> : null}
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
      {scheme.readings.length === 0 ? null : (
        <details>
          <summary>{words.readings}</summary>
          <ul className="plain-bullets" lang="ja">
            {scheme.readings.map((reading) => (
              <li key={reading}>{reading}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
};
