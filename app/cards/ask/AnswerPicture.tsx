import type { Figure } from "@/lib/lab";
import { FigureView } from "../figures/FigureView";

/** The picture on the back of a card, loaded when the first card is turned. */
export default function AnswerPicture({ figure }: { readonly figure: Figure }) {
  return <FigureView figure={figure} />;
}
