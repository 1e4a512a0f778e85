export type * from "./document/document";
export { makeDocument } from "./document/make";
export { type Drawn, type Plan, planSet } from "./document/plan";
export { askedCount, drawnCount } from "./document/slots";
export { type Complaint, SetError } from "./errors";
export { type Student, numberedStudents } from "./roster/student";
export { type Paper, type QuestionSpec, type SetSpec, PAPERS } from "./spec/spec";
