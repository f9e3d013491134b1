/** What the reader has chosen elsewhere on the page, kept by a form that is about something else. */
export const KeptChoices = ({
  query,
  without,
}: {
  readonly query: ReadonlyMap<string, string>;
  readonly without: readonly string[];
}) => (
  <>
    {[...query]
      .filter(([key]) => !without.includes(key))
      .map(([key, value]) => (
        <input key={key} type="hidden" name={key} value={value} />
      ))}
  </>
);
