import { LEVELS } from "@/lib/exercises";
import { CONVENTION_CHOICES } from "@/lib/question";
import * as z from "zod";

const tensor = z.strictObject({
  shape: z.array(z.int()).meta({ description: "Sizes of the axes, the first outermost." }),
  data: z
    .array(z.union([z.number(), z.string()]))
    .meta({ description: 'Row-major, irrational numbers to 12 digits; "Infinity" as text.' }),
});

const answer = z
  .union([
    z.number(),
    z.array(z.number()),
    tensor,
    z.strictObject({ at: z.array(z.int()), mistake: z.string() }),
  ])
  .meta({ description: "A number, a shape or list, a tensor, or a wrong line and its mistake." });

const conventions = z.strictObject({
  rounding: z.enum(CONVENTION_CHOICES.rounding),
  padding: z.enum(CONVENTION_CHOICES.padding),
  operation: z.enum(CONVENTION_CHOICES.operation),
  layout: z.enum(CONVENTION_CHOICES.layout),
  macs: z.enum(CONVENTION_CHOICES.macs),
  units: z.enum(CONVENTION_CHOICES.units),
});

const problem = z.strictObject({
  code: z.string().meta({ description: "The sheet's code." }),
  student: z.strictObject({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    columns: z.record(z.string(), z.string()).meta({ description: "The roster's other columns." }),
  }),
  number: z.int().meta({ description: "The question's number on the sheet, from 1." }),
  title: z.string(),
  type: z.string(),
  version: z.int(),
  level: z.literal(LEVELS),
  seed: z.string().meta({ description: "Empty where the numbers were chosen by hand." }),
  conventions,
  points: z.number(),
  void: z.boolean(),
  statement: z.strictObject({ text: z.string(), tex: z.string() }),
  question: z
    .looseObject({ op: z.string() })
    .meta({ description: "As the command line reads it, with `ask`." }),
  ask: z.string(),
  answer,
  answer_text: z.string(),
  accepted: z
    .array(z.strictObject({ conventions: conventions.partial(), answer }))
    .meta({ description: "Other answers that are counted right." }),
  mistakes: z
    .array(z.strictObject({ mistake: z.string(), answer, title: z.string() }))
    .meta({ description: "The wrong answer that each mistake predicts." }),
});

/** What the JSON of a set holds. */
export const setFileSchema = z
  .strictObject({
    title: z.string(),
    course: z.string(),
    date: z.string(),
    points: z.number(),
    problems: z.array(problem).meta({ description: "One a student and question." }),
  })
  .meta({ title: "A problem set of Kernelwise" });

/** One problem of one student. */
export type ProblemJson = Frozen<z.infer<typeof problem>>;

type Frozen<T> = T extends object ? { readonly [Name in keyof T]: Frozen<T[Name]> } : T;

/** The same as a JSON schema (draft 2020-12), for whoever reads the file with other tools. */
export function setFileJsonSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(setFileSchema), undefined, 2)}\n`;
}
