import Link from "next/link";

/** The way back to the door of the cards, for the head of a page. */
export function ToCards() {
  return (
    <Link prefetch={false} href="/cards">
      Cards
    </Link>
  );
}
