/** A long text that travels back in its form, in parts a form field bears, in their order. */
export const KeptParts = ({ name, parts }: { readonly name: string; readonly parts: readonly string[] }) =>
  parts.map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text, in its order
    <input key={index} type="hidden" name={name} value={part} />
  ));
