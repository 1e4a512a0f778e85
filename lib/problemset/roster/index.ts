export { readRoster } from "./read-roster";
