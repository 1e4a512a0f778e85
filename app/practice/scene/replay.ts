import { REPLAY_CAPTIONS } from "@/content/practice";
import { type CellRef, type TensorName, connections } from "@/lib/derivation";
import type { Variant } from "@/lib/exercises";
import { type Diagnosis, type MistakeId, isFamily } from "@/lib/mistakes";
import type { Operand, Params, Question } from "@/lib/question";
import type { PictureScene } from "../../scene/types";
import { surroundOf } from "../../scene/surround";
import { askedTensor } from "../../scene/tensors";
import type { Replay } from "../types";
import { asIf } from "./as-if";
import { channelsFirst, endsInChannels, lastAxisFirst } from "./channels-first";
import { isLayer } from "./draft";
import { missingProduct } from "./replay-product";
import { numbered, pictureOf, rotated, transposed } from "./replay-pictures";

type Make = (question: Question, ask: string, shape: readonly number[]) => Replay | undefined;

/** What was done beside what it should be, where a picture tells it. */
export function replayOf(
  { question, ask, key }: Pick<Variant, "question" | "key"> & { readonly ask: string },
  diagnosis: Diagnosis,
  id: MistakeId,
  /** What was answered in the first cell that it explains. */
  first?: number,
): Replay | undefined {
  if (!isLayer(question)) return undefined;
  const inPlanes = channelsFirst(question);
  const shape = typeof key === "object" && "data" in key ? key.shape : [];
  const tensor = askedTensor(ask);
  const isMoved = tensor !== undefined && endsInChannels(question, tensor, shape);
  const inPlace = isMoved ? lastAxisFirst : (places: readonly number[]) => places;
  if (isFamily(id)) {
    const cells = diagnosis.cells.map(inPlace);
    const other = diagnosis.ids.find((one) => one !== id);
    const alone = other === undefined ? inPlanes : asIf(other, inPlanes);
    if (!alone) return undefined;
    return missingProduct(alone, ask, { ...diagnosis, ids: [id], cells }, first);
  }
  return REPLAYS[id]?.(inPlanes, ask, inPlace(shape));
}

const REPLAYS: Readonly<Partial<Record<MistakeId, Make>>> = {
  KERNEL_FLIPPED: (question) => ofTurned(question, !isTurned(question)),
  KERNEL_TRANSPOSED: (question) => ofKernel(question, transposed, (operand) => operand),
  KERNEL_NOT_ROTATED: (question) => ofTurned(question, isTurned(question)),
  GRADIENT_ROTATED: (_, ask, shape) => ofPlaces(ask, shape, rotated),
  OUTPUT_TRANSPOSED: (_, ask, shape) => ofPlaces(ask, shape, transposed),
  STRIDE_IGNORED: (question, ask) => ofWindow(question, ask, { stride: 1 }),
  DILATION_IGNORED: (question, ask) => ofWindow(question, ask, { dilation: 1 }),
  PADDING_IGNORED: (question, ask) => ofPadding(question, ask),
  FIRST_CHANNEL_ONLY: (question, ask) => ofFirstChannel(question, ask),
};

/** The most cells that a replay draws. */
const MOST = 48;

type Change = (operand: Operand) => Operand;

function ofKernel({ inputs: { w } }: Question, yours: Change, right: Change): Replay | undefined {
  if (!w?.data || w.data.length > MOST) return undefined;
  return pair(
    pictureOf([{ name: "w", operand: yours(w) }]),
    pictureOf([{ name: "w", operand: right(w) }]),
    REPLAY_CAPTIONS.kernel,
  );
}

/** Whether the layer turns its kernel before it slides. */
function isTurned({ conventions }: Question): boolean {
  return conventions.operation === "convolution";
}

const asGiven: Change = (operand) => operand;

/** The kernel as it was used, turned or as it is given, beside the other. */
function ofTurned(question: Question, isYoursTurned: boolean): Replay | undefined {
  return isYoursTurned
    ? ofKernel(question, rotated, asGiven)
    : ofKernel(question, asGiven, rotated);
}

/** Numbers stand for the places of a result, so that the result itself is not told. */
function ofPlaces(ask: string, shape: readonly number[], change: Change): Replay | undefined {
  const tensor = askedTensor(ask);
  if (!tensor || shape.length < 2) return undefined;
  const places = numbered(shape);
  if ((places.data?.length ?? 0) > MOST) return undefined;
  return pair(
    pictureOf([{ name: tensor, operand: change(places) }]),
    pictureOf([{ name: tensor, operand: places }]),
    REPLAY_CAPTIONS.places,
  );
}

/** The window of the second output, as it was taken and as it lies. */
function ofWindow(question: Question, ask: string, change: Params): Replay | undefined {
  const { x } = question.inputs;
  if (ask !== "y" || !x?.data || x.data.length > MOST || !SLIDES.includes(question.op))
    return undefined;
  const wrong = { ...question, params: { ...question.params, ...change } };
  const picture = drawn(question, x);
  const rank = x.shape.length;
  const second = [...Array<number>(rank - 1).fill(0), "stride" in change ? 1 : 0];
  const [yours, right] = [windowOf(wrong, second), windowOf(question, second)];
  if (yours.length === 0 || right.length === 0) return undefined;
  return pair(picture, picture, REPLAY_CAPTIONS.window, yours, right);
}

const SLIDES: readonly string[] = ["conv2d", "max_pool2d", "avg_pool2d"];

function windowOf(question: Question, at: readonly number[]): CellRef[] {
  return connections(question)("y", at).map(({ input }) => ({ tensor: "x", at: input }));
}

function drawn(question: Question, x: Operand): PictureScene {
  return pictureOf([{ name: "x", operand: x, options: { surround: surroundOf(question) } }]);
}

function ofPadding(question: Question, ask: string): Replay | undefined {
  const { x } = question.inputs;
  if (ask.startsWith("shapes.") || !x?.data || x.data.length > MOST) return undefined;
  return pair(pictureOf([{ name: "x", operand: x }]), drawn(question, x), REPLAY_CAPTIONS.padding);
}

function ofFirstChannel({ inputs: { w } }: Question, ask: string): Replay | undefined {
  if (!w?.data || w.data.length > MOST || w.shape.length < 3 || ask !== "y") return undefined;
  const picture = pictureOf([{ name: "w", operand: w }]);
  const all = cellsOf(w);
  return pair(
    picture,
    picture,
    REPLAY_CAPTIONS.channels,
    all.filter(({ at }) => at.at(-3) === 0),
    all,
  );
}

function cellsOf({ shape }: Operand, tensor: TensorName = "w"): CellRef[] {
  return shape
    .reduce<number[][]>(
      (all, size) =>
        all.flatMap((at) => Array.from({ length: size }, (_, index) => [...at, index])),
      [[]],
    )
    .map((at) => ({ tensor, at }));
}

function pair(
  yours: PictureScene,
  right: PictureScene,
  captions: readonly [yours: string, right: string],
  litYours: readonly CellRef[] = [],
  litRight: readonly CellRef[] = [],
): Replay {
  return {
    kind: "pictures",
    yours: { picture: yours, caption: captions[0], lit: litYours },
    right: { picture: right, caption: captions[1], lit: litRight },
  };
}
