import type { Locator } from "@playwright/test";

/** A phone of 390×844 with the bars of its browser. */
export const PHONE = { width: 390, height: 664 };

/** The steps at which some of the picture, or of the Step button, is off the screen or covered. */
export async function hiddenAt(player: Locator): Promise<string[]> {
  return player.evaluate(async (group) => {
    const picture = group.querySelector("figure")?.parentElement?.parentElement;
    const slider = group.querySelector<HTMLInputElement>("input[type=range]");
    const back = group.querySelector('[aria-label="One step back"]');
    const step = back?.nextElementSibling;
    const bar = back?.parentElement?.parentElement;
    if (!picture || !slider || !step || !bar) return ["there is no player"];
    const hidden: string[] = [];
    for (let index = 1; index <= Number(slider.max); index += 1) {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(
        slider,
        String(index),
      );
      slider.dispatchEvent(new Event("input", { bubbles: true }));
      // React has drawn by the next task; where things stand can be asked without waiting for a frame.
      await new Promise((resolve) => setTimeout(resolve));
      if (!slider.ariaValueText?.startsWith(`Step ${index} of`)) {
        hidden.push(`step ${index} was not taken`);
      }
      group.scrollIntoView({ block: "start", behavior: "instant" });
      const { top, bottom } = picture.getBoundingClientRect();
      const below = bar.getBoundingClientRect();
      const inSight = top >= 0 && bottom <= below.top;
      const stepInSight = step.getBoundingClientRect().bottom <= window.innerHeight;
      if (!inSight || !stepInSight) {
        hidden.push(`step ${index}: picture ${top} to ${bottom}, bar from ${below.top}`);
      }
    }
    return hidden;
  });
}
