/** What may be wider than the screen takes the focus, so that the arrow keys move it. */
export const MOVED = { role: "group", tabIndex: 0 } as const;
