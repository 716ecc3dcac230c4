import { Badge } from "antd";

/** How many entries wait, next to the menu's entry. It stands outside of the link, whose name stays the page's. */
export function WorkBadge({ count }: { count: number }) {
  return count > 0 ? (
    <Badge
      count={count}
      overflowCount={99}
      size="small"
      className="work-badge"
      title={`${count} 项待办`}
      data-testid="work-count"
    />
  ) : null;
}
