/** Python as far as it is followed: a tree of plain objects, each with its line. */
export type Expression = { readonly line: number } & (
  | { readonly kind: "constant"; readonly value: number | string | boolean | null }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "attribute"; readonly of: Expression; readonly name: string }
  | { readonly kind: "index"; readonly of: Expression; readonly index: Subscript }
  | { readonly kind: "call"; readonly callee: Expression; readonly args: readonly Argument[] }
  | { readonly kind: "list"; readonly items: readonly Argument[]; readonly isTuple: boolean }
  | { readonly kind: "dict"; readonly entries: readonly (readonly [Expression, Expression])[] }
  | {
      readonly kind: "comprehension";
      readonly element: Expression;
      readonly clauses: readonly Clause[];
    }
  | {
      readonly kind: "operation";
      readonly operator: string;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: "unary"; readonly operator: string; readonly of: Expression }
  | {
      readonly kind: "conditional";
      readonly chosen: Expression;
      readonly when: Expression;
      readonly otherwise: Expression;
    }
  | {
      readonly kind: "lambda";
      readonly parameters: readonly Parameter[];
      readonly body: Expression;
    }
  | { readonly kind: "unread"; readonly text: string }
);

/** One `for … in … if …` of a comprehension. */
export interface Clause {
  readonly target: Expression;
  readonly over: Expression;
  readonly when: readonly Expression[];
}

/** What stands in square brackets: one index, or a slice. */
export type Subscript =
  | { readonly kind: "at"; readonly at: Expression }
  | {
      readonly kind: "slice";
      readonly from?: Expression | undefined;
      readonly to?: Expression | undefined;
    };

/** An argument of a call, or an item of a list: plain, by name, or unpacked. */
export interface Argument {
  readonly value: Expression;
  readonly name?: string;
  readonly spread?: "list" | "dict";
}

export interface Parameter {
  readonly name: string;
  readonly otherwise?: Expression;
  readonly spread?: "list" | "dict";
}

export type Statement = { readonly line: number } & (
  | {
      readonly kind: "assign";
      readonly targets: readonly Expression[];
      readonly value: Expression;
    }
  | {
      readonly kind: "update";
      readonly target: Expression;
      readonly operator: string;
      readonly value: Expression;
    }
  | { readonly kind: "expression"; readonly value: Expression }
  | { readonly kind: "return"; readonly value: Expression | undefined }
  | {
      readonly kind: "if";
      readonly branches: readonly {
        readonly when: Expression | undefined;
        readonly body: readonly Statement[];
      }[];
    }
  | {
      readonly kind: "for";
      readonly target: Expression;
      readonly over: Expression;
      readonly body: readonly Statement[];
    }
  | {
      readonly kind: "function";
      readonly name: string;
      readonly parameters: readonly Parameter[];
      readonly body: readonly Statement[];
    }
  | {
      readonly kind: "class";
      readonly name: string;
      readonly bases: readonly Expression[];
      readonly body: readonly Statement[];
    }
  | { readonly kind: "block"; readonly body: readonly Statement[] }
  | { readonly kind: "jump"; readonly word: "break" | "continue" }
  | { readonly kind: "unread"; readonly text: string }
);
