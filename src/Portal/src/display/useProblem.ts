import { App } from "antd";
import { asProblem } from "../api/problem";

/** A refusal in the service's own words, where the page has no place for it. */
export function useProblem() {
  const { message, modal } = App.useApp();
  return {
    /** For a moment, next to what was tried. */
    showMessage: (error: unknown): void => void message.error(asProblem(error).detail),
    /** Until it was read: of a step that was asked for in so many words. */
    showDialog: (error: unknown): void => {
      const { title, detail } = asProblem(error);
      void modal.error({ title, content: detail, okText: "知道了" });
    },
  };
}
