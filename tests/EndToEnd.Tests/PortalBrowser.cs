using System.Diagnostics;
using System.Net;
using Assessment.Demo;
using Microsoft.Playwright;
using Xunit;

namespace Assessment.EndToEnd.Tests;

/// <summary>The portal in headless Chromium: opens pages, signs in as a person does, looks at what is shown.</summary>
internal sealed class PortalBrowser : IAsyncDisposable
{
    private const float Patience = 20_000;
    private static readonly TimeSpan SignInPatience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan SignInPause = TimeSpan.FromSeconds(5);
    private readonly Platform _platform;
    private readonly IBrowser _browser;
    private readonly List<IBrowserContext> _contexts = [];

    private PortalBrowser(Platform platform, IBrowser browser)
    {
        _platform = platform;
        _browser = browser;
        Assertions.SetDefaultExpectTimeout(Patience);
    }

    public static async Task<PortalBrowser> StartAsync(Platform platform) =>
        new(platform, (await platform.ChromiumAsync()).Browser);

    public async ValueTask DisposeAsync()
    {
        foreach (var context in _contexts)
        {
            await context.DisposeAsync();
        }
    }

    /// <param name="hasScript">Whether pages may run any.</param>
    public async Task<IPage> NewPageAsync(int width, int height, bool hasScript = true)
    {
        var context = await _browser.NewContextAsync(
            new BrowserNewContextOptions
            {
                BaseURL = _platform.Gateway,
                Locale = "zh-CN",
                JavaScriptEnabled = hasScript,
                // What is clicked on does not move meanwhile.
                ReducedMotion = ReducedMotion.Reduce,
                ViewportSize = new ViewportSize { Width = width, Height = height },
            }
        );
        _contexts.Add(context);
        return await context.NewPageAsync();
    }

    /// <param name="phone">Where the account has a second factor.</param>
    public async Task<IPage> SignInAsync(
        DemoAccount account,
        int width,
        int height,
        Authenticator? phone = null
    )
    {
        var page = await NewPageAsync(width, height);
        await page.GotoAsync("/");
        await UntilCountedAsync(
            page,
            () => FillCredentialsAsync(page, account.UserName, account.Password)
        );
        if (phone is not null)
        {
            await UntilCountedAsync(
                page,
                async () =>
                    await ShowCodeAsync(page, await phone.NextCodeAsync(CancellationToken.None))
            );
        }

        await Assertions.Expect(page.GetByTestId("user-menu")).ToBeVisibleAsync();
        return page;
    }

    /// <summary>All tests sign in from one address, which may try so often in a minute only.</summary>
    private static async Task UntilCountedAsync(IPage page, Func<Task> submit)
    {
        for (var waited = Stopwatch.StartNew(); ; )
        {
            var answer = await page.RunAndWaitForResponseAsync(
                submit,
                one =>
                    one.Request.Method == "POST"
                    && one.Url.Contains("/api/accounts/", StringComparison.Ordinal)
            );
            if (answer.Status != (int)HttpStatusCode.TooManyRequests)
            {
                return;
            }

            if (waited.Elapsed > SignInPatience)
            {
                throw new TimeoutException("The address may not try to sign in any more.");
            }

            await Task.Delay(SignInPause);
        }
    }

    public static async Task FillCredentialsAsync(IPage page, string userName, string password)
    {
        await page.GetByTestId("sign-in-user-name").FillAsync(userName);
        await page.GetByTestId("sign-in-password").FillAsync(password);
        await page.GetByTestId("sign-in-submit").ClickAsync();
    }

    public static async Task ShowCodeAsync(IPage page, string code)
    {
        await page.GetByTestId("second-factor-code").FillAsync(code);
        await page.GetByTestId("code-submit").ClickAsync();
    }

    /// <summary>Unfolds a step of the explanation that is shown.</summary>
    public static async Task OpenStepAsync(IPage page, string node)
    {
        var head = page.GetByTestId($"explanation-node-{node}")
            .First.Locator("button.step-head")
            .First;
        if (await head.GetAttributeAsync("aria-expanded") == "false")
        {
            await head.ClickAsync();
        }
    }

    /// <summary>Chooses from a drop-down list.</summary>
    public static async Task ChooseAsync(IPage page, string select, string title)
    {
        await page.GetByTestId(select).ClickAsync();
        // The list may move between the press and the release of a pointer, which then are no click on anything.
        await page.Locator(
                ".ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option"
            )
            .GetByText(title, new() { Exact = true })
            .DispatchEventAsync("click");
        await Assertions.Expect(page.GetByTestId(select)).ToContainTextAsync(title);
    }

    /// <summary>Keeps a picture; a page that has to be pushed sideways on a telephone is a mistake.</summary>
    public static async Task LookAsync(IPage page, string name)
    {
        await Chromium.ShootAsync(page, name);
        var over = await page.EvaluateAsync<int>(
            "() => document.documentElement.scrollWidth - window.innerWidth"
        );
        var widest =
            over <= 0
                ? ""
                : await page.EvaluateAsync<string>(
                    """
                    () => [...document.querySelectorAll("body *")]
                      .filter((one) => one.getBoundingClientRect().right > window.innerWidth + 1)
                      .map((one) => `${one.tagName}.${one.className} ${Math.round(one.getBoundingClientRect().right)}`)
                      .slice(0, 12)
                      .join("\n")
                    """
                );
        Assert.True(over <= 0, $"{name} is {over} px wider than the window:\n{widest}");
    }
}
