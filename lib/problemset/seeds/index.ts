export { keyFileText, newSecret, readKeyFile } from "./key-file";
export { releaseFile } from "./release";
export { seedLog } from "./seed-log";
