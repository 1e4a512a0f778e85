/** What a layer does to each value by itself, forward and back; its working is one line. */
export const MAP_WORDS: Readonly<
  Record<string, { readonly forward: string; readonly backward: string }>
> = {
  Flatten: {
    forward: "The same numbers, row after row and channel after channel, in one long row.",
    backward: "The same numbers again, put back into the shape that they came in.",
  },
  Identity: {
    forward: "What arrives is handed on.",
    backward: "What arrives is handed back.",
  },
  Dropout: {
    forward: "As in evaluation: nothing is dropped, what arrives is handed on.",
    backward: "As in evaluation: what arrives is handed back.",
  },
  Dropout2d: {
    forward: "As in evaluation: nothing is dropped, what arrives is handed on.",
    backward: "As in evaluation: what arrives is handed back.",
  },
  Sigmoid: {
    forward: "Each cell by itself: $y = 1/(1 + e^{-x})$.",
    backward: "Each cell by itself: the slope is $y\\,(1 - y)$, times the gradient that arrives.",
  },
  Tanh: {
    forward: "Each cell by itself: $y = \\tanh x$.",
    backward: "Each cell by itself: the slope is $1 - y^2$, times the gradient that arrives.",
  },
  LeakyReLU: {
    forward: "Each cell by itself: $x$ where it is above 0, else $x$ times the small slope.",
    backward:
      "Each cell by itself: slope 1 where $x$ was above 0, else the small slope, times the gradient that arrives.",
  },
  ReLU6: {
    forward: "Each cell by itself: $y = \\min(\\max(x, 0), 6)$.",
    backward: "The gradient passes where $x$ lay between 0 and 6, and nowhere else.",
  },
  ELU: {
    forward: "Each cell by itself: $x$ where it is above 0, else $e^x - 1$.",
    backward:
      "Each cell by itself: slope 1 where $x$ was above 0, else $e^x$, times the gradient that arrives.",
  },
  SiLU: {
    forward: "Each cell by itself: $y = x\\,\\sigma(x)$ with $\\sigma(x) = 1/(1 + e^{-x})$.",
    backward:
      "Each cell by itself: the slope is $y + \\sigma(x)(1 - y)$, times the gradient that arrives.",
  },
  Softplus: {
    forward: "Each cell by itself: $y = \\ln(1 + e^x)$.",
    backward:
      "Each cell by itself: the slope is $1/(1 + e^{-x})$, times the gradient that arrives.",
  },
  Hardswish: {
    forward: "Each cell by itself: $y = x\\,\\min(\\max(x/6 + 1/2, 0), 1)$.",
    backward:
      "Each cell by itself: slope 0 up to −3, 1 from 3, and $(2x + 3)/6$ between, times the gradient that arrives.",
  },
};

/** Said where a value has no working of its own. */
export const GIVEN_WORDS = {
  dy: "The gradient that you gave for the last output.",
  ones: "Neither a loss nor a gradient is given, so this is 1 everywhere: the gradients are those of the sum of the output.",
  other: "Each cell by itself.",
} as const;

/** Said of a value that is right only because numbers before it are rounded. */
export const WITHIN_WORDS = "as far as the rounded numbers before it tell";

/** Why a value is a multiple of what its layer alone gives. */
export const MULTIPLE_WORDS = {
  sum: (times: number) =>
    `The working below is of the mean; reduction="sum" makes it ${times} times that.`,
  sumGradient: (times: number) =>
    `reduction="sum": the loss is ${times} times the mean, so the working begins with ${times} in the place of 1.`,
  backward: (times: number) =>
    `backward() ran ${times} times without zeroing, and gradients add up: this is ${times} times what the working below gives.`,
} as const;

/** What is said where a whole loss or gradient is a multiple of what is right. */
export const CHAIN_SLIP_WORDS = {
  ACCUMULATED_TWICE: {
    title: "It accumulated once more than it should have",
    words:
      "Your numbers are what PyTorch holds in .grad after one more backward(): gradients add up until they are set to zero, by optimizer.zero_grad() or x.grad = None.",
  },
  NOT_ACCUMULATED: {
    title: "The passes were not added up",
    words:
      "These are the numbers of a single backward(). It ran more often here, and nothing set the gradients to zero in between, so they add up.",
  },
  MEAN_FOR_SUM: {
    title: "The mean stands where the sum was meant",
    words:
      "Your numbers are those of the mean over all terms. Here the loss adds its terms up, so nothing is divided.",
  },
  SUM_FOR_MEAN: {
    title: "The sum stands where the mean was meant",
    words:
      "Your numbers are those of the sum over all terms. Here the loss is their mean, so the loss, and every gradient after it, is divided by how many terms there are.",
  },
} as const;

/** The words of a mark. */
export const MARK_WORDS = {
  correct: "✓ Right",
  follows: "↳ Right given yours",
  incorrect: "✕ Not right",
  invalid: "Not read",
} as const;

/** What stands where the values will be. */
export const CHAIN_WAITING = {
  layers:
    "Give the input and the layers with their weights, or a seed that draws what is left out: every value, forward and back, follows as you type.",
  snippet:
    "Paste PyTorch: layers of nn or F, torch.tensor(…) for input and weights, a loss, backward(). The code is read, never run.",
} as const;

