using Microsoft.Playwright;

namespace Assessment.AppHost.Tests;

/// <summary>Aspire's dashboard in headless Chromium, signed in by the link of this run.</summary>
internal sealed class Dashboard : IAsyncDisposable
{
    private const float Patience = 60_000;

    private static readonly DirectoryInfo Shots = Directory.CreateDirectory(
        Path.Combine(SourceTree.Root, "artifacts", "screenshots")
    );

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly IPage _page;
    private readonly Uri _address;

    private Dashboard(IPlaywright playwright, IBrowser browser, IPage page, Uri address) =>
        (_playwright, _browser, _page, _address) = (playwright, browser, page, address);

    public static async Task<Dashboard> OpenAsync(Uri login)
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions
            {
                ExecutablePath = "/usr/bin/chromium",
                Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
            }
        );
        var page = await browser.NewPageAsync(
            new BrowserNewPageOptions
            {
                ViewportSize = new() { Width = 1500, Height = 900 },
            }
        );
        await page.GotoAsync(login.ToString());
        return new Dashboard(playwright, browser, page, new Uri(login, "/"));
    }

    /// <summary>Each text is on the page within the limit; a picture is kept under <c>artifacts/screenshots</c>.</summary>
    /// <param name="within">The part of the page; a list of resources to choose from says nothing of what has arrived.</param>
    public async Task ShowsAsync(string path, string within, params string[] texts)
    {
        await _page.GotoAsync(new Uri(_address, path).ToString());
        try
        {
            foreach (var text in texts)
            {
                await _page
                    .Locator(within)
                    .GetByText(text)
                    .First.WaitForAsync(
                        new LocatorWaitForOptions
                        {
                            Timeout = Patience,
                            State = WaitForSelectorState.Visible,
                        }
                    );
            }
        }
        finally
        {
            var name = path.Length == 0 ? "resources" : path.Replace('/', '-');
            await _page.ScreenshotAsync(
                new PageScreenshotOptions
                {
                    Path = Path.Combine(Shots.FullName, $"dashboard-{name}.png"),
                }
            );
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
