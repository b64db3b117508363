// What a service's page may ask of its reader: the goals that screens.js and reading.js print and the tests hold to.

/** The phone that pages are measured on. */
export const PHONE = { width: 360, height: 720 };

/** Outcomes that turn someone away: there is little to say. */
export const AWAY = ["not_needed", "not_eligible"];

/** Screens of that phone, at most: with script, and without. */
export const SCREENS = { before: 4.2, answered: 4.1, away: 2.4 };
export const SCREENS_BARE = { before: 4.2, answered: 4.2, away: 2.4 };

/** Sheets of A4, at most: unanswered, answered, and answered where the papers alone fill one. */
export const SHEETS = { blank: 3, answered: 1, full: 2 };

/** Words of a generated sentence on average, and of the longest condition. */
export const WORDS = { average: 14, longest: 20 };

/** The goal for an outcome, of a table like SCREENS. */
export function goal(outcome, screens) {
  return AWAY.includes(outcome) ? screens.away : (screens[outcome] ?? screens.answered);
}
