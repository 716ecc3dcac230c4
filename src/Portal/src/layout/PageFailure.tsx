import { Button, Result } from "antd";
import { Component, type ReactNode } from "react";

/** A page that cannot be shown says so; the usual cause is a tab left open over an update of the portal. */
export class PageFailure extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? (
      <Result
        status="warning"
        title="页面未能显示"
        subTitle="系统可能刚刚更新，请刷新页面；如仍不能显示，请联系运维人员。"
        extra={
          <Button type="primary" onClick={() => location.reload()}>
            刷新
          </Button>
        }
      />
    ) : (
      this.props.children
    );
  }
}
