import { type Student, numberedStudents } from "@/lib/problemset";

/** Names that a format must show and never obey. */
export const HOSTILE = [
  "\\input{/etc/passwd}\\end{document}",
  "100 % & #1 ^ _ ~ $x$ {",
  "}}}] \\",
  "<b>&amp;</b><script>alert(1)</script>",
  '"\' onmouseover="x" --><!-- ]]>',
  "`` -- --- << >> ,, '' ?` !`",
  "Zoë \u202E\u0000\u0007\uD800",
  "Łukasz Żółć, Şırnak Ğ, Čeněk Ș",
  "山田 太郎",
  "محمد",
  "Анна Ωmega",
  "a\u0301\u0302\u0303",
  "👩‍👩‍👧 🎉",
  "one\r\n\n\ttwo",
  "%",
  "x".repeat(500),
];

/** A student for each name. */
export function named(names: readonly string[]): Student[] {
  return numberedStudents(names.length).map((student, index) => ({
    ...student,
    name: names[index] ?? "",
    id: `${index} ${names[index] ?? ""}`,
  }));
}