const HOMEWORK = `x = torch.tensor([[1., 2., 0.], [0., 1., 3.], [2., 0., 1.]]).reshape(1, 1, 3, 3)
conv = nn.Conv2d(1, 1, 2, bias=False)
conv.weight.data = torch.tensor([[[[1., -1.], [0., 1.]]]])
fc = nn.Linear(4, 1, bias=False)
fc.weight.data = torch.tensor([[1., 2., 3., 4.]])
y = fc(torch.flatten(F.relu(conv(x)), 1))
loss = F.mse_loss(y, torch.tensor([[9.]]))
loss.backward()`;

/** Chains to begin from, as links write them. */
export const CHAIN_EXAMPLES = [
  {
    title: "Convolution, ReLU, pooling, linear, loss",
    link: "chain=layers&layers=Conv2d,ReLU,MaxPool2d,Flatten,Linear&0.w=1 0%0A-1 1&0.b=1&2.kernel=2&4.w=[[1,-2]]&4.b=0&x=1 2 0 1 3%0A0 1 1 2 0%0A2 0 3 1 1&loss=mse_loss&target=-2",
  },
  {
    title: "The same from a seed",
    link: "chain=layers&layers=Conv2d,ReLU,MaxPool2d,Flatten,Linear&0.out=2&0.kernel=3&2.kernel=2&4.out=3&x=1×6×6&seed=7&loss=cross_entropy&target=2",
  },
  {
    title: "Pasted from PyTorch",
    link: `chain=snippet&snippet=${encodeURIComponent(HOMEWORK)}`,
  },
  {
    title: "A wrong value, and what follows from it",
    link: `chain=snippet&snippet=${encodeURIComponent(HOMEWORK)}&my.conv1.y=2 4; -2 2&my.relu1.y=2 4; 0 2&my.linear1.y=18`,
  },
] as const;

/** How the layers are given. */
export const SOURCE_WORDS = {
  layers: "built layer by layer",
  snippet: "pasted as PyTorch",
  noChain:
    "This file holds one tensor; a chain is a question with layers, as “Take it elsewhere” saves it.",
} as const;

/** What the kinds of layers are called. */
export const KIND_WORDS = {
  Conv2d: "Convolution",
  ReLU: "ReLU",
  MaxPool2d: "Max pooling",
  AvgPool2d: "Average pooling",
  Flatten: "Flatten",
  Linear: "Linear",
  Softmax: "Softmax",
  Sigmoid: "Sigmoid",
  Tanh: "Tanh",
  LeakyReLU: "Leaky ReLU",
  ELU: "ELU",
  SiLU: "SiLU",
  ReLU6: "ReLU6",
  Softplus: "Softplus",
  Hardswish: "Hard swish",
  BatchNorm2d: "Batch normalisation, training",
  ConvTranspose2d: "Transposed convolution",
  GlobalAvgPool2d: "Global average pooling",
  GlobalMaxPool2d: "Global max pooling",
  AdaptiveAvgPool2d: "Adaptive average pooling",
  AdaptiveMaxPool2d: "Adaptive max pooling",
  Identity: "Identity",
} as const;

/** What a chain can end in. */
export const LOSS_WORDS = {
  none: "none",
  mse_loss: "squared error",
  cross_entropy: "cross-entropy",
} as const;

/** The fields of a chain. */
export const CHAIN_FIELD_WORDS = {
  x: { words: "input x", axes: "H×W, C×H×W or N×C×H×W; sizes such as 1×6×6 draw it from the seed" },
  w: { words: "weights w", axes: "kH×kW, or Cout×Cin×kH×kW" },
  wt: { words: "weights w", axes: "kH×kW, or Cin×Cout×kH×kW" },
  matrix: { words: "weights w", axes: "outputs × inputs" },
  b: { words: "bias b", axes: "one number for each output" },
  gamma: { words: "scale γ", axes: "one number for each channel; ones if left out" },
  beta: { words: "shift β", axes: "one number for each channel; zeros if left out" },
  target: { words: "target", axes: "shaped like the last output" },
  classes: { words: "target", axes: "the right class of each example, from 0" },
  dy: { words: "arriving gradient ∂L/∂Y", axes: "shaped like the last output; ones if left out" },
  seed: { words: "seed", such: "draws what is left out: whole numbers from −3 to 3" },
} as const;

/** A pasted snippet. */
export const SNIPPET_WORDS = {
  label: "PyTorch",
  such: "Tensors, layers of nn and F, a class with its forward, a loss and backward(): up to 20 000 characters and 600 layers, read, never run. What is random comes from the seed.",
  unfollowed: "These lines are not followed; the rest counts.",
  tooLong: (length: number, most: number) =>
    `The code has ${length} characters; up to ${most} are read.`,
  goOn: "Go on with it layer by layer",
} as const;

/** The list of values. */
export const VALUE_WORDS = {
  title: "Every value, forward and back",
  forward: "Forward",
  backward: "Backward",
  check: "Check my values",
  checkSays:
    "Type or paste what you have beside any value, as NumPy or PyTorch prints it, or with a semicolon after each row. They are checked in the order of working, and a wrong one counts as it is in what comes after.",
  allRight: "✓ All that you gave is right.",
  first: (of: string) => `The first wrong value is ${of}`,
  own: (of: string) => `Your own ${of}`,
  large: "too many to list; open its working",
} as const;
