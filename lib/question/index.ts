export * from "./question";
