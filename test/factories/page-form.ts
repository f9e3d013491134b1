/** What a browser would send of a form of a rendered page, the buttons left out. Regular expressions do for React's markup. */
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#x27': "'",
};

const plain = (html: string): string =>
  html.replace(/&(amp|lt|gt|quot|#x27);/gu, (whole, name: string) => entities[name] ?? whole);

const attribute = (tag: string, name: string): string | null => {
  const found = new RegExp(`\\s${name}="([^"]*)"`, 'u').exec(tag)?.[1];
  return found === undefined ? null : plain(found);
};

const sentValue = (tag: string, body: string): string | null => {
  if (tag.startsWith('<textarea')) return plain(body).replace(/^\n/u, '');
  if (tag.startsWith('<select')) {
    const options = body.match(/<option[^>]*>/gu) ?? [];
    const chosen = options.find((option) => / selected=""/u.test(option)) ?? options[0];
    return chosen === undefined ? null : attribute(chosen, 'value');
  }
  const isChoice = /type="(?:checkbox|radio)"/u.test(tag);
  return isChoice && !/ checked=""/u.test(tag) ? null : (attribute(tag, 'value') ?? '');
};

/** Fields of the form that is posted to `action` (its end is enough), by name; a field given twice keeps the last. */
export const formOf = (html: string, action: string): Readonly<Record<string, string>> => {
  const forms = html.match(/<form[^>]*>.*?<\/form>/gsu) ?? [];
  const form = forms.find((each) => {
    const tag = each.slice(0, each.indexOf('>'));
    return attribute(tag, 'method') === 'post' && attribute(tag, 'action')?.endsWith(action) === true;
  });
  if (form === undefined) throw new Error(`the page has no form for ${action}`);
  const fields = form.match(/<input[^>]*>|<(textarea|select)[^>]*>.*?<\/\1>/gsu) ?? [];
  const found: Record<string, string> = {};
  for (const field of fields) {
    const end = field.indexOf('>') + 1;
    const tag = field.slice(0, end);
    const name = attribute(tag, 'name');
    const value = sentValue(tag, field.slice(end, Math.max(end, field.lastIndexOf('</'))));
    if (name !== null && value !== null) found[name] = value;
  }
  return found;
};
