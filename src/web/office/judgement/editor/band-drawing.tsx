import type { LineBand } from '../../../../charts/number-line.ts';
import { numberLine } from '../../../../charts/number-line.ts';
import { type Fraction, fractionOf, negateFraction } from '../../../../domain/kernel/fraction.ts';
import { type Branch, rowsOf, textOf } from '../form/branch.ts';
import { FieldReader } from '../form/field-reader.ts';
import { readBound } from '../form/step-form.ts';
import { gradeChoices, useEditing } from './editing.ts';

type Read = { readonly value: Fraction | null } | 'unreadable';

/** A typed bound; of a tolerance its last row, which holds for whoever has none of their own. */
const boundOf = (root: Branch, typed: string): Read => {
  const reader = new FieldReader();
  const bound = readBound(typed, [], reader);
  if (reader.problems.length > 0) return 'unreadable';
  if (bound === null) return { value: null };
  if (typeof bound === 'string') return { value: fractionOf(bound) };
  const { tolerance, sign } = bound as { readonly tolerance: string; readonly sign: string };
  const row = rowsOf(root, 'tolerances').find((each) => textOf(each, 'key') === tolerance);
  const last = row === undefined ? undefined : rowsOf(row, 'rows').at(-1);
  const width = reader.figure(last === undefined ? '' : textOf(last, 'value'), []);
  if (width === null) return 'unreadable';
  return { value: sign === '-' ? negateFraction(fractionOf(width)) : fractionOf(width) };
};

const words = {
  gap: 'すき間（段階なし）',
  overlap: '重なり',
  above: '大きい',
  below: '小さい',
  title: (gaps: number, overlaps: number): string =>
    gaps + overlaps === 0
      ? '区切りは、すき間も重なりもなく、数の全体を覆っています。'
      : `区切りに、すき間が${gaps}か所、重なりが${overlaps}か所あります。`,
};

/** The bands of a step as they are typed now, where they can be read as numbers. */
const Line = ({
  name,
  axis,
  step,
}: {
  readonly name: string;
  readonly axis: number;
  readonly step: Branch;
}) => {
  const editing = useEditing();
  const grades = gradeChoices(editing, axis);
  const bands: LineBand[] = [];
  for (const row of rowsOf(step, 'bands')) {
    const [from, to] = [boundOf(editing.root, textOf(row, 'from')), boundOf(editing.root, textOf(row, 'to'))];
    if (from === 'unreadable' || to === 'unreadable')
      return <p className="quiet">境に数として読めないものがあるため、数直線を描けません。</p>;
    const give = textOf(row, 'give');
    bands.push({
      label:
        give === 'next' ? '次の手順へ' : (grades.find(({ value }) => value === give)?.label ?? '段階が未定'),
      from: from.value,
      fromInclusive: textOf(row, 'fromInclusive') === 'yes',
      to: to.value,
      toInclusive: textOf(row, 'toInclusive') === 'yes',
    });
  }
  return bands.length === 0 ? null : (
    <figure className="band-drawing">
      <figcaption>数直線（●は境を含み、○は含まない。目盛りの間隔はそろえています）</figcaption>
      <div
        className="chart"
        // biome-ignore lint/security/noDangerouslySetInnerHtml: src/charts escapes every text it is given (svg.ts)
        dangerouslySetInnerHTML={{
          __html: numberLine({ id: `line-${name.replaceAll('.', '-')}`, bands, words }),
        }}
      />
    </figure>
  );
};

export const BandDrawing = (props: {
  readonly name: string;
  readonly axis: number;
  readonly step: Branch;
}) => (
  <div data-line={props.name}>
    <Line {...props} />
  </div>
);

/** The lines of every step anew, for the island to put in their places. */
export const LinesNow = () => {
  const { root } = useEditing();
  return (
    <div hidden>
      {rowsOf(root, 'axes').flatMap((axis, at) =>
        rowsOf(axis, 'cases').flatMap((one, place) =>
          rowsOf(one, 'steps').map((step, nth) => {
            const name = `axes.${at}.cases.${place}.steps.${nth}`;
            return textOf(step, 'by') === 'measure' ? (
              <div key={name} data-line-now={name}>
                <Line name={name} axis={at} step={step} />
              </div>
            ) : null;
          }),
        ),
      )}
    </div>
  );
};
