import type { Context } from 'hono';
import { Hono } from 'hono';
import { judgeByHand } from '../../../app/judgement/judge-by-hand.ts';
import { type JudgementSheet, readJudgementSheet } from '../../../app/judgement/read-judgement-sheet.ts';
import type { JudgedIndicator, YearJudgements } from '../../../app/judgement/read-judgements.ts';
import { may } from '../../../domain/access/may.ts';
import { formatFiscalYear } from '../../../domain/kernel/fiscal-year.ts';
import type { Problem } from '../../../domain/kernel/problem.ts';
import { ancestorsOf } from '../../../domain/organisation/ancestors.ts';
import type { WebDeps } from '../../deps.ts';
import type { Form } from '../../middleware/form.ts';
import { actingOf, type OfficeEnv } from '../../middleware/session.ts';
import { renderPage } from '../../render.tsx';
import { forbidden } from '../forbidden.ts';
import { formFromEntries } from '../forms/entries.ts';
import type { FieldSentences } from '../forms/field.tsx';
import { IndicatorLayout } from '../indicators/indicator-layout.tsx';
import { AxisMark } from './axis-mark.tsx';
import { HandFields } from './hand-fields.tsx';
import { fieldOf, type HandSubject, handEntries, handSubjects, readHandForm } from './hand-form.ts';
import { HumanSaid } from './human-said.tsx';
import { schemeSentence } from './scheme-sentences.ts';
import { standInText, valueText } from './value-text.tsx';

interface Opened {
  readonly sheet: JudgementSheet;
  readonly year: YearJudgements | null;
  readonly one: JudgedIndicator | null;
  readonly drafts: boolean;
}

interface PageProps extends Opened {
  readonly town: OfficeEnv['Variables']['town'];
  readonly viewer: OfficeEnv['Variables']['viewer'];
  readonly form: Form;
  readonly subjects: readonly HandSubject[];
  readonly sentences: FieldSentences;
  readonly problems: readonly string[];
  readonly notice: string | undefined;
  readonly back: 'sheet' | 'indicator';
}

const Years = ({ sheet, year, drafts }: Opened) => (
  <nav className="section-nav" aria-label="判定の年度">
    {sheet.town.years.map(({ fiscalYear }) => (
      <a
        key={fiscalYear}
        href={`?year=${fiscalYear}${drafts ? '&figures=entered' : ''}`}
        {...(fiscalYear === year?.year.fiscalYear ? { 'aria-current': 'page' as const } : {})}
      >
        {formatFiscalYear(fiscalYear, 'wareki')}
      </a>
    ))}
  </nav>
);

const Found = ({ year, one }: { readonly year: YearJudgements; readonly one: JudgedIndicator }) => {
  const { scheme } = year.compiled;
  const standIn = standInText(one, year.year.fiscalYear);
  return (
    <>
      <dl className="facts">
        <div>
          <dt>値</dt>
          <dd>
            {valueText(one, year.year.fiscalYear)}
            {standIn === '' ? '' : `（${standIn}）`}
          </dd>
        </div>
        {one.machine.axes.map((judged, at) => (
          <div key={judged.axisKey}>
            <dt>{scheme.axes.find(({ axisKey }) => axisKey === judged.axisKey)?.name}</dt>
            <dd>
              計算では <AxisMark scheme={scheme} judged={judged} />
              {one.judgement.axes[at] !== judged && (
                <>
                  。人による判定で <AxisMark scheme={scheme} judged={one.judgement.axes[at] ?? null} />
                </>
              )}
            </dd>
          </div>
        ))}
        <div>
          <dt>人による判定</dt>
          <dd>
            <HumanSaid scheme={scheme} human={[...one.human, ...one.humanOfOtherScheme]} />
          </dd>
        </div>
      </dl>
      <h2 className="arithmetic-title">計算の過程</h2>
      <ul className="arithmetic">
        {one.machine.arithmetic().map(({ text }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of one calculation, in its order
          <li key={at}>{text}</li>
        ))}
      </ul>
    </>
  );
};

const JudgementOfIndicator = (props: PageProps) => {
  const { town, viewer, sheet, year, one, drafts } = props;
  const [loaded] = sheet.town.loaded;
  if (loaded === undefined) return null;
  const office = `/m/${town.municipality}/office`;
  const { unitKey, indicatorKey } = loaded.indicator;
  const mayMark = may(viewer.actor, 'judgement.mark', {
    unitKeys: unitKey === null ? [] : [unitKey],
    ancestors: ancestorsOf(sheet.units),
  });
  return (
    <IndicatorLayout
      town={town}
      viewer={viewer}
      loaded={loaded}
      section="judgement"
      title={year === null ? '判定' : `${formatFiscalYear(year.year.fiscalYear, 'wareki')}の判定`}
      notice={props.notice}
      problems={props.problems}
    >
      <Years {...props} />
      {year === null || one === null ? (
        <p>
          まだ、どの年度の判定基準も決まっていません。<a href={`${office}/judgement`}>「判定」で決めます。</a>
        </p>
      ) : (
        <>
          {drafts && <p className="notice">公開前の値も含めて判定しています。</p>}
          <Found year={year} one={one} />
          {mayMark ? (
            <section className="section" aria-labelledby="hand-title">
              <h2 id="hand-title">人による判定</h2>
              <p>
                {year.year.publishesHuman
                  ? '計算による判定と並べて公開します。'
                  : 'この年度は、人による判定を公開しません。'}
                計算による判定は、そのまま残ります。
              </p>
              <HandFields
                viewer={viewer}
                action={`${office}/indicators/${encodeURIComponent(indicatorKey)}/judgement`}
                fiscalYear={year.year.fiscalYear}
                subjects={props.subjects}
                form={props.form}
                sentences={props.sentences}
                back={props.back}
              />
            </section>
          ) : (
            <p className="quiet">人による判定を書けるのは、担当の課長・部長と、企画担当、首長・本部です。</p>
          )}
          <p className="actions">
            <a href={`${office}/judgement/${year.year.fiscalYear}#i-${indicatorKey}`}>この年度の判定表へ</a>
          </p>
        </>
      )}
    </IndicatorLayout>
  );
};

