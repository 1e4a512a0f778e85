import { type Machine, plainArgs } from "./machine";
import { isLayer, methodOf } from "./objects";
import { ReadError } from "./problem";
import {
  type Class,
  type Func,
  type Instance,
  type Scope,
  type Value,
  isKind,
  unknown,
} from "./values";

/** How many functions are tried for one that makes a model. */
const MAX_TRIES = 3;

/** An object of a class without a base, such as a configuration, is no model; nor is one that holds no layers. */
export function isModel(value: Value): boolean {
  if (!isKind(value, "instance") || value.of.bases.length === 0) return false;
  return hasForward(value) || [...value.attributes.values()].some(isLayer);
}

/** The model that the last class or function of the code makes, where no line makes it. */
export function definedIn(machine: Machine, scope: Scope): Value | undefined {
  const defined = [...scope.values.values()];
  const classes = defined.filter((value) => isKind(value, "class") && value.bases.length > 0);
  const last = classes.filter((value) => isKind(value, "class"));
  const model = last.findLast((one) => hasForward(emptyOf(one))) ?? last.at(-1);
  const missing = model ? missingIn(methodOf(emptyOf(model), [model], "__init__")) : [];
  if (model && missing.length === 0) return machine.call(model, plainArgs(), 1);
  const made = madeBy(machine, defined);
  if (made !== undefined || !model) return made;
  machine.problem(
    "ERR_ARGUMENT",
    `${model.name} is made of ${missing.join(", ")}, which nothing says; a last line ${model.name}(…) with their values would.`,
    model.line,
  );
  return machine.call(model, plainArgs(), 1);
}

/** What the last function gives that can be called without arguments and makes a model. */
function madeBy(machine: Machine, defined: readonly Value[]): Value | undefined {
  const makers = defined.filter((value) => isKind(value, "function"));
  const plain = makers.filter((one) => missingIn(one, 0).length === 0).slice(-MAX_TRIES);
  for (const maker of plain.toReversed()) {
    const made = outcome(machine, maker);
    if (isLayer(made)) return made;
  }
  return undefined;
}

/** A function that takes too long, such as one that trains, makes no model. */
function outcome(machine: Machine, maker: Func): Value {
  try {
    return machine.call(maker, plainArgs(), 1);
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    machine.renew();
    return unknown(maker.name);
  }
}

/** The parameters that a call must give; the first of a method is the object itself. */
function missingIn(called: Value | undefined, from = 1): readonly string[] {
  if (!isKind(called, "function")) return [];
  const given = called.parameters.slice(from);
  return given
    .filter(({ otherwise, spread }) => otherwise === undefined && spread === undefined)
    .map(({ name }) => name);
}

function hasForward(value: Instance): boolean {
  return ["forward", "call"].some((name) => methodOf(value, [value.of], name) !== undefined);
}

function emptyOf(of: Class): Instance {
  return { kind: "instance", of, attributes: new Map(), line: of.line };
}
