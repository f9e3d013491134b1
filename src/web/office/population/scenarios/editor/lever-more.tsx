import { type LeverField, leverName, leverText } from '../../../../islands/population/lever-field.ts';
import { isOpen, useEditing } from '../../../judgement/editor/editing.ts';
import { Area, Select, Text } from '../../../judgement/editor/fields.tsx';
import { partOf, textOf } from '../../../judgement/form/branch.ts';
import { yearTyped } from '../figure-words.ts';
import { neutralName } from '../form/read-scenario-form.ts';
import { shapeChoices } from '../scenario-words.data.ts';

/** Years, way, reason and source of one lever, folded to what they say. */
export const LeverMore = ({ field }: { readonly field: LeverField }) => {
  const editing = useEditing();
  const lever = partOf(editing.root, 'lever', field.kind);
  const [from, by] = [textOf(lever, 'fromYear').trim(), textOf(lever, 'byYear').trim()];
  const said = [
    from === '' ? '' : `${yearTyped(from)}の後から`,
    by === '' ? '' : `${yearTyped(by)}までに`,
    textOf(lever, 'reason').trim() === '' ? '' : '理由あり',
    textOf(lever, 'source').trim() === '' ? '' : '出典あり',
  ].filter((word) => word !== '');
  const prefix = `lever.${field.kind}`;
  return (
    <>
      <input type="hidden" name={neutralName(field.kind)} value={leverText(field, field.neutral)} />
      <details className="lever__more" open={isOpen(editing, prefix)}>
        <summary>いつから・なぜ{said.length === 0 ? '' : `: ${said.join('、')}`}</summary>
        <div className="scheme-fold__body">
          <div className="fields-row">
            <Text
              name={leverName(field.kind, 'fromYear')}
              label="動き始める年"
              hint="この年の後から。空欄は基準の年から"
              size="short"
            />
            <Text
              name={leverName(field.kind, 'byYear')}
              label="この値に届く年"
              hint="空欄はすぐに"
              size="short"
            />
            <Select name={leverName(field.kind, 'shape')} label="近づき方" choices={shapeChoices} />
          </div>
          <Area
            name={leverName(field.kind, 'reason')}
            label="なぜそう置くか"
            hint="公開すると、前提とともに載ります。"
            rows={2}
          />
          <Text name={leverName(field.kind, 'source')} label="根拠となる資料" />
        </div>
      </details>
    </>
  );
};
