import type { Metadata } from "next";
import Link from "next/link";
import { PageHead } from "./components/PageHead";

export const metadata: Metadata = { title: "No such page" };

export default function NotFound() {
  return (
    <PageHead title="There is no page at this address">
      It may have moved. Everything there is to learn is{" "}
      <Link prefetch={false} href="/learn">
        listed here
      </Link>
      .
    </PageHead>
  );
}
