export { markAnswer } from "./scene/mark-answer";
export { problemScene } from "./scene/problem";
