/** Hands a file to the browser to be saved; a text is JSON unless its type is said. */
export function download(content: string | Blob, name: string, type = "application/json") {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(
    typeof content === "string" ? new Blob([content], { type }) : content,
  );
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
