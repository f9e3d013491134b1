import type { LoadedIndicator } from '../../db/read-indicator.ts';
import type { OrganisationUnit } from '../../domain/organisation/unit.ts';
import type { TownFrame } from '../components/frame.ts';
import { SourceNote } from '../components/source-note.tsx';

interface Props {
  readonly frame: TownFrame;
  readonly loaded: LoadedIndicator;
  readonly unit: OrganisationUnit | undefined;
}

/** 定義と出典: what the figure is and where it comes from. */
export const IndicatorDefinition = ({ frame, loaded, unit }: Props) => {
  const { t } = frame;
  const { indicator } = loaded;
  const rows = [
    { label: t.indicator.definition, text: indicator.definition, japanese: true },
    { label: t.indicator.formula, text: indicator.formulaText, japanese: true },
    { label: t.indicator.unit, text: indicator.unit, japanese: true },
    { label: t.indicator.direction, text: t.indicator.directions[indicator.direction], japanese: false },
    {
      label: t.indicator.kind,
      text: `${t.indicator.kinds[indicator.kind]}（${indicator.subjective ? t.indicator.subjective : t.indicator.objective}）`,
      japanese: false,
    },
    { label: t.indicator.frequency, text: indicator.frequency, japanese: true },
    { label: t.indicator.responsible, text: unit?.name ?? '', japanese: true },
  ].filter((row) => row.text !== '');
  return (
    <section className="section section--ruled" aria-labelledby="definition">
      <h2 id="definition">{t.indicator.definition}</h2>
      <dl className="facts definition">
        {rows.map((row) => (
          <div key={row.label}>
            <dt>{row.label}</dt>
            <dd lang={row.japanese ? 'ja' : undefined}>{row.text}</dd>
          </div>
        ))}
      </dl>
      <SourceNote frame={frame} source={indicator.source} />
    </section>
  );
};
