import type { AdjustedValue } from "../api/shapes";
import { withUnit } from "../display/numbers";
import { type Indicator, indicatorWords, unitOf } from "./indicators";

/** Whose indicators, and the values that are to count. */
export function AdjustedValues(props: {
  values: readonly AdjustedValue[];
  nameOf: (subject: string) => string;
  indicatorsOf: (subject: string) => Indicator[];
}) {
  return (
    <ul className="adjusted-values" aria-label="调整的指标和数值">
      {props.values.map((value, at) => {
        const indicators = props.indicatorsOf(value.subject);
        return (
          <li key={at}>
            <span>
              <strong>{props.nameOf(value.subject)}</strong> {indicatorWords(value, indicators)}
            </span>
            <span className="adjusted-value numbers">调整为 {withUnit(value.value, unitOf(value, indicators))}</span>
          </li>
        );
      })}
    </ul>
  );
}
