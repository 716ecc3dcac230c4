import { App, Button, Skeleton } from "antd";
import { useEffect, useRef } from "react";
import { Link, useNavigate } from "react-router";
import { PageHead } from "../display/PageHead";
import { LoadFailure } from "../display/LoadFailure";
import { useLinkProvider } from "./queries";

/** Where the outside provider sends people back to who want to link it with their account. */
export default function ProviderLinkPage() {
  const link = useLinkProvider();
  const { mutate } = link;
  const { message } = App.useApp();
  const go = useNavigate();
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    mutate(undefined, {
      onSuccess: () => {
        void message.success("已关联外部身份");
        void go("/account", { replace: true });
      },
    });
  }, [mutate, message, go]);
  return (
    <>
      <PageHead title="关联外部登录" />
      {link.isError ? (
        <div className="stack">
          <LoadFailure error={link.error} title="未能关联" />
          <Link to="/account">
            <Button>返回我的账号</Button>
          </Link>
        </div>
      ) : (
        <Skeleton active />
      )}
    </>
  );
}
