export { type Wanted, type Library, LIBRARIES, codeOf } from "./code";
