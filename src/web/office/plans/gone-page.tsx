import type { Form } from '../../middleware/form.ts';
import type { DeskPage } from './desk.ts';
import { DeskLayout } from './desk-layout.tsx';
import { itemFieldNames } from './item-words.data.ts';

/** The item was taken out while somebody wrote about it: what was typed is shown, to be copied elsewhere. */
export const GonePage = ({ desk, form }: { readonly desk: DeskPage; readonly form: Form }) => (
  <DeskLayout
    desk={desk}
    section="tree"
    title="この項目は、もうありません"
    problems={[
      'ほかの職員が先にこの項目を取り除いたため、保存していません。入力した内容は下に残してあります。必要なところを、ほかの項目に写してください。',
    ]}
  >
    <dl className="facts">
      {Object.entries(itemFieldNames).flatMap(([field, label]) => {
        const value = form.text(field);
        return value.trim() === ''
          ? []
          : [
              <div key={field}>
                <dt>{label}</dt>
                <dd className="typed">{value}</dd>
              </div>,
            ];
      })}
    </dl>
    <p className="actions">
      <a className="button" href={desk.deskHref}>
        体系へ戻る
      </a>
    </p>
  </DeskLayout>
);
