using Microsoft.Playwright;

namespace Assessment.EndToEnd.Tests;

/// <summary>Debian's Chromium, headless, that talks to nobody but the platform. Many tests share one.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private static readonly string Shots = Directory
        .CreateDirectory(Path.Combine(Repository.Root, "artifacts", "screenshots"))
        .FullName;

    private readonly IPlaywright _playwright;

    private Chromium(IPlaywright playwright, IBrowser browser) =>
        (_playwright, Browser) = (playwright, browser);

    public IBrowser Browser { get; }

    public static async Task<Chromium> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions
            {
                ExecutablePath = "/usr/bin/chromium",
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--disable-background-networking",
                ],
            }
        );
        return new Chromium(playwright, browser);
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        _playwright.Dispose();
    }

    /// <summary>Keeps a picture for people to look at, under <c>artifacts/screenshots</c>.</summary>
    public static Task<byte[]> ShootAsync(IPage page, string name) =>
        page.ScreenshotAsync(
            new PageScreenshotOptions { Path = Path.Combine(Shots, $"{name}.png") }
        );
}
