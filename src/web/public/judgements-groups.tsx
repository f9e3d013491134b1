import type { YearJudgements } from '../../app/judgement/read-judgements.ts';
import { itemGroup } from '../../domain/indicator/groups-of.ts';
import { overallAxis } from '../../domain/indicator/judgement/overall-axis.ts';
import { type GroupedRollUp, rollUp, rollUpBy } from '../../domain/indicator/judgement/roll-up.ts';
import { href, type TownFrame } from '../components/frame.ts';
import { GradeBar } from '../components/grade-counts.tsx';
import { GradeShape } from '../components/judgement-mark.tsx';
import { TableScroll } from '../components/table-scroll.tsx';
import { judgementWords } from '../text/judgement.ts';
import { gradeName } from '../text/roll-up.ts';

/** A way to group: its key in the address, its name, and the names of its groups in their order. */
export interface Grouping {
  readonly by: string;
  readonly label: string;
  readonly lang?: 'ja' | undefined;
  readonly names: ReadonlyMap<string, string>;
}

interface Props {
  readonly frame: TownFrame;
  readonly year: YearJudgements;
  readonly groupings: readonly Grouping[];
  readonly chosen: Grouping;
}

/** Where a group can be read on by itself. */
const groupHref = (frame: TownFrame, by: string, key: string, fiscalYear: number): string | null => {
  const address = (query: Record<string, string>): string =>
    `${href(frame, '/indicators')}?${new URLSearchParams({ year: String(fiscalYear), ...query })}#list`;
  if (by === 'unit') return address({ unit: key });
  if (by === 'subjective') return address({ nature: key });
  return by === 'kind' || by === 'plan' ? null : address({ item: key });
};

const ordered = ({ groups }: GroupedRollUp, { names }: Grouping): GroupedRollUp['groups'] => {
  const order = [...names.keys()];
  const place = (key: string): number => (order.includes(key) ? order.indexOf(key) : order.length);
  return groups.toSorted((a, b) => place(a.groupKey) - place(b.groupKey));
};

/** 分け方ごとの集計: level, unit, plan; what is listed twice and what is in no group stands below. */
export const JudgementGroups = ({ frame, year, groupings, chosen }: Props) => {
  const { language } = frame;
  const words = judgementWords(language);
  const { fiscalYear } = year.year;
  const grades = overallAxis(year.compiled.scheme)?.grades ?? [];
  const grouped = rollUpBy(year.compiled, year.indicators, chosen.by);
  const whole = rollUp(year.compiled, year.indicators);
  const rows = [
    ...ordered(grouped, chosen).map(({ groupKey, rollUp: one }) => ({
      key: groupKey,
      name: chosen.names.get(groupKey) ?? groupKey,
      one,
      isWhole: false,
    })),
    { key: '', name: words.all, one: whole, isWhole: true },
  ];
  return (
    <>
      <nav aria-label={words.by}>
        <ul className="tags">
          {groupings.map(({ by, label, lang }) => (
            <li key={by}>
              <a
                className="chip"
                lang={lang}
                href={`${href(frame, `/judgements/${fiscalYear}`)}?by=${encodeURIComponent(by)}#groups`}
                aria-current={by === chosen.by ? 'true' : undefined}
              >
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <TableScroll label={`${words.by}: ${chosen.label}`}>
        <table className="table grade-table">
          <caption className="visually-hidden">{chosen.label}</caption>
          <thead>
            <tr>
              <th scope="col" lang={chosen.lang}>
                {chosen.label}
              </th>
              <th scope="col">{words.bar}</th>
              {grades.map((grade) => (
                <th key={grade.key} scope="col" className="number">
                  <span className="mark-count">
                    <GradeShape grade={grade} />
                    {gradeName(grade, language)}
                  </span>
                </th>
              ))}
              <th scope="col" className="number">
                {words.total}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, name, one, isWhole }, order) => {
              const address = isWhole ? null : groupHref(frame, chosen.by, key, fiscalYear);
              return (
                <tr key={key} className={isWhole ? 'grade-table__whole' : undefined}>
                  <th scope="row" lang={isWhole ? undefined : 'ja'}>
                    {address === null ? name : <a href={address}>{name}</a>}
                  </th>
                  <td>
                    <GradeBar id={`group-${order}`} rollUp={one} language={language} width={160} />
                  </td>
                  {one.grades.map(({ grade, count }) => (
                    <td key={grade.key} className="number">
                      {count}
                    </td>
                  ))}
                  <td className="number">{one.entries}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </TableScroll>
      <ul className="roll-up__notes small quiet">
        {grouped.repeated === 0 ? null : <li>{words.repeated(grouped.repeated)}</li>}
        {grouped.without.length === 0 ? null : <li>{words.withoutGroup(grouped.without.length)}</li>}
      </ul>
    </>
  );
};

/** Names of the items of one level, each under its plan's name for it. */
export const itemNames = (
  items: readonly { readonly planKey: string; readonly itemKey: string; readonly title: string }[],
): ReadonlyMap<string, string> =>
  new Map(items.map(({ planKey, itemKey, title }) => [itemGroup(planKey, itemKey), title]));
