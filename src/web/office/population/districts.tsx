import { type Context, Hono } from 'hono';
import { readPopulation } from '../../../app/population/read-population.ts';
import { districtAgesCsv } from '../../../documents/csv/district-ages-csv.ts';
import { problemPlace, problemSentence } from '../../../documents/problem-text/sentences.ts';
import { may } from '../../../domain/access/may.ts';
import type { Problem } from '../../../domain/kernel/problem.ts';
import { hasDistricts } from '../../../domain/population/district-choices.ts';
import type { WebDeps } from '../../deps.ts';
import { actingOf, type OfficeEnv } from '../../middleware/session.ts';
import { renderPage } from '../../render.tsx';
import { csvFile } from '../csv-file.ts';
import { forbidden } from '../forbidden.ts';
import { OfficeLayout } from '../layout.tsx';
import { fieldSentences } from '../problem-sentences.ts';
import { districtsQuestion, projectChosen } from './districts-answer.ts';
import { DistrictsFigures, QuestionForm } from './districts-page.tsx';
import { PopulationNav } from './population-nav.tsx';

const Nothing = ({
  home,
  mayManage,
  missing,
}: {
  readonly home: string;
  readonly mayManage: boolean;
  readonly missing: 'districts' | 'days' | 'town';
}) => (
  <div className="empty">
    <p className="empty__title">
      {missing === 'town' ? '合わせる市町村全体の推計がありません。' : '地区別に計算できる人口がありません。'}
    </p>
    <p>
      {missing === 'districts' &&
        '小学校区や町丁・字ごとの、男女・年齢別の人口を、5年あけた二つの日について登録すると、ここで推計できます。'}
      {missing === 'days' &&
        '地区別の人口はありますが、男女・年齢別で、5年あけた同じ月日の二つの日がそろっていません。足りない日の人口を同じ系列に加えてください。'}
      {missing === 'town' && '社人研の推計を取り込むか、シナリオを作ってください。'}
    </p>
    {mayManage && (
      <p className="actions">
        <a className="button button--quiet" href={`${home}/import`}>
          ファイルを取り込む
        </a>
        <a className="button button--quiet" href={`${home}/estat`}>
          e-Stat から取り込む
        </a>
      </p>
    )}
  </div>
);

/** A district in a problem's path is told before the sentence. */
const placed = (problem: Problem): string => {
  const place = problem.path[0] === 'districts' ? '' : problemPlace(problem);
  return `${place === '' ? '' : `${place}: `}${problemSentence(problem)}`;
};

/** 地区別の推計: /m/{code}/office/population/districts. Nothing is written. */
export const districtsRoutes = (deps: WebDeps): Hono<OfficeEnv> => {
  const load = async (c: Context<OfficeEnv>) => {
    const desk = await readPopulation(actingOf(c, deps));
    if (desk === null) return null;
    const question = districtsQuestion(desk, (name) => (c.req.query(name) ?? '').slice(0, 200));
    return { desk, question, answer: projectChosen(desk, question) };
  };
  return new Hono<OfficeEnv>()
    .get('/', async (c) => {
      const { town, viewer } = c.var;
      const loaded = await load(c);
      if (loaded === null) return forbidden(c, deps, 'population.view');
      const { desk, question, answer } = loaded;
      const office = `/m/${town.municipality}/office`;
      const home = `${office}/population`;
      const problems = answer === null || answer.ok ? [] : answer.error;
      const query = new URLSearchParams({
        series: question.choice?.series.seriesKey ?? '',
        base: question.days?.baseDate ?? '',
        town: question.town?.key ?? '',
        kappa: String(question.kappa ?? ''),
      });
      const missing = question.choice === null ? (hasDistricts(desk.series) ? 'days' : 'districts') : 'town';
      return renderPage(
        c,
        <OfficeLayout
          title="地区別の人口"
          town={town}
          viewer={viewer}
          current="population"
          breadcrumb={[{ label: '人口', href: home }]}
          problems={problems.map(placed)}
          publicHref={`/m/${town.municipality}/population/districts`}
        >
          <PopulationNav office={office} viewer={viewer} current="districts" />
          <p className="section__text">
            地区ごとに、二つの日のあいだの年齢層の増減から先を計算し、男女・年齢ごとの合計を市町村全体の推計に合わせて、整数の人数にします。
          </p>
          {answer === null ? (
            <Nothing home={home} mayManage={may(viewer.actor, 'population.manage')} missing={missing} />
          ) : (
            <>
              <QuestionForm
                question={question}
                address={`${home}/districts`}
                sentences={fieldSentences(problems)}
              />
              {answer.ok && (
                <DistrictsFigures projected={answer.value} csvHref={`${home}/districts/ages.csv?${query}`} />
              )}
            </>
          )}
        </OfficeLayout>,
        problems.length === 0 ? 200 : 422,
      );
    })
    .get('/ages.csv', async (c) => {
      const loaded = await load(c);
      if (loaded?.answer?.ok !== true) return c.notFound();
      const { municipality, name } = c.var.town;
      const text = districtAgesCsv(loaded.answer.value);
      return csvFile(c, text, `${municipality}_districts.csv`, `${name}_地区別人口推計.csv`);
    });
};
