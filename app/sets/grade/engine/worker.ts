import { answerWork } from "../../../components/answer-work";
import { gradedOf } from "./grade";
import { openedOf } from "./open";
import type { Request } from "./types";

answerWork((request: Request, say) =>
  request.kind === "grade" ? gradedOf(request, say) : openedOf(request, say),
);
