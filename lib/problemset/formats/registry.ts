import { csv } from "./csv";
import type { Format } from "./format";
import { html } from "./html";
import { json } from "./json";
import { latex } from "./latex";
import { moodle } from "./moodle/moodle";
import { qti12 } from "./qti12/qti12";
import { qti21 } from "./qti21/qti21";

/** Every format that a set can be written in: one file each, and one line here. */
export const FORMATS: readonly Format[] = [csv, json, latex, html, moodle, qti12, qti21];
