/** A word at the beginning of a sentence. @example capitalised("row 0") // "Row 0" */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** How a caption says that a long sum was split. @example partsNote("channel") // " (here one sum for each channel)" */
export function partsNote(of: string | undefined): string {
  return of === undefined ? "" : ` (here one sum for each ${of})`;
}
