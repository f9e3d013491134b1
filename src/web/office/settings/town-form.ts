import type { MunicipalityRow } from '../../../db/read-town.ts';
import type { HomeDoor } from '../../../domain/kernel/settings.ts';
import type { TownProfile } from '../../../domain/organisation/town-rules.ts';
import type { Form } from '../../middleware/form.ts';
import type { Entries } from '../forms/entries.ts';
import { entriesOfRows, isBlankRow, rowsOf } from '../forms/rows.ts';

const doorFields = ['label', 'labelEn', 'kind', 'target'] as const;

/** The stored settings as a form shows them. */
export const townEntries = (town: MunicipalityRow): Entries => {
  const { checks, home, contact, openData } = town.settings;
  return [
    ['version', String(town.version)],
    ['nameKana', town.nameKana],
    ['nameEn', town.nameEn],
    ['accentColour', town.accentColour],
    ['maxLeadUnits', checks.maxLeadUnits === null ? '' : String(checks.maxLeadUnits)],
    ...(checks.namingLint.enabled ? [['namingLint', 'yes'] as const] : []),
    ['meansWords', checks.namingLint.meansWords.join('\n')],
    ['planSlug', home.planSlug ?? ''],
    ...home.topIndicatorKeys.map((key) => ['topIndicatorKeys', key] as const),
    ['contactName', contact.name],
    ['contactPhone', contact.phone],
    ['contactMail', contact.mail],
    ['licenceName', openData.licence.name],
    ['licenceNameEn', openData.licence.nameEn],
    ['licenceUrl', openData.licence.url],
    ...entriesOfRows(
      'doors',
      home.doors.map((door) => ({
        label: door.label,
        labelEn: door.labelEn,
        kind: 'query' in door ? 'query' : 'href',
        target: 'query' in door ? door.query : door.href,
      })),
    ),
  ];
};

const doorsFrom = (form: Form): readonly HomeDoor[] =>
  rowsOf(form, 'doors', doorFields)
    .filter((row) => !isBlankRow(row, ['kind']))
    .map(({ label, labelEn, kind, target }) => {
      const words = { label: label.trim(), labelEn: labelEn.trim() };
      return kind === 'href' ? { ...words, href: target.trim() } : { ...words, query: target.trim() };
    });

/** '' is no limit; anything that is no whole number becomes NaN, which the rules refuse. */
const limitFrom = (text: string): number | null => {
  const typed = text.normalize('NFKC').trim();
  if (typed === '') return null;
  return /^\d{1,4}$/.test(typed) ? Number(typed) : Number.NaN;
};

/** What this form does not ask about stays as it is stored. */
export const profileFromForm = (form: Form, town: MunicipalityRow): TownProfile => ({
  nameKana: form.text('nameKana').trim(),
  nameEn: form.text('nameEn').trim(),
  accentColour: form.text('accentColour').normalize('NFKC').trim().toLowerCase(),
  settings: {
    ...town.settings,
    checks: {
      maxLeadUnits: limitFrom(form.text('maxLeadUnits')),
      namingLint: {
        enabled: form.text('namingLint') === 'yes',
        meansWords: [
          ...new Set(
            form
              .text('meansWords')
              .split(/[\n、,]/)
              .map((word) => word.trim())
              .filter((word) => word !== ''),
          ),
        ],
      },
    },
    home: {
      topIndicatorKeys: form.all('topIndicatorKeys'),
      planSlug: form.text('planSlug') === '' ? null : form.text('planSlug'),
      doors: doorsFrom(form),
    },
    contact: {
      name: form.text('contactName').trim(),
      phone: form.text('contactPhone').trim(),
      mail: form.text('contactMail').trim(),
    },
    openData: {
      licence: {
        name: form.text('licenceName').trim(),
        nameEn: form.text('licenceNameEn').trim(),
        url: form.text('licenceUrl').trim(),
      },
    },
  },
});

export const doorCount = (form: Form): number => rowsOf(form, 'doors', doorFields).length;
