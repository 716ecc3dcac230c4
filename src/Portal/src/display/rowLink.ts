import type { HTMLAttributes, MouseEvent } from "react";

type RowAttributes = HTMLAttributes<HTMLElement> & Record<`data-${string}`, string>;

/** A table's row that opens something, if it does, wherever it is clicked; a link in it leads where it says. */
export const rowLink = (open: (() => void) | undefined, data: Record<`data-${string}`, string>): RowAttributes => ({
  ...data,
  ...(open && {
    className: "row-link",
    onClick: (event: MouseEvent) => {
      if (!(event.target as Element).closest("a")) open();
    },
  }),
});
