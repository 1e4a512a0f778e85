export * from "./expression";
export { mapExpression } from "./map-expression";
export { formatNumber, formatShort, groupDigits, isShownExactly, proseNumber } from "./numbers";
export { SPOKEN_RELATIONS, toSpeech } from "./to-speech";
export { type MathmlOptions, toMathml, toMathmlParts } from "./to-mathml";
export { type TexOptions, toTex } from "./to-tex";
export { toText } from "./to-text";
export { type TypstOptions, toTypst } from "./to-typst";
export { valueOf } from "./value-of";
