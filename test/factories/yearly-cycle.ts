const id = '22222222-2222-4222-8222-222222222222';

/** Rows in every table of the yearly cycle, for one town ($1) that has the units 'child' and 'top' and the given user. */
export const yearlyCycleRows = (userId: string): readonly string[] => [
  `INSERT INTO yearly_cycle (municipality, programme_types, staff_rates, calendar, updated_by)
   VALUES ($1, '[{"key": "soft", "label": "ソフト", "settledIn": "budget"}]', '[]', '[]', '${userId}')`,
  `INSERT INTO programme (municipality, programme_key, number, name, type_key, legal_obligation, legal_basis, target_group,
     means, intent, unit_key, stated_place, note, position, updated_by)
   VALUES ($1, 'p1', '2002', '事業', 'soft', 'unknown', '', '', '', '', 'child', '', E'改行\\n"引用"', 1, '${userId}')`,
  `INSERT INTO programme_year (municipality, programme_key, fiscal_year, unit_key, budget_thousand_yen, settled_thousand_yen,
     settled_national_thousand_yen, settled_prefecture_thousand_yen, settled_bond_thousand_yen, settled_other_thousand_yen,
     settled_general_thousand_yen, staff_hours, personnel_included, note, updated_by)
   VALUES ($1, 'p1', 2024, 'child', NULL, 9007199254, 9007199250, 0, 0, 0, 4, 120.50, 'unknown', '', '${userId}')`,
  `INSERT INTO settled_year (municipality, fiscal_year, settled_at, settled_by, note)
   VALUES ($1, 2024, '2025-08-01T00:00:00.000001Z', '${userId}', '')`,
  `INSERT INTO measure (municipality, measure_key, kind, name, unit, direction, updated_by)
   VALUES ($1, 'm1', 'outcome', '満足度', '％', 'up', '${userId}')`,
  `INSERT INTO programme_measure (municipality, programme_key, measure_key, position) VALUES ($1, 'p1', 'm1', 1)`,
  `INSERT INTO measure_year (municipality, measure_key, fiscal_year, actual, updated_by) VALUES ($1, 'm1', 2024, 98.70, '${userId}')`,
  `INSERT INTO programme_plan_item (municipality, programme_key, plan_key, item_key, position) VALUES ($1, 'p1', 'plan', 'item', 1)`,
  `INSERT INTO evaluation_scheme (municipality, scheme_key, scheme_version, name, content, state, adopted_at)
   VALUES ($1, 'own', 1, '評価', '{"stages": []}', 'adopted', '2024-04-01T00:00:00Z'), ($1, 'own', 2, '評価', '{}', 'draft', NULL)`,
  `INSERT INTO evaluation_round (municipality, round_key, title, fiscal_year, timing, target, scheme_key, scheme_version, state,
     due_on, note, updated_by)
   VALUES ($1, 'r1', '令和6年度の評価', 2024, 'after', 'programme', 'own', 1, 'open', '{"first": "2025-06-30"}', '', '${userId}')`,
  `INSERT INTO evaluation_sheet (municipality, round_key, subject_key, position, unit_key, stage_keys, exemption, status,
     stage_index, reason, figures, updated_by)
   VALUES ($1, 'r1', 'p1', 1, 'child', '["first"]', '', 'draft', 0, '', 'null', '${userId}')`,
  `INSERT INTO evaluation_record (municipality, round_key, subject_key, stage_key, answers, prefilled, updated_by)
   VALUES ($1, 'r1', 'p1', 'first', '{"direction": "keep"}', '{}', '${userId}')`,
  `INSERT INTO evaluation_event (municipality, round_key, subject_key, event_id, kind, stage_key, note, happened_at, happened_by)
   VALUES ($1, 'r1', 'p1', '${id}', 'return', 'first', '内緒の理由', '2025-06-01T00:00:00.000001Z', '${userId}')`,
  `INSERT INTO evaluation_remark (municipality, remark_id, target, subject_key, round_key, fiscal_year, stage_key, body, audience,
     answer, created_by)
   VALUES ($1, '${id}', 'programme', 'p1', 'r1', 2024, 'first', '内緒の指摘', 'internal', '', '${userId}')`,
  `INSERT INTO evaluation_delegation (municipality, delegation_id, round_key, stage_key, unit_key, user_id, reason, valid_to)
   VALUES ($1, '${id}', 'r1', 'first', 'child', '${userId}', '出張', '2025-06-30')`,
  `INSERT INTO budget_scheme (municipality, scheme_key, scheme_version, name, content, state, adopted_at)
   VALUES ($1, 'own', 1, '枠配分', '{"rules": []}', 'adopted', '2024-04-01T00:00:00Z'), ($1, 'own', 2, '枠配分', '{}', 'draft', NULL)`,
  `INSERT INTO budget_year (municipality, fiscal_year, scheme_key, scheme_version, base_fiscal_year, round_key, revenue_thousand_yen,
     state, note, updated_by)
   VALUES ($1, 2026, 'own', 1, 2024, 'r1', 9007199254, 'preparing', '', '${userId}')`,
  `INSERT INTO budget_frame (municipality, fiscal_year, unit_key, expense_class, computed_thousand_yen, steps,
     adjustment_thousand_yen, adjustment_reason, updated_by)
   VALUES ($1, 2026, 'child', 'general', 84210, '[]', -10, '内緒の調整', '${userId}')`,
  ...['new', 'cut'].map(
    (key) =>
      `INSERT INTO budget_proposal (municipality, fiscal_year, proposal_key, name, unit_key, expense_class, kind, settled_in,
         base_general_thousand_yen, requested_thousand_yen, requested_general_thousand_yen, later_years, obligatory,
         alternative_group, planning_note, worth, evaluation_word, evaluation_class, reason, state, decision_reason, updated_by)
       VALUES ($1, 2026, '${key}', '提案', 'child', 'general', '${key === 'new' ? 'new' : 'reduce'}', 'budget', 0, 100, 100,
         '[{"fiscalYear": 2027, "amountThousandYen": 100}]', 'no', '', '', 1.50, '', '', '', 'draft', '', '${userId}')`,
  ),
  `INSERT INTO proposal_offset (municipality, fiscal_year, proposal_key, freed_by_key, amount_thousand_yen)
   VALUES ($1, 2026, 'new', 'cut', 100)`,
  `INSERT INTO budget_transfer (municipality, fiscal_year, transfer_id, from_proposal_key, to_proposal_key, amount_thousand_yen,
     reason, made_at, made_by)
   VALUES ($1, 2026, '${id}', 'new', 'cut', 10, '不足', '2026-10-01T00:00:00.000001Z', '${userId}')`,
  `INSERT INTO budget_incentive (municipality, incentive_id, fiscal_year, unit_key, name, effect_thousand_yen, points,
     granted_thousand_yen, steps, last_fiscal_year, used, updated_by)
   VALUES ($1, '${id}', 2026, 'child', '節減', 6000, '{"effort": 2}', 5000, '[]', 2028, '[]', '${userId}')`,
  `INSERT INTO implementation_plan (municipality, start_fiscal_year, years, mode, title, state, correction, note, updated_by)
   VALUES ($1, 2024, 3, 'fixed', '実施計画', 'settled', 0, '', '${userId}')`,
  `INSERT INTO implementation_amount (municipality, start_fiscal_year, programme_key, fiscal_year, correction,
     amount_thousand_yen, general_thousand_yen, reason, updated_by)
   VALUES ($1, 2024, 'p1', 2024, 0, 1000, NULL, '', '${userId}')`,
  `INSERT INTO publication (municipality, kind, key, edition, fiscal_year, title, reason, content, published_at, published_by)
   VALUES ($1, 'evaluation', 'r0', 1, 2023, '令和5年度の評価', '', '{"roundKey": "r0"}', '2024-10-01T00:00:00.000001Z', '${userId}')`,
  `INSERT INTO publication_entry (municipality, kind, key, edition, subject_key, position, content)
   VALUES ($1, 'evaluation', 'r0', 1, 'p1', 1, '{"name": "事業\\u2028"}')`,
];
