import { ask } from "../use-worker";

/** The text of a tensor in a file, handed to `onText`; why there is none to `onRefused`. */
export async function readTensorFile(
  file: File,
  onText: (text: string) => void,
  onRefused: (why: string) => void,
): Promise<void> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const reply = await ask({ kind: "open", name: file.name, bytes });
  if (reply.kind === "failed") return onRefused(reply.message);
  if (reply.kind !== "open") return;
  const { opened } = reply;
  if (opened.kind === "text") return onText(opened.text);
  onRefused(
    opened.kind === "problem"
      ? opened.message
      : "Here a file with one tensor of at most 4096 numbers would fit.",
  );
}
