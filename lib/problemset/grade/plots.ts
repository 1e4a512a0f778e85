import { escaped, short } from "../page";
import type { ClassMistake, Grade } from "./grade";

/** No more mistakes are drawn; the JSON has them all. */
const MOST_BARS = 20;
const WIDTH = 900;
const LINE = 34;
const [BAR_LEFT, BAR_WIDTH] = [64, 240];

/** A bar a mistake, as long as its share of the class: "41 % forgot the bias". */
export function mistakePlot({ mistakes }: Grade): string {
  const shown = mistakes.slice(0, MOST_BARS);
  const bars = shown.map((mistake, index) => bar(mistake, LINE * index + LINE / 2));
  return (
    `<svg viewBox="0 0 ${WIDTH} ${LINE * shown.length + 8}" role="img" aria-label="The share of the class that made each mistake">` +
    `${bars.join("")}</svg>\n`
  );
}

function bar({ share, words, questions }: ClassMistake, y: number): string {
  const place = `${questions.length > 1 ? "questions" : "question"} ${questions.join(", ")}`;
  const width = Math.max(1, BAR_WIDTH * share);
  return (
    `<text x="${BAR_LEFT - 12}" y="${y + 4}" text-anchor="end">${percent(share)}</text>` +
    `<rect x="${BAR_LEFT}" y="${y - 9}" width="${BAR_WIDTH}" height="18" fill="#f1eee8"/>` +
    `<rect x="${BAR_LEFT}" y="${y - 9}" width="${short(width)}" height="18" fill="#0b6fb8"/>` +
    `<text x="${BAR_LEFT + BAR_WIDTH + 14}" y="${y + 4}" class="strong">${escaped(words)}` +
    `<tspan class="soft"> · ${escaped(place)}</tspan></text>`
  );
}

/** A share in whole percent. @example percent(0.414) // "41 %" */
export function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

const COLUMNS = 10;
const HEIGHT = 180;
const [LEFT, BASE] = [24, 140];

/** How many students have how many points, in ten steps. */
export function pointsPlot(grade: Grade): string {
  const { points } = grade;
  const counts = pointsHistogram(grade);
  const most = Math.max(1, ...counts);
  const step = (WIDTH - 2 * LEFT) / COLUMNS;
  const columns = counts.map((count, index) => {
    const [x, height] = [LEFT + step * index, (110 * count) / most];
    const middle = short(x + step / 2);
    return (
      `<rect x="${short(x + 3)}" y="${short(BASE - height)}" width="${short(step - 6)}" height="${short(height)}" fill="#0b6fb8"/>` +
      (count > 0
        ? `<text x="${middle}" y="${short(BASE - height - 6)}" text-anchor="middle">${count}</text>`
        : "")
    );
  });
  const marks = [0, 5, 10].map(
    (at) =>
      `<text x="${short(LEFT + step * at)}" y="${BASE + 20}" text-anchor="${at === 0 ? "start" : at === 10 ? "end" : "middle"}">${short((points * at) / 10)}</text>`,
  );
  return (
    `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="How many students have how many points">` +
    `<line x1="${LEFT}" x2="${WIDTH - LEFT}" y1="${BASE}" y2="${BASE}" stroke="#cfc9bf"/>${columns.join("")}${marks.join("")}</svg>\n`
  );
}

/** How many of those present have so many tenths of the points; the last of the ten holds all of them too. */
export function pointsHistogram({ students, points }: Grade): number[] {
  const counts = Array.from({ length: COLUMNS }, () => 0);
  for (const one of students) {
    if (one.isAbsent) continue;
    const share = points > 0 ? one.points / points : 0;
    const at = Math.min(COLUMNS - 1, Math.floor(COLUMNS * share + 1e-9));
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}
