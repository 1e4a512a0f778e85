import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { paste } from "./paste";

interface Problem {
  readonly title: string;
  readonly op: string;
  /** What is pasted, by the name of its field. */
  readonly given: Readonly<Record<string, string>>;
  readonly params?: Readonly<Record<string, string>>;
  readonly shapesOnly?: boolean;
  readonly ask: string;
  /** By hand, or in Python from the definition. */
  readonly right: string;
  /** An answer with a slip in it, and what is said of that. */
  readonly wrong?: readonly [answer: string, slip: RegExp];
}

const PROBLEMS: readonly Problem[] = [
  {
    title: "a convolution of stride 2 with a bias, from NumPy",
    op: "Convolution",
    given: {
      "input x": "[[ 2  0  1  3]\n [ 1 -1  2  0]\n [ 0  4  1 -2]\n [ 3  1  0  1]]",
      "weights w": "[[ 1 -2]\n [ 0  3]]",
      "bias b": "1",
    },
    params: { stride: "2" },
    ask: "the output",
    right: "0 -4\n-4 9",
    wrong: ["-1 -5\n-5 8", /bias/],
  },
  {
    title: "the weight gradient under padding, as nested lists",
    op: "Convolution",
    given: {
      "input x": "[[1, 2, 0], [-1, 3, 1], [2, 0, 4]]",
      "weights w": "[[1, 0, 2], [0, 1, 0], [2, 0, 1]]",
      "arriving gradient ∂L/∂Y": "[[1, 0, 2], [0, -1, 1], [3, 0, 0]]",
    },
    params: { padding: "1" },
    ask: "∂L/∂K",
    right: "1 -5 9\n8 5 1\n4 5 -1",
    wrong: ["-1 5 4\n1 5 8\n9 -5 1", /turned|180/],
  },
  {
    title: "the input gradient of stride 2, in LaTeX",
    op: "Convolution",
    given: {
      "input x": "1 0 2 1 0\n0 1 0 2 1\n3 0 1 0 2\n1 2 0 1 0\n0 1 1 0 2",
      "weights w": "\\begin{bmatrix} 1 & 2 & 0 \\\\ 0 & -1 & 1 \\\\ 2 & 0 & 1 \\end{bmatrix}",
      "arriving gradient ∂L/∂Y": "\\begin{bmatrix} 1 & -2 \\\\ 3 & 4 \\end{bmatrix}",
    },
    params: { stride: "2" },
    ask: "∂L/∂X",
    right: "1 2 -2 -4 0\n0 -1 1 2 -2\n5 6 1 8 -2\n0 -3 3 -4 4\n6 0 11 0 4",
    wrong: ["1 2 -2 -4 0\n0 -1 0 2 -2\n3 6 4 8 0\n0 -3 0 -4 4\n6 0 8 0 4", /overw|overlap/i],
  },
  {
    title: "max pooling of negatives under padding, from a spreadsheet",
    op: "Max pooling",
    given: { "input x": "-1\t-5\t-3\t-2\n-4\t-6\t-2\t-8\n-7\t-3\t-9\t-1\n-2\t-5\t-4\t-6" },
    params: { "kernel size": "3", stride: "2", padding: "1" },
    ask: "the output",
    right: "-1 -2\n-2 -1",
    wrong: ["0 0\n0 -1", /padding/i],
  },
  {
    title: "a transposed convolution whose stamps overlap and are cropped",
    op: "Transposed convolution",
    given: { "input x": "1 2; 0 -1", "weights w": "1 2 1; 3 4 0; 0 1 2" },
    params: { stride: "2", padding: "1" },
    ask: "the output",
    right: "4 6 8\n1 1 0\n0 -3 -4",
    wrong: ["4 6 8\n0 -1 -2\n0 -3 -4", /overl|overw|add/i],
  },
  {
    title: "softmax and cross-entropy backward, for two samples",
    op: "Cross-entropy loss",
    given: { "input x": "tensor([[2., 1., 0.],\n        [0., 0., 0.]])", target: "0 2" },
    ask: "∂L/∂X",
    right: "-0.16738 0.12236 0.045015\n1/6 1/6 -1/3",
    wrong: ["-0.33476 0.24473 0.090031\n1/3 1/3 -2/3", /mean|batch|divid/i],
  },
  {
    title: "batch normalisation with scale and shift",
    op: "Batch normalisation, training",
    given: { "input x": "1\n3\n5\n7", "scale γ": "2", "shift β": "-1" },
    ask: "the output",
    right: "-3.68328\n-1.89443\n-0.105574\n1.68328",
    wrong: ["-3.32379\n-1.7746\n-0.225404\n1.32379", /variance|n − 1/i],
  },
  {
    title: "the weight gradient of a linear layer",
    op: "Linear layer",
    given: {
      "input x": "1 2 -1\n0 3 2",
      "weights w": "1 0 2\n-1 1 0",
      "arriving gradient ∂L/∂Y": "1 -1\n2 0",
    },
    ask: "∂L/∂W",
    right: "1 8 3\n-1 -2 1",
  },
  {
    title: "AlexNet's first shape",
    op: "Convolution",
    shapesOnly: true,
    given: { "input x": "3×227×227", "weights w": "96×3×11×11" },
    params: { stride: "4" },
    ask: "the output’s shape",
    right: "96 × 55 × 55",
    wrong: ["96 × 54 × 54", /\+ 1|one/i],
  },
  {
    title: "the parameters of a grouped convolution",
    op: "Convolution",
    shapesOnly: true,
    given: { "input x": "32×14×14", "weights w": "64×8×3×3", "bias b": "64" },
    params: { groups: "4" },
    ask: "parameters",
    right: "64*(8*9 + 1)",
    wrong: ["64*(32*9 + 1)", /group/i],
  },
  {
    title: "the memory of AlexNet's first activations",
    op: "Convolution",
    shapesOnly: true,
    given: { "input x": "3×227×227", "weights w": "96×3×11×11" },
    params: { stride: "4" },
    ask: "memory of the output",
    right: "1134.375 KiB",
    wrong: ["290400 B", /byte/i],
  },
];

