import { dotChart } from '../../../charts/dot-chart.ts';
import {
  type ComparedTown,
  comparedClasses,
  compareTowns,
  type TownEvaluation,
} from '../../../domain/evaluation/compare-towns.ts';
import { Drawing } from '../../components/drawing.tsx';
import { localised, type ViewFrame } from '../../components/frame.ts';
import { PageHead } from '../../components/page-head.tsx';
import { PlainLayout } from '../../components/plain-layout.tsx';
import { TableScroll } from '../../components/table-scroll.tsx';
import { formatYear } from '../../text/dates.ts';
import { evaluationWords } from '../../text/evaluation.ts';
import { comparisonWords } from '../../text/evaluation-comparison.ts';
import { tableLabel } from '../../text/table-label.ts';
import { tableYen } from '../../text/yen.ts';

interface Props {
  readonly frame: ViewFrame;
  readonly towns: readonly ComparedTown[];
}

const nameOf = ({ town }: ComparedTown, frame: ViewFrame): string =>
  frame.language === 'en' ? town.nameEn : town.name;

const TownName = ({ each, frame }: { readonly each: ComparedTown; readonly frame: ViewFrame }) => {
  const words = comparisonWords(frame.language);
  const { town } = each;
  return (
    <>
      {town.origin === 'here' ? (
        <a href={localised(frame, `/m/${town.municipality}/evaluations/${town.fiscalYear}`)}>
          {nameOf(each, frame)}
        </a>
      ) : (
        nameOf(each, frame)
      )}
      <span className="figure-table__mark">
        {formatYear(town.fiscalYear, frame.language)}　{town.origin === 'here' ? words.here : words.reference}
      </span>
    </>
  );
};

/** Shares of a class on one line, so that the towns can be seen beside each other. */
const Dots = ({ frame, towns }: Props) => {
  const words = comparisonWords(frame.language);
  const shares = towns.flatMap((each) => {
    const percent = each.lines.find((line) => line.class === 'continue')?.countPercent;
    return percent == null ? [] : [{ each, percent }];
  });
  const sorted = shares.map(({ percent }) => Number(percent)).toSorted((a, b) => a - b);
  const title = words.finding(
    shares.length,
    (sorted[0] ?? 0).toFixed(1),
    (sorted.at(-1) ?? 0).toFixed(1),
    words.classes.continue,
  );
  const data = (id: string) => ({
    id,
    title,
    description: '',
    dots: shares.map(({ each, percent }) => ({
      name: nameOf(each, frame),
      label: `${percent}%`,
      value: Number(percent),
      range: null,
      open: each.differences.length > 0,
    })),
  });
  const [narrow, wide] = [dotChart(data('classes-n'), 320), dotChart(data('classes-w'), 640)];
  if (narrow === null || wide === null) return null;
  return (
    <figure>
      <figcaption className="indicator-panel__finding">{title}</figcaption>
      <div className="chart-pair">
        <Drawing svg={narrow} width={320} />
        <Drawing svg={wide} width={640} />
      </div>
    </figure>
  );
};

