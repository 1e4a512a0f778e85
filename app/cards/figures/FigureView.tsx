import type { Figure } from "@/lib/lab";
import { BarsView } from "./BarsView";
import styles from "./Figure.module.css";
import { FlowView } from "./FlowView";
import { PlanesView } from "./PlanesView";
import { PlotView } from "./PlotView";
import { RegionsView } from "./RegionsView";
import { TableView } from "./TableView";

/** A picture from plain data, with its title under it. */
export function FigureView({ figure }: { readonly figure: Figure }) {
  return (
    <figure className={styles.figure}>
      <Drawn figure={figure} />
      <figcaption className={styles.title}>{figure.title}</figcaption>
    </figure>
  );
}

function Drawn({ figure }: { readonly figure: Figure }) {
  switch (figure.kind) {
    case "planes":
      return <PlanesView figure={figure} />;
    case "plot":
      return <PlotView figure={figure} />;
    case "bars":
      return <BarsView figure={figure} />;
    case "flow":
      return <FlowView figure={figure} />;
    case "regions":
      return <RegionsView figure={figure} />;
    case "table":
      return <TableView figure={figure} />;
  }
}
