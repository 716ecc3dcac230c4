using Microsoft.Playwright;

namespace Assessment.EndToEnd.Tests;

/// <summary>Debian's Chromium, headless, that talks to nobody but the platform.</summary>
internal static class Chromium
{
    private static readonly string Shots = Directory
        .CreateDirectory(Path.Combine(Repository.Root, "artifacts", "screenshots"))
        .FullName;

    public static Task<IBrowser> LaunchAsync(IPlaywright playwright) =>
        playwright.Chromium.LaunchAsync(
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

    /// <summary>Keeps a picture for people to look at, under <c>artifacts/screenshots</c>.</summary>
    public static Task<byte[]> ShootAsync(IPage page, string name) =>
        page.ScreenshotAsync(
            new PageScreenshotOptions { Path = Path.Combine(Shots, $"{name}.png") }
        );
}
