import { type Answer, attempt, parseJson } from "./attempt";
import { readLines, readText, writeLine } from "./io";
import { UsageError } from "./usage-error";

/** How a command answers one JSON value. */
export type Respond = (json: unknown) => Answer;

/** Answers the one JSON value of a file or of stdin; whether that failed. @throws UsageError for what is not JSON */
export async function answerOne(file: string | undefined, respond: Respond): Promise<boolean> {
  const answer = respond(jsonIn(await readText(file)));
  await writeLine(answer.text);
  return answer.failed;
}

/** Answers each line before it reads the next, so that memory does not grow with their number. */
export async function answerLines(file: string | undefined, respond: Respond): Promise<boolean> {
  let failed = false;
  for await (const line of readLines(file)) {
    const answer = answerLine(line, respond);
    await writeLine(answer.text);
    failed ||= answer.failed;
  }
  return failed;
}

function answerLine(line: string, respond: Respond): Answer {
  let json: unknown;
  try {
    json = parseJson(line);
  } catch (error) {
    return attempt(() => {
      throw error;
    });
  }
  return respond(json);
}

/** A byte order mark is no part of the JSON. In the one-shot mode, what is not JSON is a wrong call, not a wrong question. */
function jsonIn(text: string): unknown {
  try {
    return parseJson(text.trim());
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
