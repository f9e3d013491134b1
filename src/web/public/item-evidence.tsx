import type { Source } from '../../domain/kernel/source.ts';
import { type FramePlan, href, type TownFrame } from '../components/frame.ts';
import { SourceNote } from '../components/source-note.tsx';

interface Props {
  readonly frame: TownFrame;
  readonly plan: FramePlan;
  readonly source: Source | null;
}

/** 根拠と資料: the document it was taken from, and the same as data. */
export const ItemEvidence = ({ frame, plan, source }: Props) => {
  const { t, town } = frame;
  return (
    <section className="section" aria-labelledby="evidence">
      <h2 id="evidence">{t.item.evidence}</h2>
      <SourceNote frame={frame} source={source} />
      <ul className="link-list">
        <li>
          <a href={`/api/v1/municipalities/${town.municipality}/plans/${plan.slug}`}>{t.item.json}</a>
        </li>
        <li>
          <a href={href(frame, '/open-data')}>{t.item.csv}</a>
        </li>
      </ul>
    </section>
  );
};
