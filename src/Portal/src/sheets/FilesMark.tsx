import { PaperClipOutlined } from "@ant-design/icons";
import { filesWords } from "./cells";

/** That a cell has 佐证文件. */
export function FilesMark({ count }: { count: number }) {
  const words = filesWords(count);
  return (
    words && (
      <span className="files-mark" role="img" aria-label={words} title={words}>
        <PaperClipOutlined aria-hidden />
      </span>
    )
  );
}
