import type { CommonIndicator } from '../../app/indicator/read-common-indicators.ts';
import { dotChart } from '../../charts/dot-chart.ts';
import type { CommonKey } from '../../db/read-common-indicators.ts';
import type { StoredValue } from '../../db/read-indicator.ts';
import { type Comparability, compareAcross } from '../../domain/indicator/comparability.ts';
import { outlookOf } from '../../domain/indicator/outlook.ts';
import { compareDecimals } from '../../domain/kernel/decimal.ts';
import { Drawing } from '../components/drawing.tsx';
import { localised, type ViewFrame } from '../components/frame.ts';
import { PageHead } from '../components/page-head.tsx';
import { PlainLayout } from '../components/plain-layout.tsx';
import { TableScroll } from '../components/table-scroll.tsx';
import { commonWords } from '../text/common-indicators.ts';
import { formatYear } from '../text/dates.ts';
import { formatFigure } from '../text/figures.ts';

/** 共通指標の一覧: /indicators. */
export const CommonKeysPage = ({
  frame,
  keys,
}: {
  readonly frame: ViewFrame;
  readonly keys: readonly CommonKey[];
}) => {
  const words = commonWords(frame.language);
  return (
    <PlainLayout frame={frame} title={`${words.title}｜${frame.t.site.name}`} description={words.lead}>
      <PageHead title={words.title} lead={words.lead} />
      {keys.length === 0 ? (
        <p className="section">{words.none}</p>
      ) : (
        <ul className="section judged-list">
          {keys.map(({ commonKey, name, towns }) => (
            <li key={commonKey}>
              <a href={localised(frame, `/indicators/${encodeURIComponent(commonKey)}`)} lang="ja">
                {name}
              </a>
              <span className="small quiet">{words.towns(towns)}</span>
            </li>
          ))}
        </ul>
      )}
      <p className="more">
        <a href={localised(frame, '/')}>{frame.t.site.all}</a>
      </p>
    </PlainLayout>
  );
};

interface Row {
  readonly one: CommonIndicator;
  readonly latest: StoredValue | null;
  readonly comparability: Comparability;
}

/** Comparable ones by their figure, the largest first; then the others in the order of the codes. */
const rowsOf = (all: readonly CommonIndicator[]): readonly Row[] => {
  const latest = all.map(({ read }) => {
    const found = outlookOf(read).latest;
    return read.values.find((value) => value === found) ?? null;
  });
  const compared = compareAcross(
    all.map(({ read }, at) => ({ indicator: read.indicator, latest: latest[at] ?? null })),
  );
  return all
    .flatMap((one, at): Row[] => {
      const comparability = compared[at];
      return comparability === undefined ? [] : [{ one, latest: latest[at] ?? null, comparability }];
    })
    .toSorted((a, b) => {
      const order = Number(b.comparability.isComparable) - Number(a.comparability.isComparable);
      if (order !== 0 || !a.comparability.isComparable) return order;
      return compareDecimals(b.latest?.value ?? '0', a.latest?.value ?? '0');
    });
};

const mostDrawn = 40;
const mostListed = 200;

const nameOf = ({ town }: CommonIndicator, frame: ViewFrame): string =>
  frame.language === 'en' ? town.nameEn : town.name;

const Dots = ({
  frame,
  rows,
  title,
}: {
  readonly frame: ViewFrame;
  readonly rows: readonly Row[];
  readonly title: string;
}) => {
  const { language } = frame;
  const words = commonWords(language);
  const drawn = rows.filter(({ comparability }) => comparability.isComparable).slice(0, mostDrawn);
  const data = (id: string) => ({
    id,
    title,
    description: '',
    dots: drawn.flatMap(({ one, latest, comparability }) =>
      latest === null || latest.value === null
        ? []
        : [
            {
              name: nameOf(one, frame),
              label: `${formatFigure(latest, one.read.indicator, language)} ${formatYear(latest.fiscalYear, language)}`,
              value: Number(latest.value),
              range: null,
              open: comparability.differences.length > 0,
            },
          ],
    ),
  });
  const [narrow, wide] = [dotChart(data('towns-n'), 320), dotChart(data('towns-w'), 640)];
  if (narrow === null || wide === null) return null;
  return (
    <figure>
      <figcaption className="indicator-panel__finding">{title}</figcaption>
      <div className="chart-pair">
        <Drawing svg={narrow} width={320} />
        <Drawing svg={wide} width={640} />
      </div>
      <p className="small quiet">
        {words.chartNote}{' '}
        {rows.length > drawn.length && drawn.length === mostDrawn ? words.chartFirst(mostDrawn) : null}
      </p>
    </figure>
  );
};

