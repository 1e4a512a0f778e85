import type { Role } from "@/lib/tex";

/** What a cell shows beyond its value. */
export interface CellState {
  readonly lit: boolean;
  readonly factor: number | undefined;
  readonly factorRole: Role;
  readonly hidden: boolean;
  readonly asked: boolean;
  /** What stands in place of the cell's own value. */
  readonly soFar: string | undefined;
}
