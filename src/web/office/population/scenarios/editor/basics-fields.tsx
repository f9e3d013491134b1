import { Area, Text } from '../../../judgement/editor/fields.tsx';

/** 名前と説明. */
export const BasicsFields = () => (
  <>
    <Text name="name" label="シナリオの名前" hint="公開すると、この名前で載ります。" required />
    <Area
      name="description"
      label="説明"
      hint="どんなまちになるシナリオか。公開すると、前提とともに載ります。"
      rows={3}
    />
  </>
);