/** Beside the field of each subject; a subject that was changed meanwhile stands at its choice. */
const sentencesOf = (problems: readonly Problem[], subjects: readonly HandSubject[]): FieldSentences => {
  const found = new Map<string, string[]>();
  for (const problem of problems) {
    const [subject, part = 'choice'] = problem.path;
    for (const one of subjects.filter((each) => each.subject === subject)) {
      const name = `${fieldOf(one)}.${String(part)}`;
      found.set(name, [...(found.get(name) ?? []), schemeSentence(problem)]);
    }
  }
  return found;
};

/** 判定 of one indicator: what the machine found in a year, how, and what people say of it. */
export const indicatorJudgementRoutes = (deps: WebDeps): Hono<OfficeEnv> => {
  const open = async (c: Context<OfficeEnv>, asked: string, drafts: boolean): Promise<Opened | null> => {
    const keys = [c.req.param('indicatorKey') ?? ''];
    const sheet = await readJudgementSheet(actingOf(c, deps), { drafts, keys });
    if (sheet.town.loaded.length === 0) return null;
    const years = sheet.town.years.map(({ fiscalYear }) => fiscalYear);
    const wanted = years.find((fiscalYear) => String(fiscalYear) === asked) ?? years[0];
    const year = wanted === undefined ? null : sheet.town.ofYear(wanted);
    return { sheet, year, one: year?.indicators[0] ?? null, drafts };
  };
  const pageOf = (c: Context<OfficeEnv>, opened: Opened): Omit<PageProps, 'back' | 'notice'> => {
    const subjects = opened.year === null ? [] : handSubjects(opened.year.compiled.scheme);
    return {
      ...opened,
      town: c.var.town,
      viewer: c.var.viewer,
      subjects,
      form: formFromEntries(
        handEntries(subjects, [...(opened.one?.human ?? []), ...(opened.one?.humanOfOtherScheme ?? [])]),
      ),
      sentences: new Map(),
      problems: [],
    };
  };
  return new Hono<OfficeEnv>()
    .get('/', async (c) => {
      const opened = await open(c, c.req.query('year') ?? '', c.req.query('figures') === 'entered');
      if (opened === null) return c.notFound();
      return renderPage(
        c,
        <JudgementOfIndicator
          {...pageOf(c, opened)}
          back={c.req.query('back') === 'sheet' ? 'sheet' : 'indicator'}
          notice={c.req.query('done') === 'judged' ? '人による判定を保存しました。' : undefined}
        />,
      );
    })
    .post('/', async (c) => {
      const { form } = c.var;
      const opened = await open(c, form.text('fiscalYear'), false);
      if (opened === null) return c.notFound();
      const page = pageOf(c, opened);
      const indicatorKey = c.req.param('indicatorKey') ?? '';
      const fiscalYear = Number(form.text('fiscalYear'));
      const typed = readHandForm(form, page.subjects, indicatorKey, fiscalYear);
      const done = await judgeByHand(actingOf(c, deps), indicatorKey, fiscalYear, typed);
      const back = form.text('back') === 'sheet' ? 'sheet' : 'indicator';
      const office = `/m/${c.var.town.municipality}/office`;
      if (done.ok)
        return c.redirect(
          back === 'sheet'
            ? `${office}/judgement/${fiscalYear}?done=judged#i-${encodeURIComponent(indicatorKey)}`
            : `${office}/indicators/${encodeURIComponent(indicatorKey)}/judgement?year=${fiscalYear}&done=judged`,
          303,
        );
      const [first] = done.error;
      if (first.code === 'not-allowed') return forbidden(c, deps, 'judgement.mark');
      const meets = first.code === 'changed-meanwhile';
      // What was typed stays; what is stored now counts as seen, and stands above the form.
      const seen = new Map(page.form.entries.filter(([name]) => name.endsWith('.seen')));
      const again = formFromEntries(
        form.entries.map(([name, value]) => [name, meets ? (seen.get(name) ?? value) : value] as const),
      );
      return renderPage(
        c,
        <JudgementOfIndicator
          {...page}
          form={again}
          sentences={meets ? new Map() : sentencesOf(done.error, page.subjects)}
          problems={
            meets
              ? [
                  'ほかの職員が先に判定を書きました。いまの判定は、すぐ下の「人による判定」のとおりです。あなたの入力は欄に残っています。このまま保存すると、あなたの入力になります。',
                ]
              : done.error.map(schemeSentence)
          }
          back={back}
          notice={undefined}
        />,
        meets ? 409 : 422,
      );
    });
};
