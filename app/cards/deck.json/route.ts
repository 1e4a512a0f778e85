import { renderedDeck } from "../rendered-card";

export const dynamic = "force-static";

/** All cards in one file, which the review fetches when it begins. */
export function GET() {
  return Response.json(renderedDeck());
}
