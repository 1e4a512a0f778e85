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

/** All at once that a format might take for its own: quotes, markup, TeX, fields, control characters, half a character. */
export const HOSTILE_TITLE =
  'O\'Neil "Bob" / & <script>x</script> ]]> \\(x\\) $$x$$ {1:NM:=3} {#1} [cell_1] ~#} \u0001\u000B\uFFFE\uD800 é 学';

/** A student for each name. */
export function named(names: readonly string[]): Student[] {
  return numberedStudents(names.length).map((student, index) => ({
    ...student,
    name: names[index] ?? "",
    id: `${index} ${names[index] ?? ""}`,
  }));
}
