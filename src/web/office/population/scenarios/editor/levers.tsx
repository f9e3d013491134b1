import { LeverPanel } from '../../../../components/population/lever-panel.tsx';
import { type LeverField, leverName } from '../../../../islands/population/lever-field.ts';
import type { Form } from '../../../../middleware/form.ts';
import type { FieldSentences } from '../../../forms/field.tsx';
import { LeverMore } from './lever-more.tsx';

interface LeversProps {
  readonly fields: readonly LeverField[];
  readonly form: Form;
  readonly sentences: FieldSentences;
  readonly mayEdit: boolean;
}

/** 前提を動かす, with the years, reason and source of each. */
export const Levers = ({ fields, form, sentences, mayEdit }: LeversProps) => (
  <LeverPanel
    legend="前提を動かす"
    hint="数を書くか、つまみを動かします。動かさない前提は、そのままにしておきます。"
    fields={fields}
    words={{ now: 'そのままなら', slider: 'を動かす', reset: 'すべてもとに戻す' }}
    typed={
      new Map(
        fields.flatMap(({ kind }) => {
          const text = form.text(leverName(kind));
          return text.trim() === '' ? [] : [[leverName(kind), text] as const];
        }),
      )
    }
    problems={sentences}
    readOnly={!mayEdit}
    more={(field) => <LeverMore field={field} />}
  />
);
