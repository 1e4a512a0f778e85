import { MATERIALS_WORDS } from "@/content/grading";
import {
  type Item,
  type Plan,
  type SetSpec,
  makeDocument,
  numberedStudents,
  planSet,
} from "@/lib/problemset";
import { answeredHtml } from "@/lib/problemset/formats";
import { plainCode, releaseFacts, releasedSheet } from "@/lib/problemset/seeds";
import { searchOf } from "../../../practice/address";
import { slicedPlan } from "../../engine/check";
import { paperHtml } from "../../engine/paper";
import { counted } from "../../words";
import { Reading, type Say, finished, madeFrom, readMaterials } from "./materials";
import type { OpenRequest, Opened, OpenedSheet } from "./types";

/** The letters and digits of a code. */
const CODE_LENGTH = 8;

/** The sheet with a code, from the release or from the instructor's own files; none is looked for until it is whole. */
export function openedOf(request: OpenRequest, say: Say): Opened {
  const { code } = request;
  const reading = new Reading();
  const isWhole = plainCode(code).length >= CODE_LENGTH;
  const found = isWhole ? foundIn(request, reading, say) : readOnly(request, reading);
  const problem = found === null ? MATERIALS_WORDS.noSheet(code) : "";
  return { kind: "open", parts: reading.parts, sheet: found ?? null, problem };
}

/** Tells what the files hold. */
function readOnly({ release, materials }: OpenRequest, reading: Reading): undefined {
  if (release === null) readMaterials(materials, reading);
  else reading.read("release", () => releaseFacts(release), factsSay);
}

/** Undefined where there is nothing to look in yet; null where no sheet has the code. */
function foundIn(
  { code, release, materials }: OpenRequest,
  reading: Reading,
  say: Say,
): OpenedSheet | null | undefined {
  if (release !== null) {
    const says = reading.read("release", () => releaseFacts(release), factsSay);
    return (
      says &&
      reading.read(
        "release",
        () => released(release, code),
        () => factsSay(says),
      )
    );
  }
  const made = madeFrom(materials, reading, say);
  if (!made) return undefined;
  const { spec, plan } = made;
  const at = plan.codes.findIndex((one) => plainCode(one) === plainCode(code));
  return at < 0 ? null : sheetOf(spec, slicedPlan(plan, at, 1), plan.codes[at] ?? "");
}

function factsSay({ title, count }: ReturnType<typeof releaseFacts>): string {
  return `${title} · ${counted(count, "sheet")}`;
}

/** Problems of a release are drawn without the secret: their seeds are in it. */
const NO_SECRET = new Uint8Array(32);

function released(text: string, code: string): OpenedSheet | null {
  const found = releasedSheet(text, code);
  if (!found) return null;
  const { spec } = found;
  const plan = finished(planSet(spec, numberedStudents(1), NO_SECRET), 1, () => {});
  return sheetOf(spec, plan, found.code);
}

/** The first sheet of a plan, with its key and its working. */
function sheetOf(spec: SetSpec, plan: Plan, code: string): OpenedSheet {
  const document = makeDocument(spec, plan);
  const items = Array.from(document.questions, (_, at) => [...document.items(at)][0]).filter(
    (item) => item !== undefined,
  );
  return {
    code,
    title: [spec.title, spec.course].filter((part) => part !== "").join(" · "),
    facts: `${counted(items.length, "question")}, ${counted(document.points, "point")}`,
    questions: items.map((item) => ({
      number: item.number,
      html: paperHtml(`<div class="one">${answeredHtml(item, SHOWN)}</div>`),
      href: hrefOf(item),
    })),
  };
}

const SHOWN = { hasWorking: true, hasFeedback: true };

/** A problem by hand has no address. */
function hrefOf({ type, version, seed, level, conventions }: Item): string | null {
  if (seed === "") return null;
  return `/practice/${type}${searchOf({ type, version, seed, level, conventions })}`;
}
