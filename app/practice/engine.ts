export { hintFor } from "./scene/hints";
export { isLarge } from "./scene/is-large";
export { RUNGS, ladderRung } from "./scene/ladder";
export { markAnswer } from "./scene/mark-answer";
export { pastedInto } from "./scene/pasted-into";
export { drawnScene, problemScene } from "./scene/problem";
export { readBack } from "./scene/read-typed";
