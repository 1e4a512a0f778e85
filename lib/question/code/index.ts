export { type Wanted, LIBRARIES, codeOf, openCodeOf } from "./code";
