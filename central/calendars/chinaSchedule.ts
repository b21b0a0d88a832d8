/**
 * Days off and make-up working days in mainland China, as the General Office of the State Council
 * publishes them each autumn for the next year: 国办发明电〔2023〕7号 for 2024, 〔2024〕12号 for 2025 and
 * the notice of 2025-11-04 for 2026. Holiday libraries know the festivals but not the make-up days.
 * A year that is not listed has not been published yet: `seedDays` marks it as such.
 */
type PublishedYear = {
  /** First and last day off of each break, both included. */
  readonly breaks: readonly {
    readonly from: string;
    readonly to: string;
    readonly name: string;
  }[];
  readonly makeUpDays: readonly { readonly date: string; readonly name: string }[];
};

export const chinaSchedule: Readonly<Record<number, PublishedYear>> = {
  2024: {
    breaks: [
      { from: '2024-01-01', to: '2024-01-01', name: "New Year's Day" },
      { from: '2024-02-10', to: '2024-02-17', name: 'Spring Festival' },
      { from: '2024-04-04', to: '2024-04-06', name: 'Qingming Festival' },
      { from: '2024-05-01', to: '2024-05-05', name: 'Labour Day' },
      { from: '2024-06-08', to: '2024-06-10', name: 'Dragon Boat Festival' },
      { from: '2024-09-15', to: '2024-09-17', name: 'Mid-Autumn Festival' },
      { from: '2024-10-01', to: '2024-10-07', name: 'National Day' },
    ],
    makeUpDays: [
      { date: '2024-02-04', name: 'Make-up day for Spring Festival' },
      { date: '2024-02-18', name: 'Make-up day for Spring Festival' },
      { date: '2024-04-07', name: 'Make-up day for Qingming Festival' },
      { date: '2024-04-28', name: 'Make-up day for Labour Day' },
      { date: '2024-05-11', name: 'Make-up day for Labour Day' },
      { date: '2024-09-14', name: 'Make-up day for Mid-Autumn Festival' },
      { date: '2024-09-29', name: 'Make-up day for National Day' },
      { date: '2024-10-12', name: 'Make-up day for National Day' },
    ],
  },
  2025: {
    breaks: [
      { from: '2025-01-01', to: '2025-01-01', name: "New Year's Day" },
      { from: '2025-01-28', to: '2025-02-04', name: 'Spring Festival' },
      { from: '2025-04-04', to: '2025-04-06', name: 'Qingming Festival' },
      { from: '2025-05-01', to: '2025-05-05', name: 'Labour Day' },
      { from: '2025-05-31', to: '2025-06-02', name: 'Dragon Boat Festival' },
      { from: '2025-10-01', to: '2025-10-08', name: 'National Day and Mid-Autumn Festival' },
    ],
    makeUpDays: [
      { date: '2025-01-26', name: 'Make-up day for Spring Festival' },
      { date: '2025-02-08', name: 'Make-up day for Spring Festival' },
      { date: '2025-04-27', name: 'Make-up day for Labour Day' },
      { date: '2025-09-28', name: 'Make-up day for National Day' },
      { date: '2025-10-11', name: 'Make-up day for National Day' },
    ],
  },
  2026: {
    breaks: [
      { from: '2026-01-01', to: '2026-01-03', name: "New Year's Day" },
      { from: '2026-02-15', to: '2026-02-23', name: 'Spring Festival' },
      { from: '2026-04-04', to: '2026-04-06', name: 'Qingming Festival' },
      { from: '2026-05-01', to: '2026-05-05', name: 'Labour Day' },
      { from: '2026-06-19', to: '2026-06-21', name: 'Dragon Boat Festival' },
      { from: '2026-09-25', to: '2026-09-27', name: 'Mid-Autumn Festival' },
      { from: '2026-10-01', to: '2026-10-07', name: 'National Day' },
    ],
    makeUpDays: [
      { date: '2026-01-04', name: "Make-up day for New Year's Day" },
      { date: '2026-02-14', name: 'Make-up day for Spring Festival' },
      { date: '2026-02-28', name: 'Make-up day for Spring Festival' },
      { date: '2026-05-09', name: 'Make-up day for Labour Day' },
      { date: '2026-09-20', name: 'Make-up day for National Day' },
      { date: '2026-10-10', name: 'Make-up day for National Day' },
    ],
  },
};
