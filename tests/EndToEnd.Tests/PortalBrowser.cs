using Assessment.Demo;
using Microsoft.Playwright;
using Xunit;

namespace Assessment.EndToEnd.Tests;

/// <summary>The portal in headless Chromium: opens pages, signs in as a person does, looks at what is shown.</summary>
internal sealed class PortalBrowser : IAsyncDisposable
{
    private const float Patience = 20_000;
    private readonly Platform _platform;
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private PortalBrowser(Platform platform, IPlaywright playwright, IBrowser browser)
    {
        _platform = platform;
        _playwright = playwright;
        _browser = browser;
        Assertions.SetDefaultExpectTimeout(Patience);
    }

    public static async Task<PortalBrowser> StartAsync(Platform platform)
    {
        var playwright = await Playwright.CreateAsync();
        return new PortalBrowser(platform, playwright, await Chromium.LaunchAsync(playwright));
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    public async Task<IPage> NewPageAsync(int width, int height)
    {
        var context = await _browser.NewContextAsync(
            new BrowserNewContextOptions
            {
                BaseURL = _platform.Gateway,
                Locale = "zh-CN",
                ViewportSize = new ViewportSize { Width = width, Height = height },
            }
        );
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
        await FillCredentialsAsync(page, account.UserName, account.Password);
        if (phone is not null)
        {
            await ShowCodeAsync(page, await phone.NextCodeAsync(CancellationToken.None));
        }

        await Assertions.Expect(page.GetByTestId("user-menu")).ToBeVisibleAsync();
        return page;
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
        await page.Locator(".ant-select-item-option")
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
        Assert.True(over <= 0, $"{name} is {over} px wider than the window.");
    }
}
