import { Flex, Typography } from "antd";
import type { ReactNode } from "react";
import "./pageHead.css";

/** The head of each page: what it is, a line about it, and what can be done. */
export function PageHead(props: { title: ReactNode; about?: ReactNode; actions?: ReactNode }) {
  return (
    <Flex className="page-head" justify="space-between" align="flex-end" gap="middle" wrap>
      <div>
        <Typography.Title level={1}>{props.title}</Typography.Title>
        {props.about && <div className="page-about">{props.about}</div>}
      </div>
      {props.actions && (
        <Flex gap="small" wrap align="center">
          {props.actions}
        </Flex>
      )}
    </Flex>
  );
}
