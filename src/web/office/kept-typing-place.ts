const parts: Readonly<Record<string, string>> = {
  basics: '基本',
  identity: '理念',
  situation: '状況分析',
  levels: '階層',
  calendar: '見直し周期',
};

/** What is no percent-encoding is shown as it stands: the list of what was kept opens in any case. */
const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};

/** Where a form with kept typing stands: its key is the address below the office (see web/islands/autosave.ts). */
export const keptTypingPlace = (
  office: string,
  formKey: string,
): { readonly href: string; readonly label: string } => {
  const [kind = '', key = '', revision = '', part = '', itemKey = ''] = formKey.split('/');
  if (kind === 'judgement')
    return {
      href: `${office}/judgement/schemes/${key}/${revision}?restore=1`,
      label: `判定基準の下書き（${decoded(key)}）`,
    };
  if (kind === 'evaluation-scheme')
    return {
      href: `${office}/evaluation/schemes/${key}/${revision}?restore=1`,
      label: `評価の様式の下書き（${decoded(key)}）`,
    };
  if (kind === 'population-scenario')
    return {
      href: `${office}/population/scenarios/${key}?restore=1`,
      label: `人口のシナリオ（${decoded(key)}）`,
    };
  if (kind !== 'plan') {
    // Its other tables stand below it: …/series/x, …/breakdowns/age~sex/2024.
    const table = formKey.split('/').slice(2).join('/');
    return {
      href: `${office}/indicators/${key}${table === '' ? '' : `/${table}`}`,
      label: `指標（${decoded(key)}）`,
    };
  }
  const desk = `${office}/plans/${key}/revisions/${revision}`;
  return part === 'item'
    ? { href: `${desk}/items/${itemKey}?restore=1`, label: `計画の項目（${decoded(itemKey)}）` }
    : { href: `${desk}/${part}?restore=1`, label: `計画の改定案（${parts[part] ?? part}）` };
};
