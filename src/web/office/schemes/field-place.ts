/**
 * Names of a form's fields in words: 「評価項目2 › 選択肢1 › 点」. A number after a list is its row. `words`: what the
 * parts of a name are called; a part without a word stays as it is.
 */
export const fieldPlacer =
  (words: Readonly<Record<string, string>>) =>
  (name: string): string => {
    const parts: string[] = [];
    for (const part of name.split('.')) {
      const last = parts.at(-1);
      if (/^\d+$/u.test(part) && last !== undefined) parts[parts.length - 1] = `${last}${Number(part) + 1}`;
      else if (part !== '' && part !== 'key') parts.push(words[part] ?? part);
    }
    return parts.join(' › ');
  };
