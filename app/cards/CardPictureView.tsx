import type { CardPicture, DeckCard } from "@/content/deck";
import { type Figure, labNamed, startOf } from "@/lib/lab";
import { PictureBlock } from "../components/PictureBlock";
import { FigureView } from "./figures/FigureView";

interface Props {
  readonly card: DeckCard;
  readonly picture: CardPicture;
}

/** Whether a picture wants the whole width, under the words, and not half of it beside them. */
export function isWide({ card, picture }: Props): boolean {
  if (picture.kind === "tensors") return true;
  const figure =
    picture.kind === "figure" ? picture.figure : labFigure(card.lab ?? "", picture.figure ?? 0);
  if (figure.kind === "flow") return Math.max(...figure.boxes.map(({ column }) => column)) >= 3;
  if (figure.kind !== "planes") return false;
  const columns = figure.items.map((item) =>
    item.kind === "sign" ? 0 : (item.rows[0]?.length ?? 0),
  );
  return columns.reduce((sum, one) => sum + one, 0) > MOST_BESIDE;
}

/** So many columns of cells have room in half a card. */
const MOST_BESIDE = 12;

/** The picture of a card, drawn from what is computed when the page is built. */
export function CardPictureView({ card, picture }: Props) {
  switch (picture.kind) {
    case "tensors":
      return <PictureBlock block={picture} />;
    case "figure":
      return <FigureView figure={picture.figure} />;
    case "lab":
      return <FigureView figure={labFigure(card.lab ?? "", picture.figure ?? 0)} />;
  }
}

function labFigure(id: string, place: number): Figure {
  const lab = labNamed(id);
  const figures = lab?.work(startOf(lab.fields)).parts.filter(isFigure) ?? [];
  const figure = figures[place];
  if (!figure) throw new Error(`The lab “${id}” has no figure ${place}.`);
  return figure;
}

function isFigure(part: { readonly kind: string }): part is Figure {
  return part.kind !== "steps" && part.kind !== "player";
}
