import { RUN_WORDS } from "@/content/network-run";
import { Bar } from "./Bar";
import type { RunScene } from "./engine/types";
import panels from "./Panels.module.css";
import styles from "./RunView.module.css";

/** Where parameters, multiply–adds and time sit, by kind of layer. */
export function RunKinds({ kinds }: Pick<RunScene, "kinds">) {
  return (
    <table className={`${panels.figures} ${styles.kinds}`}>
      <caption>{RUN_WORDS.kindsTitle}</caption>
      <thead>
        <tr>
          <td />
          {RUN_WORDS.kindHeads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {kinds.map(({ label, shares }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            {shares.map(({ text, part }, index) => (
              <td key={RUN_WORDS.kindHeads[index]}>
                {text}
                {part === undefined ? null : <Bar part={part} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