const Care = ({
  frame,
  comparability,
}: {
  readonly frame: ViewFrame;
  readonly comparability: Comparability;
}) => {
  const { language } = frame;
  const words = commonWords(language);
  const { differences, isComparable } = comparability;
  if (differences.length === 0) return <>{words.comparable}</>;
  return (
    <>
      <b>{isComparable ? words.withCare : words.notComparable}</b>
      <ul>
        {differences.map((difference) => (
          <li key={difference}>{words.differences[difference]}</li>
        ))}
      </ul>
    </>
  );
};

const Rows = ({
  frame,
  rows,
  name,
}: {
  readonly frame: ViewFrame;
  readonly rows: readonly Row[];
  readonly name: string;
}) => {
  const { t, language } = frame;
  const words = commonWords(language);
  return (
    <TableScroll label={`${name} ${words.table}`}>
      <table className="table table--words">
        <caption className="visually-hidden">{words.table}</caption>
        <thead>
          <tr>
            <th scope="col">{words.town}</th>
            <th scope="col" className="number">
              {t.indicator.value}
            </th>
            <th scope="col">{words.care}</th>
            <th scope="col">{t.indicator.definition}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ one, latest, comparability }) => {
            const { indicator } = one.read;
            const definition = [indicator.definition, indicator.formulaText].filter(Boolean).join(' ');
            return (
              <tr key={`${one.town.municipality} ${indicator.indicatorKey}`}>
                <th scope="row">
                  <a
                    href={localised(
                      frame,
                      `/m/${one.town.municipality}/indicators/${encodeURIComponent(indicator.indicatorKey)}`,
                    )}
                  >
                    {nameOf(one, frame)}
                  </a>
                  <span className="figure-table__mark" lang="ja">
                    {indicator.name}
                  </span>
                </th>
                <td className="number">
                  {latest === null ? '—' : formatFigure(latest, indicator, language)}
                  {latest === null ? null : (
                    <span className="figure-table__mark">{formatYear(latest.fiscalYear, language)}</span>
                  )}
                  {indicator.computed?.operation === 'per-resident' ? (
                    <span className="figure-table__mark">{words.perResident}</span>
                  ) : null}
                </td>
                <td>
                  <Care frame={frame} comparability={comparability} />
                </td>
                <td lang={definition === '' ? undefined : 'ja'} className="small">
                  {definition === '' ? words.noDefinition : definition}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableScroll>
  );
};

/** 一つの共通指標: /indicators/{key}. Says plainly what is not comparable. */
export const CommonIndicatorPage = ({
  frame,
  commonKey,
  all,
  page,
}: {
  readonly frame: ViewFrame;
  readonly commonKey: string;
  readonly all: readonly CommonIndicator[];
  readonly page: number;
}) => {
  const { language } = frame;
  const words = commonWords(language);
  const rows = rowsOf(all);
  const [first] = all;
  const name = first?.read.indicator.name ?? commonKey;
  const comparable = rows.filter(({ comparability }) => comparability.isComparable);
  const figure = (row: Row | undefined): string =>
    row?.latest == null ? '' : (formatFigure(row.latest, row.one.read.indicator, language) ?? '');
  const most = comparable[0];
  const finding =
    most === undefined
      ? words.noFigures
      : comparable.length === 1
        ? words.findingOne(nameOf(most.one, frame), figure(most))
        : words.finding(name, figure(comparable.at(-1)), figure(most), comparable.length);
  const shown = rows.slice((page - 1) * mostListed, page * mostListed);
  const address = localised(frame, `/indicators/${encodeURIComponent(commonKey)}`);
  return (
    <PlainLayout
      frame={frame}
      title={`${words.comparison(name)}｜${frame.t.site.name}`}
      description={words.lead}
    >
      <PageHead title={words.comparison(name)} lead={words.comparisonLead} />
      <section className="section" aria-labelledby="chart">
        <h2 id="chart">{words.chart}</h2>
        {most === undefined ? <p>{finding}</p> : <Dots frame={frame} rows={rows} title={finding} />}
      </section>
      <section className="section" aria-labelledby="table">
        <h2 id="table">{words.table}</h2>
        <Rows frame={frame} rows={shown} name={name} />
        {rows.length <= mostListed ? null : (
          <>
            <p>
              {words.page((page - 1) * mostListed + 1, (page - 1) * mostListed + shown.length, rows.length)}
            </p>
            <p className="more more--several">
              {page === 1 ? null : <a href={`${address}?page=${page - 1}#table`}>{words.previous}</a>}
              {page * mostListed >= rows.length ? null : (
                <a href={`${address}?page=${page + 1}#table`}>{words.next}</a>
              )}
            </p>
          </>
        )}
      </section>
      <p className="more">
        <a href={localised(frame, '/indicators')}>{words.all}</a>
      </p>
    </PlainLayout>
  );
};
