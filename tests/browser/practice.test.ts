import type { Locator, Page } from "@playwright/test";
import { generate } from "../../lib/exercises";
import { expect, test } from "./fixtures";

const PROBLEM = { id: "conv-forward", seed: "7", level: 2 } as const;
const LINK = "/practice/conv-forward?v=1&seed=7&level=2";

test.describe("a problem of a convolution", () => {
  test("a blank is blank, what cannot be read costs nothing, and a right answer is right, cell by cell and aloud", async ({
    page,
  }) => {
    const last = right().length - 1;
    await open(page);
    await fill(page, right().slice(0, -1));
    await check(page).click();
    await expect(page.locator("td[data-mark=blank]")).toHaveCount(1);
    await expect(page.locator("td[data-mark=incorrect]")).toHaveCount(0);
    await expect(page.getByText("1 is blank.").first()).toBeVisible();
    await cell(page, last).fill("two");
    await check(page).click();
    await expect(page.getByText("Not marked")).toBeVisible();
    await expect(page.locator("td[data-mark=unreadable]")).toHaveCount(1);
    await expect(page.locator("td[data-mark=incorrect]")).toHaveCount(0);
    await cell(page, last).fill(right()[last] ?? "");
    await check(page).click();
    await expect(page.getByText("✓ Right")).toBeVisible();
    await expect(page.locator("td[data-mark=correct]")).toHaveCount(right().length);
    await expect(live(page)).toContainText("are right");
  });

  test("a kernel that was turned around is named and replayed, and is right in a course that turns it", async ({
    page,
  }) => {
    await open(page);
    await fill(page, wrong("KERNEL_FLIPPED"));
    await check(page).click();
    await expect(page.getByRole("heading", { name: "You turned the kernel around" })).toBeVisible();
    await expect(page.getByRole("group", { name: "what you used" })).toBeVisible();
    await expect(page.getByRole("group", { name: "what the layer uses" })).toBeVisible();
    await expect(live(page)).toContainText("You turned the kernel around");
    await page.getByText("Conventions:").click();
    await page.getByLabel("Convolution", { exact: true }).selectOption("convolution");
    await page.getByText("Conventions:").click();
    await fill(page, wrong("KERNEL_FLIPPED"));
    await check(page).click();
    await expect(page.getByText("✓ Right")).toBeVisible();
    await page.reload();
    await expect(page.locator("summary", { hasText: "Conventions" })).toContainText("my own");
  });

  test("a pasted matrix fills every cell", async ({ page }) => {
    await open(page);
    await paste(cell(page, 0), `np.array(${JSON.stringify(rows())})`);
    await check(page).click();
    await expect(page.getByText("✓ Right")).toBeVisible();
  });

  test("goes by keyboard alone", async ({ page }) => {
    await open(page);
    await cell(page, 0).focus();
    for (const value of right()) {
      await page.keyboard.type(value.replace("-", "−"));
      await page.keyboard.press("Tab");
    }
    await cell(page, 0).focus();
    await page.keyboard.press("ArrowDown");
    await expect(cell(page, rows()[0]?.length ?? 0)).toBeFocused();
    await page.keyboard.press("ArrowUp");
    await expect(cell(page, 0)).toBeFocused();
    await check(page).focus();
    await page.keyboard.press("Enter");
    await expect(page.getByText("✓ Right")).toBeVisible();
  });

  test("hints go from the rule to the numbers of the first wrong cell to the whole working", async ({
    page,
  }) => {
    await open(page);
    await fill(page, ["99"]);
    await check(page).click();
    await page.getByRole("button", { name: "Hint", exact: true }).click();
    const hints = page.getByRole("list", { name: "Hints" });
    await expect(hints).toContainText("The rule");
    await expect(page.locator("[aria-live=polite]", { has: hints })).toHaveCount(1);
    await page.getByRole("button", { name: "Another hint" }).click();
    await expect(hints).toContainText("The numbers");
    await expect(
      page.getByRole("form", { name: "The problem" }).locator("[data-lit]").first(),
    ).toBeVisible();
    await page.getByRole("button", { name: "Show the working" }).click();
    await expect(page.getByRole("group", { name: "The working, step by step" })).toBeVisible();
  });

  test("working is read back, ± changes a sign, and what is typed survives a reload with the help that was taken", async ({
    page,
  }) => {
    await open(page);
    await cell(page, 0).fill("2·3+1");
    await expect(page.getByText(/We read this as .*7/)).toBeVisible();
    await cell(page, 0).fill("12");
    await page.getByRole("button", { name: "Change the sign of the cell" }).click();
    await expect(cell(page, 0)).toHaveValue("−12");
    await expect(cell(page, 0)).toBeFocused();
    await cell(page, 1).fill("-12");
    await page.getByRole("button", { name: "Hint", exact: true }).click();
    await page.reload();
    await expect(cell(page, 1)).toHaveValue("−12");
    await expect(page.getByRole("list", { name: "Hints" })).toContainText("The rule");
  });
});

