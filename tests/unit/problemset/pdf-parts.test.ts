import { type PdfObject, pdfFrom, pdfParts } from "@/lib/problemset/formats/typst/pdf-parts";
import { expect, it } from "vitest";

const NOTHING = new Uint8Array();
const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

it("what is put together comes apart as it was, whatever a stream holds and however long a head is", () => {
  const objects: readonly PdfObject[] = [
    { number: 1, head: "<<\n  /Type /Catalog\n>>", stream: NOTHING },
    { number: 2, head: "<<\n  /Title (Quiz)\n>>", stream: NOTHING },
    {
      number: 3,
      head: "<<\n  /Length 42\n>>",
      stream: bytes("\nstream\n\u00FF\0\nendobj\n4 0 obj\nstream\n\u0080\nendstream"),
    },
    { number: 4, head: `[${"3 0 R ".repeat(1000)}]`, stream: NOTHING },
  ];
  const parts = pdfParts(pdfFrom(objects, { Root: 1, Info: 2, id: "K7QF" }));
  expect(parts.objects).toEqual(objects);
  expect([parts.root("Root"), parts.root("Info"), parts.root("Outlines"), parts.id]).toEqual([
    1,
    2,
    undefined,
    "K7QF",
  ]);
});
