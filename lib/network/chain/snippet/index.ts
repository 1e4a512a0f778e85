export { type Snippet, readSnippet } from "./read-snippet";
