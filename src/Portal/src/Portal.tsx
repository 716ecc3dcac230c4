import { QueryCache, MutationCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { App, ConfigProvider } from "antd";
import zhCN from "antd/locale/zh_CN";
import "dayjs/locale/zh-cn";
import { createBrowserRouter } from "react-router";
import { RouterProvider } from "react-router/dom";
import { asProblem } from "./api/problem";
import { PageFailure } from "./layout/PageFailure";
import { Pages } from "./Pages";
import { meKey } from "./session/session";
import { stillTheme, theme } from "./theme";

const prefersStill = matchMedia("(prefers-reduced-motion: reduce)").matches;

/** Whatever is refused for want of a sign-in, or of a second factor, ends every page here. */
function heedSession(error: unknown) {
  const problem = asProblem(error);
  if (problem.meansSignedOut && queries.getQueryData(meKey)) {
    queries.setQueryData(meKey, null);
  } else if (problem.meansEnrolFirst) {
    void queries.invalidateQueries({ queryKey: meKey });
  }
}

const queries = new QueryClient({
  queryCache: new QueryCache({ onError: heedSession }),
  mutationCache: new MutationCache({ onError: heedSession }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // Only what may pass by itself is worth asking again.
      retry: (failures, error) => failures < 2 && [0, 503].includes(asProblem(error).status),
    },
  },
});

/** Only a router of this kind can ask before a page with unsaved edits is left. */
const router = createBrowserRouter([
  {
    path: "*",
    element: (
      <PageFailure>
        <Pages />
      </PageFailure>
    ),
  },
]);

export function Portal() {
  return (
    <ConfigProvider locale={zhCN} theme={prefersStill ? stillTheme : theme}>
      <App>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  );
}
