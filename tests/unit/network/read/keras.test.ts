import { describe, expect, test } from "vitest";
import { networkReport } from "@/lib/network";
import { readNetwork } from "@/lib/network/read";

function rowsOf(code: string) {
  const read = readNetwork(code);
  expect(read.framework).toBe("keras");
  const conventions = { layout: "nhwc", padding: "tf" } as const;
  const { layers } = networkReport(read.layers, read.input ?? [], { conventions }, read);
  expect(layers.flatMap(({ error }) => error ?? [])).toEqual([]);
  return layers.map(({ name, shape, params }) => [name, shape?.join("×"), params]);
}

// Sizes by Keras' documentation, parameters by hand: kernel height · width · channels in · out + out.
describe("Keras code", () => {
  test("keras.Sequential: N×H×W×C, channels told by what arrives", () => {
    const rows = rowsOf(`
model = keras.Sequential([
    keras.Input(shape=(28, 28, 1)),
    layers.Conv2D(32, kernel_size=(3, 3), activation="relu"),
    layers.MaxPooling2D(pool_size=(2, 2)),
    layers.Conv2D(64, 3, strides=2, padding="same", use_bias=False),
    layers.BatchNormalization(),
    layers.Activation("relu"),
    layers.Flatten(),
    layers.Dropout(0.5),
    layers.Dense(10, activation="softmax"),
])`);
    expect(rows).toEqual([
      ["Conv2d", "1×26×26×32", 3 * 3 * 1 * 32 + 32],
      ["MaxPool2d", "1×13×13×32", 0],
      ["Conv2d", "1×7×7×64", 3 * 3 * 32 * 64],
      ["BatchNorm2d", "1×7×7×64", 2 * 64],
      ["ReLU", "1×7×7×64", 0],
      ["Flatten", "1×3136", 0],
      ["Dropout", "1×3136", 0],
      ["Linear", "1×10", 3136 * 10 + 10],
    ]);
  });

  test("model.add, with the shape in the first layer; pooling moves by its window", () => {
    const rows = rowsOf(`
from keras.models import Sequential
model = Sequential()
model.add(Conv2D(6, (5, 5), activation='tanh', input_shape=(32, 32, 1)))
model.add(AveragePooling2D())
model.add(Flatten())
model.add(Dense(units=120))
model.compile(optimizer='adam', loss='mse')`);
    expect(rows.map(([, shape]) => shape)).toEqual(["1×28×28×6", "1×14×14×6", "1×1176", "1×120"]);
    expect(rows.map(([, , params]) => params)).toEqual([156, 0, 0, 1176 * 120 + 120]);
  });

  test("the functional API: branches that are added and joined", () => {
    const rows = rowsOf(`
inputs = keras.Input(shape=(32, 32, 3))
x = layers.Conv2D(16, 3, padding="same", name="stem")(inputs)
y = layers.Conv2D(16, 3, strides=2, padding="same")(x)
z = layers.MaxPooling2D()(x)
x = layers.add([y, z])
x = layers.Concatenate()([x, y])
x = layers.GlobalAveragePooling2D()(x)
outputs = layers.Dense(10)(x)
model = keras.Model(inputs, outputs)`);
    expect(rows).toEqual([
      ["Conv2d", "1×32×32×16", 448],
      ["Conv2d", "1×16×16×16", 2320],
      ["MaxPool2d", "1×16×16×16", 0],
      ["Add", "1×16×16×16", 0],
      ["Concat", "1×16×16×32", 0],
      ["GlobalAvgPool2d", "1×1×1×32", 0],
      ["Flatten", "1×32", 0],
      ["Linear", "1×10", 330],
    ]);
  });

  test("depthwise and separable convolutions", () => {
    const rows = rowsOf(`
model = keras.Sequential([
    layers.DepthwiseConv2D(3, depth_multiplier=2, input_shape=(10, 12, 4)),
    layers.SeparableConv2D(16, 3, padding="same"),
])`);
    expect(rows).toEqual([
      ["Conv2d", "1×8×10×8", 3 * 3 * 8 + 8],
      ["Conv2d", "1×8×10×8", 3 * 3 * 8],
      ["Conv2d", "1×8×10×16", 8 * 16 + 16],
    ]);
  });

  // "same" gives in · stride, "valid" (in − 1) · stride + max(k, stride).
  test.each([
    [3, 2, "same", 10],
    [4, 2, "same", 10],
    [5, 2, "same", 10],
    [2, 3, "same", 15],
    [1, 2, "same", 10],
    [3, 2, "valid", 11],
    [2, 3, "valid", 15],
    [5, 1, "valid", 9],
  ])("Conv2DTranspose of %i with stride %i, %s: 5 → %i", (kernel, stride, padding, size) => {
    const rows = rowsOf(
      `keras.Sequential([keras.Input((5, 5, 2)), layers.Conv2DTranspose(3, ${kernel}, strides=${stride}, padding="${padding}")])`,
    );
    expect(rows).toEqual([["ConvTranspose2d", `1×${size}×${size}×3`, kernel ** 2 * 6 + 3]]);
  });
});
