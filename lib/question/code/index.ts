export { type Wanted, LIBRARIES, codeOf } from "./code";
