import type { CardPicture, DeckCard } from "@/content/deck";
import { type Figure, labNamed, startOf } from "@/lib/lab";
import { PictureBlock } from "../components/PictureBlock";
import { FigureView } from "./figures/FigureView";

interface Props {
  readonly card: DeckCard;
  readonly picture: CardPicture;
}

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
