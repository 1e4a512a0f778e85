export { keyFileText, newSecret, readKeyFile } from "./key-file";
export { plainCode } from "./plain-code";
export { type ReleasedSheet, releaseFacts, releasedSheet } from "./read-release";
export { releaseFile } from "./release";
export { seedLog } from "./seed-log";