const ClassTable = ({
  frame,
  towns,
  title,
  cell,
  whole,
}: Props & {
  readonly title: string;
  readonly cell: (line: ComparedTown['lines'][number]) => string;
  readonly whole: { readonly label: string; readonly of: (town: ComparedTown) => string };
}) => {
  const words = comparisonWords(frame.language);
  return (
    <TableScroll label={tableLabel(title, frame.language)}>
      <table className="table table--words phone-table">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.town}</th>
            <th scope="col" className="number">
              {whole.label}
            </th>
            {comparedClasses.map((each) => (
              <th key={each} scope="col" className="number">
                {words.classes[each]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {towns.map((each) => (
            <tr key={each.town.municipality}>
              <th scope="row">
                <TownName each={each} frame={frame} />
              </th>
              <td className="number">{whole.of(each)}</td>
              {each.lines.map((line) => (
                <td key={line.class} className="number">
                  {cell(line)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
};

/** Sentences, not cells: what a town does otherwise is read from the first word to the last, on a phone too. */
const Caution = ({ frame, each }: { readonly frame: ViewFrame; readonly each: ComparedTown }) => {
  const { language } = frame;
  const words = comparisonWords(language);
  const { town, differences } = each;
  return (
    <article aria-labelledby={`caution-${town.municipality}`}>
      <h3 id={`caution-${town.municipality}`}>{nameOf(each, frame)}</h3>
      {differences.length === 0 ? (
        <p>{words.comparable}</p>
      ) : (
        <ul className="plain-bullets">
          {differences.map((difference) => (
            <li key={difference}>{words.differences[difference]}</li>
          ))}
        </ul>
      )}
      {town.notes.length === 0 ? null : (
        <ul lang="ja" className="plain-bullets small quiet">
          {town.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <dl className="caution-facts small">
        <dt>{words.basis}</dt>
        <dd lang="ja">{town.amountBasis}</dd>
        <dt>{words.population}</dt>
        <dd>
          {town.population === null ? '—' : words.persons(tableYen(town.population.persons))}
          {town.population === null || town.population.source === '' ? null : (
            <span className="figure-table__mark" lang="ja">
              {town.population.source}
            </span>
          )}
        </dd>
        <dt>{words.source}</dt>
        <dd lang="ja">
          {town.origin === 'here' ? (
            <a href={localised(frame, town.source.url)} lang={language}>
              {words.open}
            </a>
          ) : (
            <a href={town.source.url}>{town.source.document}</a>
          )}
        </dd>
      </dl>
    </article>
  );
};

const Cautions = ({ frame, towns }: Props) => {
  const words = comparisonWords(frame.language);
  return (
    <section className="section stack" aria-labelledby="cautions">
      <h2 id="cautions">{words.differencesTitle}</h2>
      {towns.map((each) => (
        <Caution key={each.town.municipality} frame={frame} each={each} />
      ))}
    </section>
  );
};

/** 事業の評価の比較: /evaluations. Says plainly what is not comparable, and ranks nobody. */
export const TownComparisonPage = ({
  frame,
  evaluations,
}: {
  readonly frame: ViewFrame;
  readonly evaluations: readonly TownEvaluation[];
}) => {
  const { language } = frame;
  const words = comparisonWords(language);
  const towns = compareTowns(evaluations.toSorted((a, b) => (a.municipality < b.municipality ? -1 : 1)));
  const perResident = towns.flatMap(({ yenPerResident }) => yenPerResident ?? []).toSorted((a, b) => a - b);
  const yen = (amount: number | null): string => (amount === null ? '—' : tableYen(amount));
  return (
    <PlainLayout frame={frame} title={`${words.title}｜${frame.t.site.name}`} description={words.lead}>
      <PageHead title={words.title} lead={words.lead} />
      {towns.length === 0 ? (
        <p className="section">{words.none}</p>
      ) : (
        <>
          <p className="notice">{words.caution}</p>
          <section className="section stack" aria-labelledby="counts">
            <h2 id="counts">{words.counts}</h2>
            <Dots frame={frame} towns={towns} />
            <ClassTable
              frame={frame}
              towns={towns}
              title={words.counts}
              cell={({ count, countPercent }) => `${count}（${countPercent ?? '0.0'}%）`}
              whole={{ label: words.programmes, of: ({ count }) => tableYen(count) }}
            />
            <ul className="roll-up__notes small quiet">
              <li>{words.classesNote}</li>
              <li>{words.sharesNote}</li>
              <li>{evaluationWords(language).notCounted.rounded}</li>
            </ul>
          </section>
          <section className="section stack" aria-labelledby="costs">
            <h2 id="costs">{words.perResident}</h2>
            {perResident.length === 0 ? null : (
              <p className="finding phrase">
                {words.costsFinding(yen(perResident[0] ?? 0), yen(perResident.at(-1) ?? 0))}
              </p>
            )}
            <ClassTable
              frame={frame}
              towns={towns}
              title={words.perResidentUnit}
              cell={({ yenPerResident }) => yen(yenPerResident)}
              whole={{
                label: evaluationWords(language).total,
                of: ({ yenPerResident }) => yen(yenPerResident),
              }}
            />
            <ClassTable
              frame={frame}
              towns={towns}
              title={words.costs}
              cell={({ amountPercent }) => (amountPercent === null ? '—' : `${amountPercent}%`)}
              whole={{ label: words.amount, of: ({ amountThousandYen }) => tableYen(amountThousandYen) }}
            />
          </section>
          <Cautions frame={frame} towns={towns} />
        </>
      )}
      <p className="more">
        <a href={localised(frame, '/')}>{words.all}</a>
      </p>
    </PlainLayout>
  );
};
