import { QueryCache, MutationCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { App, ConfigProvider } from "antd";
import zhCN from "antd/locale/zh_CN";
import "dayjs/locale/zh-cn";
import { BrowserRouter } from "react-router";
import { asProblem } from "./api/problem";
import { PageFailure } from "./layout/PageFailure";
import { Pages } from "./Pages";
import { meKey } from "./session/session";
import { theme } from "./theme";

/** Whatever is refused for want of a sign-in ends the session here, and with it every page. */
function forgetWhenSignedOut(error: unknown) {
  if (asProblem(error).meansSignedOut && queries.getQueryData(meKey)) {
    queries.setQueryData(meKey, null);
  }
}

const queries = new QueryClient({
  queryCache: new QueryCache({ onError: forgetWhenSignedOut }),
  mutationCache: new MutationCache({ onError: forgetWhenSignedOut }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // Only what may pass by itself is worth asking again.
      retry: (failures, error) => failures < 2 && [0, 503].includes(asProblem(error).status),
    },
  },
});

export function Portal() {
  return (
    <ConfigProvider locale={zhCN} theme={theme}>
      <App>
        <QueryClientProvider client={queries}>
          <BrowserRouter>
            <PageFailure>
              <Pages />
            </PageFailure>
          </BrowserRouter>
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  );
}
