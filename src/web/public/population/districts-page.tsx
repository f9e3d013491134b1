import { loadSeries } from '../../../db/read-population.ts';
import { districtsCsv } from '../../../documents/csv/districts-csv.ts';
import { leastShown } from '../../../domain/population/district-figures.ts';
import { href, type TownFrame } from '../../components/frame.ts';
import { PageHead } from '../../components/page-head.tsx';
import { PublicLayout } from '../../components/public-layout.tsx';
import { formatDate } from '../../text/dates.ts';
import { districtWords } from '../../text/districts.ts';
import { wholePersons } from '../../text/population-names.ts';
import type { PublicPage, PublicRequest } from '../page.ts';
import { districtsFinding, NoDistricts, Pictures } from './districts-section.tsx';
import { DistrictsTable } from './districts-table.tsx';
import { type DistrictsAnswer, loadDistricts, type PublicDistricts } from './load-districts.ts';

const query = ['series', 'base', 'town'] as const;

const askedOf = ({ query: given }: PublicRequest) => ({
  series: given.get('series'),
  base: given.get('base'),
  town: given.get('town'),
});

interface PartProps {
  readonly frame: TownFrame;
  readonly districts: PublicDistricts;
}

const Select = ({
  name,
  label,
  chosen,
  options,
}: {
  readonly name: string;
  readonly label: string;
  readonly chosen: string;
  readonly options: readonly (readonly [value: string, label: string])[];
}) => (
  <p className="population-choice__field">
    <label htmlFor={`districts-${name}`}>{label}</label>
    <select id={`districts-${name}`} name={name} className="input" defaultValue={chosen}>
      {options.map(([value, text]) => (
        <option key={value} value={value} lang="ja">
          {text}
        </option>
      ))}
    </select>
  </p>
);

/** Shown only where there is something to choose. */
const Choices = ({ frame, districts }: PartProps) => {
  const words = districtWords(frame.language);
  const { choices, towns, series, days, town } = districts;
  const own = choices.find((each) => each.series.seriesKey === series.seriesKey)?.days ?? [];
  if (choices.length < 2 && towns.length < 2 && own.length < 2) return null;
  return (
    <section className="section section--ruled no-print">
      <h2>{words.choose}</h2>
      <form method="get" action={href(frame, '/population/districts')} className="population-choice">
        <Select
          name="series"
          label={words.series}
          chosen={series.seriesKey}
          options={choices.map((each) => [each.series.seriesKey, each.series.name])}
        />
        <Select
          name="base"
          label={words.days}
          chosen={days.baseDate}
          options={own.map(({ earlierDate, baseDate }) => [
            baseDate,
            words.daysName(formatDate(earlierDate, frame.language), formatDate(baseDate, frame.language)),
          ])}
        />
        <Select
          name="town"
          label={words.town}
          chosen={town.key}
          options={towns.map(({ key, name }) => [key, name])}
        />
        <button type="submit" className="button button--quiet">
          {words.show}
        </button>
      </form>
    </section>
  );
};

const csvAddress = (frame: TownFrame, { series, days, town }: PublicDistricts): string =>
  `${href(frame, '/population/districts.csv')}?${new URLSearchParams({
    series: series.seriesKey,
    base: days.baseDate,
    town: town.key,
  })}`;

const Notes = ({ frame, districts }: PartProps) => {
  const words = districtWords(frame.language);
  const { together, emptyDistricts, baseSum, townAtBase, series } = districts;
  const differs = townAtBase !== null && Math.abs(baseSum - townAtBase) >= 1;
  return (
    <>
      {together === null ? null : <p>{words.rule(leastShown, together.names.join(words.and))}</p>}
      {emptyDistricts.length === 0 ? null : <p>{words.nobody(emptyDistricts.join(words.and))}</p>}
      <p>{words.method}</p>
      {differs ? <p>{words.differs(wholePersons(baseSum), wholePersons(townAtBase))}</p> : null}
      <p className="source">
        {words.source}: <span lang="ja">{`${series.name}（${series.publisher}）${series.source}`}</span>
        {series.terms === '' ? null : <span lang="ja"> {series.terms}</span>}
      </p>
      <p>
        <a href={csvAddress(frame, districts)}>{words.csv}</a>
      </p>
    </>
  );
};

/** Without scripts and phones in mind: a picture for each of so many districts, the rest in the table. */
const mostPictures = 40;

const DistrictsPage = ({
  frame,
  answer,
}: {
  readonly frame: TownFrame;
  readonly answer: DistrictsAnswer;
}) => {
  const { language } = frame;
  const words = districtWords(language);
  return (
    <PublicLayout
      frame={frame}
      title={words.title}
      section="population"
      crumbs={[{ label: words.population, href: href(frame, '/population') }, { label: words.title }]}
    >
      <PageHead title={words.title} />
      {answer.kind === 'districts' ? (
        <>
          <p className="finding">{districtsFinding(answer.districts, language)}</p>
          <p>{words.heldTo(answer.districts.town.name)}</p>
          <section className="section stack">
            <Pictures frame={frame} districts={answer.districts} most={mostPictures} heading="h2" />
          </section>
          <section className="section stack">
            <h2>{words.table}</h2>
            <DistrictsTable frame={frame} districts={answer.districts} />
            <Notes frame={frame} districts={answer.districts} />
          </section>
          <Choices frame={frame} districts={answer.districts} />
        </>
      ) : (
        <NoDistricts frame={frame} answer={answer} />
      )}
    </PublicLayout>
  );
};

const answerOf = async (request: PublicRequest): Promise<DistrictsAnswer> =>
  loadDistricts(request.tx, await loadSeries(request.tx), askedOf(request));

/** 地区別の人口の見通し: every district, with its table and CSV. Figures of few people stand together. */
export const districtsPage: PublicPage = {
  path: '/population/districts',
  query,
  answer: async (request) => ({
    kind: 'page',
    element: <DistrictsPage frame={request.frame} answer={await answerOf(request)} />,
  }),
};

/** The table of that page, by the same rule. */
export const districtsCsvPage: PublicPage = {
  path: '/population/districts.csv',
  query,
  answer: async (request) => {
    const answer = await answerOf(request);
    if (answer.kind !== 'districts') return { kind: 'missing' };
    const { town: municipality } = request.frame;
    const { series, days, town, years, shown, together } = answer.districts;
    return {
      kind: 'document',
      contentType: 'text/csv; charset=utf-8',
      body: districtsCsv({
        municipality: { code: municipality.municipality, name: municipality.name },
        series,
        baseDate: days.baseDate,
        town: town.name,
        years,
        rows: together === null ? shown : [...shown, together],
      }),
    };
  },
};
