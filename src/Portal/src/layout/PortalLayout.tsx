import { DownOutlined, MenuOutlined, UserOutlined } from "@ant-design/icons";
import { Badge, Button, Drawer, Dropdown, Layout, Menu, Skeleton, Spin } from "antd";
import { Suspense, useState } from "react";
import { Link, Navigate, Outlet, useLocation, useNavigate } from "react-router";
import { LoadFailure } from "../display/LoadFailure";
import { maySee, pages, pagesFor, roleName } from "../session/roles";
import { SignedIn, useSession } from "../session/session";
import { useSignOut } from "../session/signOut";
import { useRenewedWork } from "../work/queries";
import { WorkBadge } from "../work/WorkBadge";
import type { Me } from "../api/shapes";
import { Emblem } from "./Emblem";
import { NotYourPage } from "./NotYourPage";
import "./layout.css";

/** Everything behind the sign-in. */
export function PortalLayout() {
  const session = useSession();
  const at = useLocation();
  if (session.isPending) return <Spin className="whole-page" aria-label="正在打开" />;
  if (session.isError) {
    return (
      <main className="content">
        <LoadFailure error={session.error} retry={() => void session.refetch()} />
      </main>
    );
  }

  const from = at.pathname === "/" ? "" : `?from=${encodeURIComponent(at.pathname + at.search)}`;
  if (!session.data) return <Navigate to={`/sign-in${from}`} replace />;
  if (session.data.mustEnrolSecondFactor) return <Navigate to={`/enrolment${from}`} replace />;

  const page = pages.find((known) => at.pathname.startsWith(known.path));
  return (
    <SignedIn value={session.data}>
      <Layout className="portal">
        <a className="skip" href="#content">
          跳到正文
        </a>
        <Head me={session.data} />
        <Layout.Content className="content" id="content">
          <Suspense fallback={<Skeleton active />}>
            {page && !maySee(page.path, session.data.roles, session.data.staff) ? <NotYourPage /> : <Outlet />}
          </Suspense>
        </Layout.Content>
      </Layout>
    </SignedIn>
  );
}

function Head({ me }: { me: Me }) {
  const at = useLocation();
  const [menuOpen, setMenuOpen] = useState(false);
  const pages = pagesFor(me.roles, me.staff);
  const waiting = useRenewedWork(at.pathname, maySee("/work", me.roles, me.staff)).items.length;
  const items = pages.map((page) => ({
    key: page.path,
    label: (
      <>
        <Link to={page.path} onClick={() => setMenuOpen(false)}>
          {page.title}
        </Link>
        {page.path === "/work" && <WorkBadge count={waiting} />}
      </>
    ),
  }));
  const selected = pages.filter((page) => at.pathname.startsWith(page.path)).map((page) => page.path);
  return (
    <Layout.Header className="head">
      <Button
        className="head-menu-button"
        type="text"
        icon={
          <Badge dot={waiting > 0}>
            <MenuOutlined />
          </Badge>
        }
        aria-label={waiting > 0 ? `打开导航，${waiting} 项待办` : "打开导航"}
        onClick={() => setMenuOpen(true)}
      />
      <Link to="/" className="brand" aria-label="首页">
        <Emblem size={30} />
        <span className="brand-words">
          <span className="brand-name">基层考核平台</span>
          <span className="brand-township" data-testid="township-name">
            {me.township?.name ?? "区级"}
          </span>
        </span>
      </Link>
      <nav className="head-menu" aria-label="主导航">
        <Menu mode="horizontal" selectedKeys={selected} items={items} disabledOverflow />
      </nav>
      <UserMenu me={me} />
      <Drawer
        title={me.township?.name ?? "区级"}
        placement="left"
        size={260}
        open={menuOpen}
        onClose={() => setMenuOpen(false)}
        styles={{ body: { padding: 8 } }}
      >
        <Menu mode="inline" selectedKeys={selected} items={items} />
      </Drawer>
    </Layout.Header>
  );
}

function UserMenu({ me }: { me: Me }) {
  const go = useNavigate();
  const signOut = useSignOut();
  return (
    <Dropdown
      trigger={["click"]}
      menu={{
        items: [
          {
            key: "who",
            type: "group",
            label: `${me.userName}（${me.roles.map(roleName).join("、")}）`,
          },
          { key: "account", label: <span data-testid="my-account">我的账号</span> },
          { type: "divider" },
          { key: "sign-out", label: <span data-testid="sign-out">退出登录</span> },
        ],
        onClick: ({ key }) => (key === "account" ? void go("/account") : signOut.mutate()),
      }}
    >
      <Button type="text" className="user" data-testid="user-menu" aria-haspopup="menu">
        <UserOutlined aria-label="账号" />
        <span className="user-name">{me.displayName}</span>
        <DownOutlined />
      </Button>
    </Dropdown>
  );
}
