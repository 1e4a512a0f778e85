import { methodOf } from "./objects";
import { type Instance, type Value, unknown } from "./values";

/** What `self.name` is: what was put there, a method or value of its class, or a method that every model has. */
export function instanceAttribute(self: Instance, name: string): Value {
  const own = self.attributes.has(name)
    ? self.attributes.get(name)
    : methodOf(self, [self.of], name);
  if (own !== undefined) return own;
  return COMMON.has(name) ? { kind: "method", of: self, name } : unknown(`self.${name}`);
}

const COMMON = new Set(
  "build to cuda cpu eval train float double half add_module register_module children apply parameters".split(
    " ",
  ),
);
