import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from "react";
import { cellProblem } from "./cells";
import type { Editing } from "./gridCell";
import type { Key } from "./selection";
import type { SheetItem } from "./shapes";

const arrows = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"];

/** The grid's only field, in the active cell while it is typed into; what is wrong is said while typing. */
export function CellEditor(props: {
  label: string;
  line: SheetItem;
  initial: Editing;
  /** Whether the message stands above the cell. */
  above: boolean;
  leave: (text: string | null, key?: Key) => void;
}) {
  const { initial, leave } = props;
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const left = useRef(false);
  const [text, setText] = useState(initial.text);
  const problem = cellProblem(text, props.line);
  useLayoutEffect(() => {
    // The next key belongs to it already.
    field.current?.focus({ preventScroll: true });
    field.current?.setSelectionRange(field.current.value.length, field.current.value.length);
  }, []);
  /** Once: giving the focus back is leaving as well. */
  const leaveOnce = (typed: string | null, key?: Key) => {
    if (left.current) return;
    left.current = true;
    leave(typed, key);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter and Esc of an input method choose a word.
    if (event.nativeEvent.isComposing) return;
    const { key, shiftKey } = event;
    if (key === "Escape") leaveOnce(null);
    else if (key === "Enter" || key === "Tab" || (initial.mode === "replace" && arrows.includes(key) && !shiftKey)) {
      leaveOnce(text, { key, shiftKey, ctrlKey: false });
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      <input
        ref={field}
        className="cell-editor"
        aria-label={props.label}
        aria-invalid={problem !== null}
        aria-describedby={id}
        inputMode="decimal"
        autoComplete="off"
        maxLength={40}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => leaveOnce(text)}
        data-testid="cell-editor"
      />
      <span id={id} role="status" className={problem === null ? "cell-fits" : props.above ? "cell-problem above" : "cell-problem"}>
        {problem}
      </span>
    </>
  );
}