test("another like it, a harder one, the same numbers backward: each has its link", async ({
  page,
}) => {
  await open(page);
  await page.getByRole("button", { name: "Another like this" }).click();
  await expect(page).not.toHaveURL(/seed=7&/);
  await expect(page).toHaveURL(/level=2/);
  await page.getByRole("button", { name: "Harder" }).click();
  await expect(page).toHaveURL(/level=3/);
  await page.goBack();
  await page.goBack();
  await expect(page).toHaveURL(/seed=7&/);
  await page.getByRole("button", { name: "∂L/∂K" }).click();
  await expect(page).toHaveURL(/ask=grads.w/);
  await expect(page.getByText("G = ∂L/∂Y arrives")).toBeVisible();
});

test("a problem can be taken elsewhere as LaTeX, PyTorch and NumPy, and as a link that brings it back", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page);
  await page.getByText("Take it elsewhere").click();
  await expect(page.getByRole("tabpanel")).toContainText("\\begin{bmatrix}");
  await page.getByRole("tab", { name: "PyTorch" }).click();
  await expect(page.getByRole("tabpanel")).toContainText(/F\.conv2d\(X, K[^]*print\(y\)/);
  await page.getByRole("tab", { name: "NumPy" }).click();
  await expect(page.getByRole("tabpanel")).toContainText(/np\.array\([^]*print\(y\)/);
  const shown = await page.getByRole("figure", { name: "input" }).innerText();
  await page.getByRole("button", { name: "Copy link" }).click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toContain(LINK);
  await page.goto("/practice/conv-forward");
  await page.goto(link);
  await expect(page.getByRole("figure", { name: "input" })).toHaveText(shown.replace(/\s+/g, " "), {
    useInnerText: true,
  });
});

test("a size is read with its working, and a slip in it is named", async ({ page }) => {
  const problem = { id: "parameters", seed: "7", level: 1 };
  const { answer, predictions, statement } = generate(problem);
  const slip = predictions.find(({ mistake }) => mistake === "BIAS_FORGOTTEN");
  await page.goto("/practice/parameters?v=1&seed=7&level=1");
  await expect(page.getByText(statement.text)).toBeVisible();
  await page.getByLabel("Parameters").fill(`${Number(slip?.answer)} + 0`);
  await check(page).click();
  await expect(page.getByRole("heading", { name: "You left out the biases" })).toBeVisible();
  await page.getByLabel("Parameters").fill(`${Number(answer)}`);
  await check(page).click();
  await expect(page.getByText("✓ Right")).toBeVisible();
});

test("a large problem is marked by a worker, while the page goes on", async ({ page }) => {
  const { answer, version } = generate({ id: "conv-bias-gradient", seed: "7", level: 5 });
  await page.goto(`/practice/conv-bias-gradient?v=${version}&seed=7&level=5`);
  await fill(page, cellsOf(answer));
  const started = page.waitForEvent("worker");
  await check(page).click();
  await started;
  await expect(page.getByText("✓ Right")).toBeVisible();
});

test("an inverse question names the slip, as the command line does", async ({ page }) => {
  const { predictions, version } = generate({ id: "find-stride", seed: "7", level: 5 });
  await page.goto(`/practice/find-stride?v=${version}&seed=7&level=5`);
  await fill(page, [String(Number(predictions[0]?.answer))]);
  await check(page).click();
  await expect(page.locator("aside").getByRole("heading", { level: 3 })).toBeVisible();
});

test("a link to no problem says so and leads on", async ({ page }) => {
  await page.goto("/practice/conv-forward?v=1&seed=7&level=9");
  await expect(page.getByRole("alert").filter({ hasText: "level is 9" })).toBeVisible();
});

test("what no window reads has no gradient, and one who lets the windows end at the edge is told", async ({
  page,
}) => {
  const { predictions, version } = generate({ id: "dropped-row-gradient", seed: "7", level: 2 });
  const slip = predictions.find(({ mistake }) => mistake === "WINDOW_SHIFTED");
  await page.goto(`/practice/dropped-row-gradient?v=${version}&seed=7&level=2`);
  await fill(page, cellsOf(slip?.answer));
  await check(page).click();
  await expect(
    page.getByRole("heading", { name: "You let the windows end at the edge" }),
  ).toBeVisible();
});

test("the list of types leads to a first one, to a topic and to a session", async ({ page }) => {
  await page.goto("/practice");
  await page
    .getByRole("navigation", { name: "Topics" })
    .getByRole("link", { name: /Pooling/ })
    .click();
  await expect(page.getByRole("region", { name: "Pooling" })).toBeInViewport();
  const first = page.getByRole("region", { name: "Good ones to begin with" });
  await first.getByRole("link", { name: "Max pooling" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Max pooling");
});

test("on a phone the topics are folded, and stay open once they were opened", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 664 });
  await page.goto("/practice");
  const pooling = page.getByRole("region", { name: "Pooling" });
  const type = pooling.getByRole("link", { name: "Max pooling", exact: true });
  await expect(type).toBeHidden();
  await pooling.locator("summary").focus();
  await page.keyboard.press("Enter");
  await type.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Max pooling");
  await page.goBack();
  await expect(type).toBeVisible();
});

