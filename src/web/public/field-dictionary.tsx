import type { CsvField } from '../../documents/csv/csv-field.ts';
import { TableScroll } from '../components/table-scroll.tsx';
import { openDataWords } from '../text/open-data.ts';
import type { Language } from '../text/text.ts';

/** Only what the dictionary shows: fields of any file. */
export type DictionaryField = Omit<CsvField<never>, 'value'>;

/** 項目定義: one file's columns in both languages. */
export const FieldDictionary = ({
  title,
  fields,
  language,
}: {
  readonly title: string;
  readonly fields: readonly DictionaryField[];
  readonly language: Language;
}) => {
  const words = openDataWords(language);
  return (
    <TableScroll label={title}>
      <table className="table table--words">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.field.name}</th>
            <th scope="col">{words.field.key}</th>
            <th scope="col">{words.field.type}</th>
            <th scope="col">{words.field.note}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field.key}>
              <th scope="row" lang="ja">
                {field.name}
              </th>
              <td>
                <code>{field.key}</code>
              </td>
              <td>{words.types[field.type]}</td>
              <td>
                {language === 'en' ? [field.nameEn, field.noteEn].filter(Boolean).join('. ') : field.note}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
};
