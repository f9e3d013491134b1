import type { TownTotal } from '../../../db/read-population-totals.ts';
import { href, type TownFrame } from '../../components/frame.ts';
import { calendarYear } from '../../text/calendar-year.ts';
import { homePopulationWords } from '../../text/home-population.ts';
import { wholePersons } from '../../text/population-names.ts';
import { tellingTotals } from './telling-totals.ts';

/** 人口 on the home page: how many there are, how many there will be by whom, and the way on. */
export const HomePopulation = ({
  frame,
  totals,
}: {
  readonly frame: TownFrame;
  readonly totals: readonly TownTotal[];
}) => {
  const { language } = frame;
  const words = homePopulationWords(language);
  const { counted, projected } = tellingTotals(totals);
  const year = ({ date }: TownTotal): string => calendarYear(Number(date.slice(0, 4)), language);
  return (
    <section className="section" aria-labelledby="population">
      <h2 id="population">{words.title}</h2>
      {counted === null ? null : (
        <p className="section__lead">
          {words.counted(year(counted), wholePersons(counted.total))}
          <span lang="ja">{words.by(counted.name)}</span>
          {words.stop}
          {projected === null ? null : (
            <>
              {words.projected(year(projected), wholePersons(projected.total))}
              <span lang="ja">{words.by(projected.name)}</span>
              {words.stop}
            </>
          )}
        </p>
      )}
      <p className="more">
        <a href={href(frame, '/population')}>{words.more}</a>
      </p>
    </section>
  );
};
