import type { FieldChange } from '../../../domain/plan/difference-fields.ts';
import type { DifferenceWords } from '../../text/difference.ts';
import { InlineDifference } from './inline-difference.tsx';
import type { NameOf } from './value-names.ts';

/** Changed fields with their names. */
export const DifferenceFields = ({
  fields,
  words,
  nameOf,
}: {
  readonly fields: readonly FieldChange<string>[];
  readonly words: DifferenceWords;
  readonly nameOf: NameOf;
}) =>
  fields.length === 0 ? null : (
    <dl className="difference__fields">
      {fields.map((change) => (
        <div key={change.field}>
          <dt>{words.fields[change.field] ?? change.field}</dt>
          <dd>
            <InlineDifference {...change} words={words} nameOf={nameOf} />
          </dd>
        </div>
      ))}
    </dl>
  );
