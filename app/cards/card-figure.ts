import type { CardPicture, DeckCard } from "@/content/deck";
import { type Figure, labNamed, startOf } from "@/lib/lab";

/** The figure of a card, as plain data, and whether it wants the whole width, under the words. */
export interface CardFigure {
  readonly figure: Figure;
  readonly isWide: boolean;
}

/**
 * The figure that is a card's picture, computed from its lab as it starts; undefined where there is none, or tensors are
 * drawn instead.
 *
 * @throws Error where its lab has no such figure, so that the build fails
 */
export function cardFigure({
  lab,
  picture,
}: Pick<DeckCard, "lab" | "picture">): CardFigure | undefined {
  const figure = picture && figureOf(picture, lab);
  return figure && { figure, isWide: isWide(figure) };
}

function figureOf(picture: CardPicture, lab: string | undefined): Figure | undefined {
  if (picture.kind === "tensors") return undefined;
  return picture.kind === "figure" ? picture.figure : labFigure(lab ?? "", picture.figure ?? 0);
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

/** So many columns of cells have room in half a card. */
const MOST_BESIDE = 12;

function isWide(figure: Figure): boolean {
  if (figure.kind === "flow") return Math.max(...figure.boxes.map(({ column }) => column)) >= 3;
  if (figure.kind !== "planes") return false;
  const columns = figure.items.map((item) =>
    item.kind === "sign" ? 0 : (item.rows[0]?.length ?? 0),
  );
  return columns.reduce((sum, one) => sum + one, 0) > MOST_BESIDE;
}
