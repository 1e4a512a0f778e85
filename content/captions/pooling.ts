import type { POOLING_RULES } from "@/lib/derivation/rules/pooling";

export const POOLING_CAPTIONS: Readonly<Record<(typeof POOLING_RULES)[number], string>> = {
  "adaptive-rows":
    "Which rows does output row {index} read? Start with the floor, end with the ceiling",
  "adaptive-columns": "Which columns does output column {index} read?",
  "max-pool-rule":
    "The rule: each output is the largest value in its window, over which u and v run",
  "max-pool-window": "{Place}: the window holds {window}{padding}",
  "max-pool-cell": "{Place}: the largest value in the window, at {winner} of the input",
  "max-pool-tie":
    "{Place}: {count} cells share the largest value; the first in reading order, {winner} of the input, is the one that counts",
  "pool-index-rule":
    "An index counts the cells of the whole plane row by row, not of the window: each row is {width} long, and (p, q) is where the maximum stands",
  "pool-index-winner": "{Place}: the maximum stands at {winner} of the input",
  "pool-index-none":
    "{Place}: the window steps over the input and holds nothing but padding, so there is no cell to record; −1 says so",
  "pool-index-cell": "{Place}: the maximum stands at {winner}; turn that into an index",
  "max-pool-gradient-why":
    "Why: the output is the winner’s value and follows it one to one, slope 1; every other cell of the window changed nothing, slope 0",
  "max-pool-gradient-rule":
    "So add up the gradients of the windows (i, j) that this cell won. {given}",
  "max-pool-window-won":
    "Window at {place}: this cell won, so the gradient {arriving} comes back to it",
  "max-pool-window-lost":
    "Window at {place}: the cell at {winner} won with more than {own}, so nothing comes back from here",
  "max-pool-window-tied":
    "Window at {place}: the cell at {winner} has the same value and comes first in reading order, so it takes the gradient",
  "max-pool-gradient-cell": "{Place}: this cell won {won}; {back}",
  "max-pool-gradient-zero": "{Place}: in {windows}, and never the winner, so it changed nothing",
  "pool-gradient-unreached": "{Place}: no window reaches this cell, so changing it changes nothing",
  "avg-pool-rule": "The rule: add up the window and divide by m, the number of cells that count",
  "avg-pool-divisor": "{Place}: the window covers {rows} and {columns}",
  "avg-pool-divisor-padded":
    "{Place}: the window covers {rows} and {columns}, and the zeros of the padding ({outside}) count",
  "avg-pool-divisor-inside":
    "{Place}: the padding ({outside}) is left out, so {rows} and {columns} count",
  "avg-pool-divisor-overhang":
    "{Place}: the window hangs over the edge; what hangs over is never counted, so {rows} and {columns} are",
  "avg-pool-cell": "{Place}: add up the window, then divide by {divisor}",
  "avg-pool-gradient-why":
    "Why: raise one cell of the window by 1, and the average rises by 1/m, whichever cell it is",
  "avg-pool-gradient-rule":
    "So each window (i, j) shares its gradient out evenly; add the shares of all windows that hold the cell. {given}",
  "avg-pool-gradient-window": "The window at {place} shares {arriving} among {divisor}",
  "avg-pool-gradient-cell": "{Place}: {windows} held this cell; {shares}",
  "unpool-rule": "The rule: put each value back where its index says; all else is 0",
  "unpool-position":
    "The value at {place} has index {index}; rows are {width} long, so find its row p and column q",
  "unpool-cell": "{Place} is index {index}: one value goes here",
  "unpool-overwrite": "{Place} is index {index}: {values} want to go here, and the last one stays",
  "unpool-sum": "{Place} is index {index}: {values} go here, and they add",
  "unpool-empty": "{Place} is index {index}: no value goes here, so it stays 0",
  "unpool-gradient-rule":
    "Why: the value was copied to one cell, so the gradient of that cell comes back. {given}",
  "unpool-gradient-cell": "{Place} was put at {target}; its gradient comes from there",
};
