import { describe, expect, it } from "vitest";
import { gram, tensor } from "@/lib/tensor";
import { networkCases } from "@/tests/fixtures/load";
import { expectSameTensor } from "./agreement";
import { descend, gradCam, runBackward, runForward } from "./network";

const PARAMETERS = ["w1", "b1", "w2", "b2", "wf", "bf"] as const;
const INTERMEDIATES = ["z1", "a1", "pooled", "z2", "a2", "features", "logits"] as const;

describe.each(networkCases().map((one) => [one.id, one] as const))("%s: a whole net", (_, one) => {
  const forward = runForward(one);
  const grads = runBackward(one, forward);

  it.each(INTERMEDIATES)("gives PyTorch's %s", (name) => {
    expectSameTensor(forward[name], one.forward[name]);
  });

  it("gives PyTorch's loss", () => {
    expectSameTensor(forward.loss, tensor([], [one.forward.loss]));
  });

  it.each(["x", ...PARAMETERS] as const)("gives PyTorch's gradient by %s", (name) => {
    expectSameTensor(grads[name], one.grads[name]);
  });

  it.each(PARAMETERS)("takes PyTorch's step of descent in %s", (name) => {
    expectSameTensor(descend(one.params[name], grads[name], 0.1), one.sgd_lr_0_1[name]);
  });

  it("gives Grad-CAM for every class", () => {
    expect(one.grad_cam.length).toBeGreaterThan(1);
    for (const { cls, alpha, raw, cam } of one.grad_cam) {
      const found = gradCam(one, forward, cls);
      expectSameTensor(found.alpha, alpha);
      expectSameTensor(found.raw, raw);
      expectSameTensor(found.cam, cam);
    }
  });

  it("gives the Gram matrix of the second activation", () => {
    expectSameTensor(gram(forward.a2), one.gram_of_a2);
  });
});
