import type { SetDocument } from "../../document/document";
import { XML_HEAD, escapeXml } from "../lms/xml";

/** What the package holds. */
export function manifest(id: string, { title }: SetDocument): string {
  const name = escapeXml(title);
  return `${XML_HEAD}<manifest identifier="${id}-manifest" xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1" xmlns:imsmd="http://www.imsglobal.org/xsd/imsmd_v1p2">
<metadata><schema>IMS Content</schema><schemaversion>1.1.3</schemaversion>
<imsmd:lom><imsmd:general><imsmd:title><imsmd:string>${name}</imsmd:string></imsmd:title></imsmd:general></imsmd:lom></metadata>
<organizations/>
<resources>
<resource identifier="${id}" type="imsqti_xmlv1p2"><file href="${id}/${id}.xml"/><dependency identifierref="${id}-meta"/></resource>
<resource identifier="${id}-meta" type="associatedcontent/imscc_xmlv1p1/learning-application-resource" href="${id}/assessment_meta.xml"><file href="${id}/assessment_meta.xml"/></resource>
</resources>
</manifest>
`;
}

/** How the quiz is set up: one attempt, unpublished, for the instructor to look at first. */
export function assessmentMeta(id: string, document: SetDocument): string {
  const { title, points } = document;
  return `${XML_HEAD}<quiz identifier="${id}" xmlns="http://canvas.instructure.com/xsd/cccv1p0">
<title>${escapeXml(title)}</title>
<description>${escapeXml(descriptionHtml(document))}</description>
<shuffle_answers>true</shuffle_answers>
<scoring_policy>keep_highest</scoring_policy>
<quiz_type>assignment</quiz_type>
<points_possible>${points}</points_possible>
<show_correct_answers>false</show_correct_answers>
<allowed_attempts>1</allowed_attempts>
<available>false</available>
<assignment identifier="${id}-assignment">
<title>${escapeXml(title)}</title>
<workflow_state>unpublished</workflow_state>
<quiz_identifierref>${id}</quiz_identifierref>
<points_possible>${points}</points_possible>
<grading_type>points</grading_type>
<submission_types>online_quiz</submission_types>
</assignment>
</quiz>
`;
}

function descriptionHtml({ course, date, instructions }: SetDocument): string {
  const lines = [[course, date].filter((one) => one !== "").join(", "), ...instructions];
  return lines
    .filter((line) => line !== "")
    .map((line) => `<p>${escapeXml(line)}</p>`)
    .join("");
}
