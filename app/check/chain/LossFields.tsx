"use client";

import { CHAIN_FIELD_WORDS, LOSS_WORDS } from "@/content/chain";
import sheet from "../../components/Sheet.module.css";
import { OperandField } from "../OperandField";
import own from "./Chain.module.css";
import type { Sayings } from "./engine/types";
import type { ChainForm, LossName } from "./form";
import { readTensorFile } from "./read-file";

export interface LossFieldsProps {
  readonly form: ChainForm;
  readonly readAs: Sayings;
  readonly problems: Sayings;
  readonly onEdit: (next: Partial<ChainForm>) => void;
}

const LOSSES: readonly LossName[] = ["", "mse_loss", "cross_entropy"];

/** What the chain ends in: a loss with its target, or the gradient that arrives; and how often it is gone back. */
export function LossFields({ form, readAs, problems, onEdit }: LossFieldsProps) {
  const name = form.loss === "" ? "dy" : "target";
  const words = {
    dy: CHAIN_FIELD_WORDS.dy,
    target: CHAIN_FIELD_WORDS[form.loss === "cross_entropy" ? "classes" : "target"],
  }[name];
  return (
    <div className={own.loss}>
      <div className={own.ends}>
        <label className={sheet.field}>
          loss
          <select
            value={form.loss}
            onChange={(event) =>
              onEdit({ loss: LOSSES.find((one) => one === event.target.value) ?? "" })
            }
          >
            {LOSSES.map((one) => (
              <option key={one} value={one}>
                {LOSS_WORDS[one === "" ? "none" : one]}
              </option>
            ))}
          </select>
        </label>
        {form.loss === "" ? null : (
          <label className={sheet.field}>
            over its terms
            <select
              value={form.reduction}
              onChange={(event) =>
                onEdit({ reduction: event.target.value === "sum" ? "sum" : "mean" })
              }
            >
              <option value="mean">the mean</option>
              <option value="sum">the sum</option>
            </select>
          </label>
        )}
        <label className={sheet.field}>
          backward() runs
          <input
            inputMode="numeric"
            autoComplete="off"
            placeholder="once"
            aria-invalid={problems["backward"] !== undefined}
            value={form.backward}
            onChange={(event) => onEdit({ backward: event.target.value })}
          />
          {problems["backward"] ? <p className={sheet.problem}>{problems["backward"]}</p> : null}
        </label>
      </div>
      <OperandField
        key={name}
        {...words}
        leastLines={2}
        hue={name === "dy" ? "gradient" : "input"}
        text={form[name]}
        readAs={readAs[name]}
        problem={problems[name]}
        onChange={(text) => onEdit({ [name]: text })}
        onFile={(file) =>
          void readTensorFile(
            file,
            (text) => onEdit({ [name]: text }),
            () => {},
          )
        }
      />
    </div>
  );
}
