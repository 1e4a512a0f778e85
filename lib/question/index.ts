export * from "./question";
export {
  type OperandDraft,
  type QuestionDraft,
  DEFAULT_CONVENTIONS,
  operandFrom,
  questionFrom,
} from "./build";
