/** Rows in every table of the population part, for one town ($1). */
export const populationRows = (userId: string): readonly string[] => [
  ...['draft', 'published'].flatMap((state) => [
    `INSERT INTO population_series (municipality, series_key, kind, name, publisher, source, published_on, base_year, terms, note,
       state, updated_by)
     VALUES ($1, '${state}', 'census', '国勢調査', '総務省統計局', '第1表', '2016-10', NULL, '出典を記す', '注', '${state}', '${userId}')`,
    `INSERT INTO population_table (municipality, series_key, area_key, date, area_name, counts)
     VALUES ($1, '${state}', '', '2015-10-01', '', '{"ages": [], "male": null, "female": null, "both": null, "unknownAge": null,
       "total": 67135, "totalMale": null, "totalFemale": null, "households": null}')`,
  ]),
  `INSERT INTO population_scenario (municipality, scenario_key, name, description, content, published_edition, is_as_published, updated_by)
   VALUES ($1, 's1', '内緒のシナリオ', '', '{"levers": []}', NULL, false, '${userId}')`,
];
