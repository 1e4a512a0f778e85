// A model of one Conv node in ONNX's file format, which is protobuf: fields of a number, a wire type and a payload.
// Numbers of fields as in onnx.proto3 (github.com/onnx/onnx).

const FLOAT = 1;
const ATTRIBUTE_INT = 2;
const ATTRIBUTE_INTS = 7;

/** The bytes of y = Conv(x, w) with the weights inside the model, so that a session prepares them once. */
export function convModel({ x, w, dy, options }) {
  const { stride = 1, padding = 0, dilation = 1, groups = 1 } = options;
  const node = bytes(
    field(1, text("x")),
    field(1, text("w")),
    field(2, text("y")),
    field(4, text("Conv")),
    field(5, integers("strides", [stride, stride])),
    field(5, integers("pads", [padding, padding, padding, padding])),
    field(5, integers("dilations", [dilation, dilation])),
    field(5, integer("group", groups)),
  );
  const graph = bytes(
    field(1, node),
    field(2, text("conv")),
    field(5, weights("w", w)),
    field(11, valueInfo("x", x.shape)),
    field(12, valueInfo("y", dy.shape)),
  );
  const operators = bytes(field(1, text("")), number(2, 13));
  return bytes(number(1, 8), field(8, operators), field(7, graph));
}

/** TensorProto. */
function weights(name, { shape, data }) {
  const raw = new Uint8Array(Float32Array.from(data).buffer);
  const dims = shape.map((length) => number(1, length));
  return bytes(...dims, number(2, FLOAT), field(8, text(name)), field(9, raw));
}

/** ValueInfoProto: TypeProto, its Tensor, its TensorShapeProto and Dimensions. */
function valueInfo(name, shape) {
  const dimensions = shape.map((length) => field(1, number(1, length)));
  const tensor = bytes(number(1, FLOAT), field(2, bytes(...dimensions)));
  return bytes(field(1, text(name)), field(2, field(1, tensor)));
}

/** AttributeProto. */
function integer(name, value) {
  return bytes(field(1, text(name)), number(3, value), number(20, ATTRIBUTE_INT));
}

function integers(name, values) {
  const each = values.map((value) => number(8, value));
  return bytes(field(1, text(name)), ...each, number(20, ATTRIBUTE_INTS));
}

function number(at, value) {
  return bytes(varint(at * 8), varint(value));
}

function field(at, content) {
  return bytes(varint(at * 8 + 2), varint(content.length), content);
}

/** Seven bits a byte, least first; all but the last byte with the top bit set. */
function varint(value) {
  return value < 128 ? [value] : [(value % 128) + 128, ...varint(Math.floor(value / 128))];
}

function text(value) {
  return new TextEncoder().encode(value);
}

function bytes(...parts) {
  const result = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    result.set(part, at);
    at += part.length;
  }
  return result;
}
