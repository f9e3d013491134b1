import { href, type TownFrame } from '../../components/frame.ts';
import { DistrictPictures } from '../../components/population/district-pictures.tsx';
import { calendarYear } from '../../text/calendar-year.ts';
import { districtWords } from '../../text/districts.ts';
import { wholePersons } from '../../text/population-names.ts';
import type { DistrictsAnswer, PublicDistricts } from './load-districts.ts';

interface SectionProps {
  readonly frame: TownFrame;
  readonly answer: DistrictsAnswer;
}

/** Where districts would stand, and what is needed for them. */
export const NoDistricts = ({ frame, answer }: SectionProps) => {
  const words = districtWords(frame.language);
  return (
    <div className="empty">
      <p className="empty__title">{words.emptyTitle}</p>
      <p>{answer.kind === 'none' ? words.empty : words.unsuited}</p>
    </div>
  );
};

/** How many districts grow, and how many fall below half; of those that are shown by themselves. */
export const districtsFinding = (
  { shown, years }: PublicDistricts,
  language: TownFrame['language'],
): string => {
  const changes = shown.flatMap(({ figures }) => {
    const [base, last] = [figures[0]?.total ?? 0, figures.at(-1)?.total ?? 0];
    return base === 0 ? [] : [last / base];
  });
  return districtWords(language).finding(
    changes.length,
    { base: calendarYear(years[0] ?? 0, language), last: calendarYear(years.at(-1) ?? 0, language) },
    changes.filter((change) => change > 1).length,
    changes.filter((change) => change < 0.5).length,
  );
};

/** Districts by size at the base, the largest first. */
export const largestFirst = ({ shown }: PublicDistricts) =>
  shown.toSorted((a, b) => (b.figures[0]?.total ?? 0) - (a.figures[0]?.total ?? 0));

export const Pictures = ({
  frame: { language },
  districts,
  most,
  heading: Heading,
}: {
  readonly frame: TownFrame;
  readonly districts: PublicDistricts;
  readonly most: number;
  readonly heading: 'h2' | 'h3';
}) => {
  const words = districtWords(language);
  const { years, shown, whole } = districts;
  return (
    <>
      <Heading>{words.pictures(calendarYear(years[0] ?? 0, language))}</Heading>
      <p className="quiet small">
        {words.picturesLead}
        {shown.length > most ? ` ${words.onlyLargest(most)}` : null}
      </p>
      <DistrictPictures
        id="districts"
        title={districtsFinding(districts, language)}
        description={words.picturesLead}
        years={years}
        rows={largestFirst(districts).slice(0, most)}
        whole={whole}
        label={(persons, year) =>
          `${wholePersons(persons)}${language === 'ja' ? '人' : ''} ${year}${language === 'ja' ? '年' : ''}`
        }
      />
    </>
  );
};

const mostPictures = 8;

/** 地区別: a part of the page of population. The whole of it has a page of its own. */
export const DistrictsSection = ({ frame, answer }: SectionProps) => {
  const words = districtWords(frame.language);
  return (
    <section className="section section--ruled stack" aria-labelledby="districts-title">
      <h2 id="districts-title">{words.title}</h2>
      {answer.kind === 'districts' ? (
        <>
          <p className="finding">{districtsFinding(answer.districts, frame.language)}</p>
          <p>{words.heldTo(answer.districts.town.name)}</p>
          <Pictures frame={frame} districts={answer.districts} most={mostPictures} heading="h3" />
          <p>
            <a href={href(frame, '/population/districts')}>{words.all}</a>
          </p>
        </>
      ) : (
        <NoDistricts frame={frame} answer={answer} />
      )}
    </section>
  );
};
