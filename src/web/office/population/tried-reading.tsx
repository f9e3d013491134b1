import type { ReactNode } from 'react';
import type { KeptReading } from '../../../documents/population-tables/recognised-json.ts';
import type { TableChange } from '../../../domain/population/import-changes.ts';
import type { PopulationSeries } from '../../../domain/population/series.ts';
import type { Form } from '../../middleware/form.ts';
import type { Viewer } from '../../middleware/session.ts';
import type { FieldSentences } from '../forms/field.tsx';
import { KeptParts } from '../forms/kept-parts.tsx';
import { CsrfField } from '../layout.tsx';
import { intoField, keepReading } from './import-form.ts';
import { ImportPreview, NothingNew } from './import-preview.tsx';
import { SeriesFactsFields } from './series-forms.tsx';

/** Figures that were read, from a file or from e-Stat, and what storing them would do. */
export interface TriedReading {
  readonly reading: KeptReading;
  readonly changes: readonly TableChange[];
  /** Series the figures go into; null: a new one */
  readonly target: PopulationSeries | null;
  /** Series that has all of it already; null: none, or a series was chosen */
  readonly holder: PopulationSeries | null;
  /** Facts of the new series */
  readonly facts: Form;
}

export const hasNothingNew = ({ holder, changes }: TriedReading): boolean =>
  holder !== null || changes.every(({ kind }) => kind === 'same');

interface KeepTriedProps {
  readonly tried: TriedReading;
  readonly viewer: Viewer;
  readonly sentences: FieldSentences;
  readonly href: string;
  /** Where giving up leads */
  readonly home: string;
  /** Fields of its own the page sends along */
  readonly hidden?: ReactNode;
  /** What else storing does, said before the button */
  readonly note?: ReactNode;
}

/** The preview, and the form that stores what it shows. */
export const KeepTried = ({ tried, viewer, sentences, href, home, hidden, note }: KeepTriedProps) => {
  const { reading, changes, target, holder, facts } = tried;
  const isNothing = hasNothingNew(tried);
  return (
    <>
      <ImportPreview reading={reading} changes={changes} />
      {target?.state === 'published' && !isNothing && (
        <p>
          <b>この系列は公開中です。取り込むと、公開の数値もすぐに変わります。</b>
        </p>
      )}
      {note}
      <form method="post" action={href} encType="multipart/form-data" className="form">
        <CsrfField viewer={viewer} />
        {hidden}
        <input type="hidden" name={intoField} value={target?.seriesKey ?? ''} />
        {target !== null && <input type="hidden" name="version" value={target.version} />}
        <KeptParts name="reading" parts={keepReading(reading)} />
        {target === null && !isNothing && <SeriesFactsFields form={facts} sentences={sentences} />}
        <p className="actions">
          {isNothing ? (
            <NothingNew holder={holder} />
          ) : (
            <button type="submit" className="button" name="step" value="keep">
              {target === null ? 'この内容で系列を作る（公開前）' : 'この内容を取り込む'}
            </button>
          )}
          <a href={home}>取り込まない</a>
        </p>
      </form>
    </>
  );
};
