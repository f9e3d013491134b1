import type { ReactNode } from 'react';
import { yearSpokenOf } from '../../../../../domain/population/total-in.ts';
import { Drawing } from '../../../../components/drawing.tsx';
import { PyramidPlayer } from '../../../../components/population/pyramid-player.tsx';
import type { Computed } from '../../../../islands/population/live-figures.ts';
import type { LiveInput } from '../../../../islands/population/live-input.ts';
import { type PictureName, pictureOf } from '../../../../islands/population/live-pictures.ts';
import { calendarYear } from '../../../../text/calendar-year.ts';
import { useEditing } from '../../../judgement/editor/editing.ts';
import { RowButton, Select } from '../../../judgement/editor/fields.tsx';
import { Figure, YearTable } from './year-table.tsx';

interface ResultsProps {
  readonly computed: Computed;
  readonly input: LiveInput;
  /** What it comes to, in a sentence or two */
  readonly says: string;
}

const Picture = ({
  name,
  computed,
  input,
  caption = true,
}: ResultsProps & { readonly name: PictureName; readonly caption?: boolean }) => {
  const picture = pictureOf(name, input, computed, input.year);
  const [narrow, wide] = [picture?.svg(320) ?? null, picture?.svg(640) ?? null];
  if (picture === null || narrow === null || wide === null) return null;
  return (
    <figure className="workbench__picture">
      {caption && <figcaption data-population-title={name}>{picture.title}</figcaption>}
      <div className="chart-pair" data-population-picture={name}>
        <Drawing svg={narrow} width={320} />
        <Drawing svg={wide} width={640} />
      </div>
    </figure>
  );
};

const KeyFigure = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);

const KeyFigures = ({ computed }: Pick<ResultsProps, 'computed'>) => {
  const year = yearSpokenOf(computed.content.aim, computed.projection.years);
  return (
    <dl className="workbench__figures">
      <KeyFigure label={`${calendarYear(year, 'ja')}の総人口`}>
        <b>
          <Figure computed={computed} of={`total:${year}`} />人
        </b>
      </KeyFigure>
      <KeyFigure label="動かさない場合との差">
        <Figure computed={computed} of={`difference:${year}`} />人
      </KeyFigure>
      <KeyFigure label="予測の幅（80％）">
        <Figure computed={computed} of={`low:${year}`} />～<Figure computed={computed} of={`high:${year}`} />
        人
      </KeyFigure>
      {computed.result?.aim != null && (
        <KeyFigure label="目標以上になる確率">
          <Figure computed={computed} of="probability" />
        </KeyFigure>
      )}
    </dl>
  );
};

/** 結果: beside the assumptions, drawn anew while they are moved. */
export const ResultsPanel = (props: ResultsProps) => (
  <>
    <p className="preview__summary" role="status" data-population-says>
      {props.says}
    </p>
    <p className="notice notice--warn" hidden data-population-stale>
      計算しています。基準となる推計を変えたときは「計算する」を押してください。
    </p>
    <KeyFigures computed={props.computed} />
    {/* Its finding is the sentence above. */}
    <Picture {...props} name="totals" caption={false} />
  </>
);

/** For who may not send the form: the same page with another year. */
const YearLinks = ({ input }: Pick<ResultsProps, 'input'>) => {
  const { href } = useEditing();
  return (
    <nav className="section-nav" aria-label="人口ピラミッドの年">
      {input.frames.map(({ year, name }) => (
        <a
          key={year}
          href={`${href}?year=${year}#f-ages`}
          aria-current={year === input.year ? 'true' : undefined}
        >
          {name}
        </a>
      ))}
    </nav>
  );
};

/** 年齢: the pyramid through the years, the three ages, and the table behind all pictures. */
export const AgesPanel = ({ mayEdit, ...props }: ResultsProps & { readonly mayEdit: boolean }) => {
  const { computed, input } = props;
  return (
    <>
      <div className="workbench__pictures">
        <div>
          <Picture {...props} name="pyramid" />
          <PyramidPlayer
            years={input.frames.map(({ year }) => year)}
            year={input.year}
            words={{
              label: '人口ピラミッドの年',
              play: '年を追って動かす',
              pause: '止める',
              year: (year) => `${year}年`,
            }}
          />
          <noscript>
            {mayEdit ? (
              <div className="fields-row workbench__year">
                <Select
                  name="shownYear"
                  label="人口ピラミッドの年"
                  choices={input.frames.map(({ year, name }) => ({ value: String(year), label: name }))}
                />
                <RowButton then="calculate" to="ages">
                  この年を見る
                </RowButton>
              </div>
            ) : (
              <YearLinks input={input} />
            )}
          </noscript>
        </div>
        <Picture {...props} name="ages" />
      </div>
      <YearTable computed={computed} />
    </>
  );
};
