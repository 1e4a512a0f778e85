import { expect, type JSHandle, type Locator, type Page } from "@playwright/test";

/** Each step is said, in order and whole, and one may go back. */
export async function walk(page: Page, player: Locator): Promise<void> {
  const slider = player.getByRole("slider", { name: "Step" });
  const count = Number(await slider.getAttribute("max"));
  const said = await noteWhatIsSaid(player);
  await player.getByRole("button", { name: "Step", exact: true }).focus();
  for (let step = 2; step <= count; step += 1) {
    await page.keyboard.press(step % 2 === 0 ? "ArrowRight" : "Space");
  }
  await page.keyboard.press("ArrowLeft");
  await expect(slider).toHaveValue(String(count - 1));
  const steps = [...Array(count - 1).keys()].map((step) => step + 2).concat(count - 1);
  // At the first step nothing is said.
  const expected = steps.filter((step) => step > 1).map((step) => `${step}: Step ${step} of`);
  const heads = async () => (await said.jsonValue()).map((line) => line.replace(/ of .*/su, " of"));
  await expect.poll(heads).toEqual(expected);
  for (const line of await said.jsonValue()) {
    expect(line).toMatch(new RegExp(` of ${count}\\. .*\\w`));
    expect(line).not.toMatch(/\\|\{|undefined|NaN/);
  }
}

/** A list that grows by every text of the live region, with the slider's place at that moment. */
function noteWhatIsSaid(player: Locator): Promise<JSHandle<string[]>> {
  return player.evaluateHandle((group) => {
    const live = group.querySelector("p[aria-live=polite]");
    const slider = group.querySelector<HTMLInputElement>("input[type=range]");
    if (!live || !slider) throw new Error("there is no player");
    const lines: string[] = [];
    const note = () => {
      if (live.textContent !== "") lines.push(`${slider.value}: ${live.textContent}`);
    };
    const changes = { childList: true, characterData: true, subtree: true };
    new MutationObserver(note).observe(live, changes);
    return lines;
  });
}

interface Stop {
  readonly name: string;
  /** What is amiss: not to be seen, or without a ring. */
  readonly trouble: string;
}

/** Presses Tab once for each stop. Where the focus is gets looked at when the next key goes down. */
export async function tabThrough(page: Page): Promise<{ expected: string[]; walked: Stop[] }> {
  const expected = await stopsOf(page);
  const walked = await noteStops(page);
  // Keys arrive in their order; to wait for each would be most of the test's time.
  await Promise.all(expected.map(() => page.keyboard.press("Tab")));
  await page.keyboard.press("Shift");
  return { expected, walked: await walked.jsonValue() };
}

/** What can be tabbed to, numbered in the order of the page; of radio buttons the chosen one alone. */
function stopsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const acting = "a[href], button, input, select, textarea, summary, [tabindex]";
    const stops = [...document.querySelectorAll<HTMLElement>(acting)].filter(
      (element) =>
        element.tabIndex >= 0 &&
        !element.matches(":disabled, [type=radio]:not(:checked)") &&
        element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }),
    );
    return stops.map((element, place) => {
      element.dataset["stop"] = `${place} ${element.localName}`;
      return element.dataset["stop"];
    });
  });
}

/** A list that grows by where the focus is, and whether one sees it, at each key but the first. */
function noteStops(page: Page): Promise<JSHandle<Stop[]>> {
  return page.evaluateHandle(() => {
    const stops: Stop[] = [];
    let isFirst = true;
    const note = () => {
      const element = document.activeElement;
      if (!isFirst && element instanceof HTMLElement) {
        const { top, bottom, width, height } = element.getBoundingClientRect();
        const inSight = bottom > 0 && top < window.innerHeight && width > 4 && height > 4;
        // A field's ring may go round its box.
        const rings = [element, element.parentElement].map((one) => one && getComputedStyle(one));
        const ringed = rings.some(
          (style) =>
            style?.outlineStyle !== "none" && Number.parseFloat(style?.outlineWidth ?? "0") >= 2,
        );
        const trouble = [inSight ? "" : "out of sight", ringed ? "" : "no ring"].filter(Boolean);
        const name = element.dataset["stop"] ?? element.localName;
        stops.push({ name, trouble: trouble.join(", ") });
      }
      isFirst = false;
    };
    document.addEventListener("keydown", note, { capture: true });
    return stops;
  });
}
