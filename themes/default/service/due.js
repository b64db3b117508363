// The day on which a service is done at the latest, counted from today as the office's own clock has it.
// Without script a page says how long it takes; a date would be old by the time it is read.

const DAY = 86_400_000;

/* From when it is counted, and when it is done; nothing where the holidays of a year are not known.
   Times are milliseconds whose UTC reading is the office's local time. `week` holds the minute at which each day
   closes, from Sunday, 0 for a day off; `holidays` by year the days as "MM-DD". */
export const due = ({ week, holidays }, days, working, now) => {
  let known = true;
  const open = (time) => {
    const date = new Date(time);
    const text = date.toISOString();
    const days = holidays[text.slice(0, 4)];
    if (days == null) known = false;
    return week[date.getUTCDay()] > 0 && !days?.includes(text.slice(5, 10));
  };
  const today = now - (now % DAY);
  let from = today;
  if (now - today >= week[new Date(today).getUTCDay()] * 60_000) from += DAY;
  while (!open(from)) from += DAY;
  let until = from;
  for (let left = days; left > 0; ) {
    until += DAY;
    if (!working || open(until)) left -= 1;
  }
  return known ? { from, until } : null;
};

const start = () => {
  const calendar = JSON.parse(document.querySelector("#calendar").textContent);
  const now = Date.parse(new Date().toLocaleString("sv", { timeZone: calendar.zone }).replace(" ", "T") + "Z");
  const { near, days, months } = calendar;
  const say = (time) => {
    const date = new Date(time);
    return near.replace("{weekday}", days[date.getUTCDay()]).replace("{day}", date.getUTCDate())
      .replace("{month}", months[date.getUTCMonth()]);
  };
  for (const line of document.querySelectorAll("[data-due]")) {
    const [from, until] = line.children;
    const found = due(calendar, +line.dataset.due, "working" in line.dataset, now);
    line.hidden = !found;
    if (!found) continue;
    from.textContent = found.from > now ? say(found.from) : from.dataset.today;
    until.textContent = say(found.until);
  }
};

if (typeof document !== "undefined") {
  start();
  addEventListener("pageshow", start);
}
