import { populationPyramid } from '../../../charts/population-pyramid.ts';
import { readAgeGroups } from '../../../domain/demography/age-groups.ts';
import { type Summary, summarise } from '../../../domain/demography/summary.ts';
import type { PublishedYear } from '../../../domain/population/scenario.ts';
import { Drawing } from '../../components/drawing.tsx';
import { TableScroll } from '../../components/table-scroll.tsx';
import { calendarYear } from '../../text/calendar-year.ts';
import { ageName, wholePersons } from '../../text/population-names.ts';
import { scenarioPageWords } from '../../text/scenario-page.ts';
import { tableLabel } from '../../text/table-label.ts';
import { type ScenarioEditionProps, scenarioHref } from './scenario-edition.ts';
import { yearOfFinding } from './scenario-finding.ts';

const percent = (part: number, whole: number): string =>
  whole === 0 ? '0.0' : ((100 * part) / whole).toFixed(1);

/** The year asked for, else the step next to the one the page speaks of. */
const chosenYear = ({ years, askedYear, publication }: ScenarioEditionProps): PublishedYear | undefined => {
  const near = yearOfFinding(publication);
  return (
    years.find(({ year }) => String(year) === askedYear) ??
    years.toSorted((a, b) => Math.abs(a.year - near) - Math.abs(b.year - near))[0]
  );
};

const Years = ({ shown, ...props }: ScenarioEditionProps & { readonly shown: number }) => {
  const { frame, publication, years, editions } = props;
  const words = scenarioPageWords(frame.language);
  const isNewest = editions[0]?.edition === publication.edition;
  const [path, query = ''] = scenarioHref(
    frame,
    publication.key,
    isNewest ? undefined : publication.edition,
  ).split('?');
  return (
    <nav aria-label={words.chooseYear}>
      <ul className="tags view-switch">
        {years.map(({ year }) => (
          <li key={year}>
            <a
              className="chip"
              href={`${path}?${query === '' ? '' : `${query}&`}year=${year}#ages`}
              aria-current={year === shown ? 'true' : undefined}
            >
              {calendarYear(year, frame.language)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
};

const Pyramid = ({
  base,
  shown,
  finding,
  ...props
}: ScenarioEditionProps & {
  readonly base: PublishedYear;
  readonly shown: PublishedYear;
  readonly finding: string;
}) => {
  const { frame, publication, years } = props;
  const { language } = frame;
  const words = scenarioPageWords(language);
  const [year, baseYear] = [calendarYear(shown.year, language), calendarYear(base.year, language)];
  const draw = (width: 320 | 640): string | null =>
    populationPyramid(
      {
        id: `scenario-pyramid-${width}`,
        title: finding,
        description: words.pyramidDescription(year, baseYear),
        ages: publication.content.result.ages.map((age) => ageName(age, language)),
        male: shown.male,
        female: shown.female,
        compare: shown === base ? null : { name: baseYear, male: base.male, female: base.female },
        // One scale for all years: going from year to year, the bars move and not the axis.
        scaleMax: Math.max(...years.flatMap(({ male, female }) => [...male, ...female])),
        words: { male: words.male, female: words.female, unit: words.persons, shown: year },
      },
      width,
    );
  const [narrow, wide] = [draw(320), draw(640)];
  return (
    <figure>
      <figcaption className="indicator-panel__finding phrase">{finding}</figcaption>
      <div className="chart-pair">
        {narrow === null ? null : <Drawing svg={narrow} width={320} />}
        {wide === null ? null : <Drawing svg={wide} width={640} />}
      </div>
    </figure>
  );
};

const ByAge = ({
  base,
  shown,
  frame,
  publication,
}: ScenarioEditionProps & { readonly base: PublishedYear; readonly shown: PublishedYear }) => {
  const { language } = frame;
  const words = scenarioPageWords(language);
  const caption = words.byAge(calendarYear(shown.year, language));
  const columns = [
    ...[words.male, words.female].map((sex) => `${calendarYear(shown.year, language)} ${sex}`),
    ...(shown === base
      ? []
      : [words.male, words.female].map((sex) => `${calendarYear(base.year, language)} ${sex}`)),
  ];
  const sides = shown === base ? [shown] : [shown, base];
  return (
    <details>
      <summary>{words.showTable}</summary>
      <TableScroll label={tableLabel(caption, language)}>
        <table className="table">
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{words.age}</th>
              {columns.map((name) => (
                <th key={name} scope="col" className="number">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {publication.content.result.ages.map((age, at) => (
              <tr key={age}>
                <th scope="row">{ageName(age, language)}</th>
                {sides.flatMap(({ year, male, female }) =>
                  [male, female].map((values, side) => (
                    <td key={`${year} ${side === 0 ? 'm' : 'f'}`} className="number">
                      {wholePersons(values[at] ?? 0)}
                    </td>
                  )),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </details>
  );
};

const Groups = ({
  frame,
  rows,
}: Pick<ScenarioEditionProps, 'frame'> & {
  readonly rows: readonly { readonly year: number; readonly summary: Summary }[];
}) => {
  const { language } = frame;
  const words = scenarioPageWords(language);
  const heads = [...words.groups, words.from75, words.agedShare];
  return (
    <TableScroll label={tableLabel(words.groupTable, language)}>
      <table className="table">
        <caption>{words.groupTable}</caption>
        <thead>
          <tr>
            <th scope="col">{words.year}</th>
            {heads.map((head) => (
              <th key={head} scope="col" className="number">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ year, summary }) => (
            <tr key={year}>
              <th scope="row" className="table__nowrap">
                {calendarYear(year, language)}
              </th>
              {[summary.children, summary.workingAge, summary.aged, summary.agedFrom75].map((value, at) => (
                <td key={heads[at]} className="number">
                  {wholePersons(value)}
                </td>
              ))}
              <td className="number">{words.percent(Number(percent(summary.aged, summary.total)))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
};

/** 年齢別の人口: the pyramid of a year over that of the base year, and the three groups of every step. */
export const ScenarioAges = (props: ScenarioEditionProps) => {
  const { frame, publication, years } = props;
  const { language } = frame;
  const words = scenarioPageWords(language);
  const ages = readAgeGroups(publication.content.result.ages);
  const [base, shown] = [years[0], chosenYear(props)];
  if (!ages.ok || base === undefined || shown === undefined) return null;
  const rows = years.map((each) => ({ year: each.year, summary: summarise(each, ages.value) }));
  const { total, children, aged } = summarise(shown, ages.value);
  const finding = words.agesFinding(
    calendarYear(shown.year, language),
    percent(children, total),
    percent(aged, total),
  );
  return (
    <section className="section" aria-labelledby="ages">
      <h2 id="ages">{words.ages}</h2>
      <Years {...props} shown={shown.year} />
      <Pyramid {...props} base={base} shown={shown} finding={finding} />
      <ByAge {...props} base={base} shown={shown} />
      <Groups frame={frame} rows={rows} />
    </section>
  );
};
