export { readSnippet } from "./read-snippet";
