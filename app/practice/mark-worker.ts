import { markAnswer } from "./scene/mark-answer";
import type { MarkRequest } from "./types";

// Marks one answer after another, away from the page.
self.addEventListener("message", ({ data }: MessageEvent<MarkRequest>) => {
  self.postMessage(markAnswer(data.address, data.typed, data.reader), { transfer: [] });
});
