import type { SetDocument } from "../../document/document";
import { setIdentifier } from "../lms/names";
import { XML_HEAD } from "../lms/xml";

/** Where an item lies in the package. @example fileOf("K7QF-2M9X.3") // "items/K7QF-2M9X.3.xml" */
export function fileOf(name: string): string {
  return `items/${name}.xml`;
}

/** An identifier may not begin with a digit. @example itemId("7KQF-2M9X.3") // "item-7KQF-2M9X.3" */
export function itemId(name: string): string {
  return `item-${name}`;
}

/** What the package holds. */
export function* manifest(
  document: SetDocument,
  names: readonly (readonly string[])[],
): Generator<string> {
  yield `${XML_HEAD}<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" identifier="manifest-${setIdentifier(document)}">
<metadata><schema>QTIv2.1 Package</schema><schemaversion>1.0.0</schemaversion></metadata>
<organizations/>
<resources>
<resource identifier="test" type="imsqti_test_xmlv2p1" href="test.xml">
<file href="test.xml"/>
`;
  for (const name of names.flat()) yield `<dependency identifierref="${itemId(name)}"/>\n`;
  yield "</resource>\n";
  for (const name of names.flat()) {
    const file = fileOf(name);
    yield `<resource identifier="${itemId(name)}" type="imsqti_item_xmlv2p1" href="${file}"><file href="${file}"/></resource>\n`;
  }
  yield "</resources>\n</manifest>\n";
}