const answers = (page: Page) => page.getByRole("region", { name: "Your own answer" });

async function give(page: Page, { op, given, params = {}, shapesOnly = false, ask }: Problem) {
  await page.getByRole("button", { name: "Empty all fields" }).click();
  await page.getByRole("combobox", { name: "Operation" }).selectOption(op);
  await page.getByRole("checkbox", { name: "shapes only" }).setChecked(shapesOnly);
  for (const [name, text] of Object.entries(given)) {
    await page.getByRole("textbox", { name, exact: true }).focus();
    await paste(page, text);
  }
  for (const [name, text] of Object.entries(params)) {
    await page.getByLabel(name, { exact: true }).focus();
    await page.keyboard.type(text);
  }
  await page.getByRole("combobox", { name: "Ask for" }).selectOption(ask);
  await expect(page.getByRole("combobox", { name: "Ask for" }).locator(":checked")).toHaveText(ask);
}

async function answer(page: Page, text: string) {
  await answers(page).getByRole("textbox").first().focus();
  await paste(page, text);
  await answers(page).getByRole("button", { name: "Check my answer" }).click();
}

test("homework from courses is answered with its working, marked, and its slip explained", async ({
  page,
}) => {
  await page.goto("/check");
  for (const problem of PROBLEMS) {
    await test.step(problem.title, async () => {
      await give(page, problem);
      await expect(page.getByRole("group", { name: /The working, step by step/ })).toBeVisible();
      if (problem.wrong) {
        const [wrong, slip] = problem.wrong;
        await answer(page, wrong);
        await expect(answers(page).getByRole("complementary")).toContainText(slip);
        await expect(answers(page).getByText("✕").first()).toBeVisible();
      }
      await answer(page, problem.right);
      await expect(answers(page).getByText("✓ Right")).toBeVisible();
    });
  }
});
