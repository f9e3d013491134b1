import type { JudgedIndicator, YearJudgements } from '../../app/judgement/read-judgements.ts';
import type { StoredHumanJudgement } from '../../db/read-judgement.ts';
import type { Axis, Grade, JudgementScheme } from '../../domain/indicator/judgement/judgement-scheme.ts';
import { href, type TownFrame } from '../components/frame.ts';
import { JudgementMark } from '../components/judgement-mark.tsx';
import { formatYear } from '../text/dates.ts';
import { judgementWords } from '../text/judgement.ts';
import { gradeName, reasonWords } from '../text/roll-up.ts';
import { gradeIn } from './judged-year.ts';
import { SchemeLead } from './scheme-lead.tsx';

/** One public year of one indicator. */
export interface IndicatorYear {
  readonly year: YearJudgements;
  readonly judged: JudgedIndicator;
}

interface Props extends IndicatorYear {
  readonly frame: TownFrame;
}

const axisName = ({ name, nameEn }: Axis, { language }: TownFrame): string =>
  language === 'en' ? (nameEn ?? name) : name;

const gradeOf = (axis: Axis, key: string | null): Grade | undefined =>
  axis.grades.find((grade) => grade.key === key);

const Standing = ({ frame, year, judged }: Props) => {
  const { language } = frame;
  const words = judgementWords(language);
  const grade = gradeIn(year, judged);
  const { overall } = judged.judgement;
  if (grade !== null) return <JudgementMark grade={grade} language={language} size="large" />;
  if (overall === null) return <span>{words.onlyFigures}</span>;
  return (
    <span>
      {overall.reason === null
        ? words.ungraded
        : words.ungradedBecause(reasonWords(overall.reason, language))}
    </span>
  );
};

/** Further axes beside the headline: 進み具合 and 成果, say. */
const OtherAxes = ({ frame, year, judged }: Props) => {
  const { language } = frame;
  const words = judgementWords(language);
  const { scheme } = year.compiled;
  const shown = judged.judgement.axes.filter(({ axisKey }) => axisKey !== judged.judgement.overall?.axisKey);
  const published = judged.judgement.published;
  if (shown.length + published.length === 0) return null;
  return (
    <dl className="facts facts--row">
      {shown.map((one) => {
        const axis = scheme.axes.find(({ axisKey }) => axisKey === one.axisKey);
        const grade = axis === undefined ? undefined : gradeOf(axis, one.grade);
        return axis === undefined ? null : (
          <div key={one.axisKey}>
            <dt lang={axis.nameEn === undefined ? 'ja' : undefined}>{axisName(axis, frame)}</dt>
            <dd>
              {grade === undefined ? (
                one.reason === null ? (
                  words.ungraded
                ) : (
                  words.ungradedBecause(reasonWords(one.reason, language))
                )
              ) : (
                <JudgementMark grade={grade} language={language} />
              )}
            </dd>
          </div>
        );
      })}
      {published.map(({ measure, name, text, reason }) => (
        <div key={measure}>
          <dt lang="ja">{name}</dt>
          <dd className="number">
            {text ?? (reason === null ? '—' : `—（${reasonWords(reason, language)}）`)}
          </dd>
        </div>
      ))}
    </dl>
  );
};

const markText = (scheme: JudgementScheme, { subject, choice }: StoredHumanJudgement): string => {
  const mark = scheme.marks[subject];
  return `${mark?.name ?? subject}：${mark?.choices.find(({ key }) => key === choice)?.label ?? choice}`;
};

/** 人による判定 beside the machine's, with its reason; there is none where the town keeps them to itself. */
const Human = ({ frame, year, judged }: Props) => {
  const { language } = frame;
  const words = judgementWords(language);
  const { scheme } = year.compiled;
  if (judged.human.length === 0) return null;
  return (
    <div className="human-judgement">
      <h4>{words.human}</h4>
      {judged.human.map((said) => {
        const axis = scheme.axes.find(({ axisKey }) => said.kind === 'override' && axisKey === said.subject);
        const machine = judged.machine.axes.find(({ axisKey }) => axisKey === said.subject);
        const before = axis === undefined ? undefined : gradeOf(axis, machine?.grade ?? null);
        const after = axis === undefined ? undefined : gradeOf(axis, said.choice);
        return (
          <div key={`${said.kind} ${said.subject}`}>
            <p lang={axis === undefined ? 'ja' : undefined}>
              {axis === undefined || after === undefined
                ? markText(scheme, said)
                : words.overriddenAs(
                    before === undefined ? words.ungraded : gradeName(before, language),
                    gradeName(after, language),
                  )}
            </p>
            {said.reason === '' ? null : (
              <p>
                {words.humanReason}
                {language === 'ja' ? '：' : ': '}
                <span lang="ja">{said.reason}</span>
              </p>
            )}
          </div>
        );
      })}
    </div>
  );
};

const Arithmetic = ({ frame, judged }: Props) => {
  const { language } = frame;
  const lines = judged.machine.arithmetic(language);
  return lines.length === 0 ? null : (
    <>
      <h4>{judgementWords(language).arithmetic}</h4>
      <ol className="arithmetic">
        {lines.map(({ text }, order) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of one calculation have their order and nothing else
          <li key={order} lang="ja">
            {text}
          </li>
        ))}
      </ol>
    </>
  );
};

const OneYear = (props: Props) => {
  const { frame, year } = props;
  const { language } = frame;
  const words = judgementWords(language);
  const { scheme } = year.compiled;
  return (
    <div className="judged-year">
      <p>
        <Standing {...props} />
      </p>
      <OtherAxes {...props} />
      <Human {...props} />
      <Arithmetic {...props} />
      <p className="small quiet">
        <SchemeLead scheme={scheme} language={language} />{' '}
        <a href={href(frame, `/judgements/${year.year.fiscalYear}`)}>
          {words.allJudgements(formatYear(year.year.fiscalYear, language))}
        </a>
      </p>
    </div>
  );
};

/** 判定: the newest public year open, the earlier ones folded; each with the arithmetic behind it. */
export const IndicatorJudgements = ({
  frame,
  years,
}: {
  readonly frame: TownFrame;
  /** Newest first. */
  readonly years: readonly IndicatorYear[];
}) => {
  const { language } = frame;
  const words = judgementWords(language);
  const [newest, ...earlier] = years;
  if (newest === undefined) return null;
  return (
    <section className="section" aria-labelledby="judgement">
      <h2 id="judgement">{words.judgement}</h2>
      <h3>{words.of(formatYear(newest.year.year.fiscalYear, language))}</h3>
      <OneYear frame={frame} {...newest} />
      {earlier.map((each) => {
        const grade = gradeIn(each.year, each.judged);
        return (
          <details key={each.year.year.fiscalYear}>
            <summary>
              {words.of(formatYear(each.year.year.fiscalYear, language))}{' '}
              {grade === null ? (
                <span className="quiet">{words.ungraded}</span>
              ) : (
                <JudgementMark grade={grade} language={language} />
              )}
            </summary>
            <OneYear frame={frame} {...each} />
          </details>
        );
      })}
    </section>
  );
};
