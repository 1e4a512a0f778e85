/** Whether an ask is about a tensor's cells, of one layer or of a network. @example isTensorAsk("grads.conv1.w") // true */
export function isTensorAsk(ask: string): ask is "y" | "indices" | `grads.${string}` {
  return ask === "y" || ask === "indices" || ask.startsWith("grads.");
}
