export { readRoster } from "./read-roster";
export { MOST_STUDENTS } from "./student";