test("the ladder begins with a whole working and leaves more open rung by rung", async ({
  page,
}) => {
  await page.goto("/practice/conv-forward");
  await page.getByRole("button", { name: "Climb the ladder" }).click();
  await expect(page.getByRole("group", { name: "The working, step by step" })).toBeVisible();
  await page.getByRole("radio", { name: /^Lay the kernel on the input/ }).check();
  await expect(page.getByText("✓ That is the rule.")).toBeVisible();
  for (const count of [1, 2, 4]) {
    await page.getByRole("button", { name: "One rung up" }).click();
    await expect(page.locator("input[data-offset]:not([readonly])")).toHaveCount(count);
  }
});

test("no action takes the focus away, down to the working", async ({ page }) => {
  await open(page);
  for (const [name, next] of [
    ["Hint", "Another hint"],
    ["Another hint", "Show the working"],
  ] as const) {
    await page.getByRole("button", { name, exact: true }).focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: next, exact: true })).toBeFocused();
  }
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "The working", exact: true })).toBeFocused();
  await page.getByRole("button", { name: "Choose the size yourself" }).press("Enter");
  await expect(cell(page, 0)).toBeFocused();
  await page.getByRole("button", { name: "Another like this" }).press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
});

test("on a phone task, answer and keys are on screen together, what is said comes into sight, and nothing is too wide on its side", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 664 });
  await open(page);
  await page.getByRole("figure", { name: "input" }).scrollIntoViewIfNeeded();
  await page
    .getByRole("form", { name: "The problem" })
    .evaluate((form) => form.scrollIntoView({ block: "end" }));
  await expect(page.getByRole("figure", { name: "kernel" })).toBeInViewport({ ratio: 1 });
  await expect(cell(page, right().length - 1)).toBeInViewport({ ratio: 1 });
  await expect(check(page)).toBeInViewport({ ratio: 1 });

  await page.setViewportSize({ width: 664, height: 390 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(664);

  await page.setViewportSize({ width: 390, height: 664 });
  await fill(page, wrong("KERNEL_FLIPPED"));
  await page.evaluate(() => window.scrollTo({ top: 0 }));
  await check(page).click();
  await expect(page.getByText("One mistake explains")).toBeInViewport({ ratio: 1 });
  await expect(page.getByText(/cells? (is|are) right/).first()).toBeInViewport({ ratio: 1 });
});

test("on a small phone no key covers what stands under a field", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 568 });
  await page.goto("/practice/training-memory");
  const isSeen = await page.getByText(/^with its unit/).evaluate((words) => {
    words.scrollIntoView({ block: "end", behavior: "instant" });
    const { left, top, height } = words.getBoundingClientRect();
    return words.contains(document.elementFromPoint(left + 9, top + height / 2));
  });
  expect(isSeen).toBe(true);
});

async function open(page: Page) {
  await page.goto(LINK);
  await expect(page.locator("article[aria-busy=false]")).toBeVisible();
  await expect(page.getByRole("button", { name: "Climb the ladder" })).toBeEnabled();
}

function cell(page: Page, offset: number): Locator {
  return page.locator(`[data-offset="${offset}"]`);
}

function check(page: Page): Locator {
  return page.getByRole("button", { name: "Check", exact: true });
}

function live(page: Page): Locator {
  return page.locator("p.visually-hidden[aria-live=polite]").last();
}

async function fill(page: Page, values: readonly string[]) {
  for (const [offset, value] of values.entries()) await cell(page, offset).fill(value);
}

async function paste(field: Locator, text: string) {
  await field.evaluate((element, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", pasted);
    element.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);
}

function right(): string[] {
  return cellsOf(generate(PROBLEM).answer);
}

function wrong(mistake: string): string[] {
  const slip = generate(PROBLEM).predictions.find((one) => one.mistake === mistake);
  return cellsOf(slip?.answer);
}

function cellsOf(answer: unknown): string[] {
  if (typeof answer === "object" && answer !== null && "data" in answer) {
    return Array.from(answer.data as readonly number[], String);
  }
  throw new Error("This problem asks for a tensor.");
}

function rows(): number[][] {
  const { answer } = generate(PROBLEM);
  if (typeof answer !== "object" || !("data" in answer)) throw new Error("no tensor");
  const width = answer.shape.at(-1) ?? 1;
  const values = answer.data.map(Number);
  return Array.from({ length: values.length / width }, (_, row) =>
    values.slice(row * width, (row + 1) * width),
  );
}
