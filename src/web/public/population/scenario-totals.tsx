import { populationFan } from '../../../charts/population-fan.ts';
import { totalIn } from '../../../domain/population/total-in.ts';
import { Drawing } from '../../components/drawing.tsx';
import { TableScroll } from '../../components/table-scroll.tsx';
import { calendarYear } from '../../text/calendar-year.ts';
import { personsMore, wholePersons } from '../../text/population-names.ts';
import { scenarioPageWords } from '../../text/scenario-page.ts';
import { tableLabel } from '../../text/table-label.ts';
import type { ScenarioEditionProps } from './scenario-edition.ts';
import { scenarioFinding } from './scenario-finding.ts';

const Picture = ({ frame, publication, counted }: ScenarioEditionProps) => {
  const { language } = frame;
  const words = scenarioPageWords(language);
  const { content, result } = publication.content;
  const points = ({
    years,
    values,
  }: {
    readonly years: readonly number[];
    readonly values: readonly number[];
  }) => years.map((year, at) => ({ year, value: values[at] ?? 0 }));
  const draw = (width: 320 | 640): string | null =>
    populationFan(
      {
        id: `scenario-totals-${width}`,
        title: scenarioFinding(publication, language).join(language === 'ja' ? '' : ' '),
        description: words.totalsLead,
        unit: words.persons,
        years: language === 'ja' ? 'short' : 'western',
        series: [
          ...(counted === null
            ? []
            : [{ name: words.actualShort, kind: 'actual' as const, points: points(counted) }]),
          {
            name: words.baseline,
            kind: 'projection',
            points: points({ years: result.baselineAnnual.years, values: result.baselineAnnual.total }),
          },
          {
            name: words.scenario,
            kind: 'scenario',
            points: points({ years: result.annual.years, values: result.annual.total }),
          },
        ],
        bands: result.bands.map(({ year, half, eighty }) => ({ year, half, eighty })),
        aim: content.aim === null ? null : { ...content.aim, name: words.aim },
      },
      width,
    );
  const [narrow, wide] = [draw(320), draw(640)];
  return (
    <div className="chart-pair">
      {narrow === null ? null : <Drawing svg={narrow} width={320} />}
      {wide === null ? null : <Drawing svg={wide} width={640} />}
    </div>
  );
};

/** Years of the steps and of the census, and the year of the aim. */
const tableYears = ({ publication, counted }: ScenarioEditionProps): readonly number[] => {
  const { content, result } = publication.content;
  const aim = content.aim === null ? [] : [content.aim.year];
  return [...new Set([...(counted?.years ?? []), ...result.years, ...aim])].toSorted((a, b) => a - b);
};

const Row = ({ year, ...props }: ScenarioEditionProps & { readonly year: number }) => {
  const { frame, publication, counted } = props;
  const words = scenarioPageWords(frame.language);
  const { content, result } = publication.content;
  const actual = counted?.values[counted.years.indexOf(year)] ?? null;
  const [total, before] = [totalIn(result.annual, year), totalIn(result.baselineAnnual, year)];
  const band = result.bands.find((each) => each.year === year);
  const shown = (value: number | null): string => (value === null ? '—' : wholePersons(value));
  return (
    <tr>
      <th scope="row" className="table__nowrap">
        {calendarYear(year, frame.language)}
        {year === content.aim?.year ? (
          <span className="figure-table__mark">{words.aimOf(wholePersons(content.aim.total))}</span>
        ) : null}
        {year === result.years[0] ? <span className="figure-table__mark">{words.baseYear}</span> : null}
      </th>
      {counted === null ? null : <td className="number">{shown(actual)}</td>}
      <td className="number">{total === null ? '—' : <b>{wholePersons(total)}</b>}</td>
      <td className="number">{shown(before)}</td>
      <td className="number">
        {total === null || before === null ? '—' : personsMore(Math.round(total) - Math.round(before))}
      </td>
      {(['half', 'eighty'] as const).map((of) => (
        <td key={of} className="number">
          {band === undefined
            ? words.noBand
            : `${wholePersons(band[of][0])}${frame.language === 'ja' ? '～' : '–'}${wholePersons(band[of][1])}`}
        </td>
      ))}
    </tr>
  );
};

/** 総人口: the picture, what the range is, and every figure as a table. */
export const ScenarioTotals = (props: ScenarioEditionProps) => {
  const { frame, publication, counted } = props;
  const words = scenarioPageWords(frame.language);
  const { content, result } = publication.content;
  return (
    <section className="section" aria-labelledby="totals">
      <h2 id="totals">{words.totals}</h2>
      <p className="section__lead">{words.totalsLead}</p>
      <Picture {...props} />
      <ul className="chart-notes small quiet">
        {result.bands.length === 0 ? null : <li>{words.bandNote[content.errors]}</li>}
        <li>{words.between[content.interpolation]}</li>
      </ul>
      <TableScroll label={tableLabel(words.totals, frame.language)}>
        <table className="table population-totals">
          <caption className="visually-hidden">{words.totals}</caption>
          <thead>
            <tr>
              <th scope="col">{words.year}</th>
              {counted === null ? null : (
                <th scope="col" className="number">
                  {words.actual(counted.name)}
                </th>
              )}
              <th scope="col" className="number">
                {words.scenario}
              </th>
              <th scope="col" className="number">
                {words.baseline}
              </th>
              <th scope="col" className="number">
                {words.difference}
              </th>
              <th scope="col" className="number">
                {words.bandHalf}
              </th>
              <th scope="col" className="number">
                {words.band}
              </th>
            </tr>
          </thead>
          <tbody>
            {tableYears(props).map((year) => (
              <Row key={year} {...props} year={year} />
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
};
