export { checkRounded } from "./check-rounded";
