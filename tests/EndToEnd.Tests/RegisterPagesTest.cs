using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Assessment.EndToEnd.Tests;

/// <summary>The registers of a township and of its cycle in headless Chromium: entered, edited by two at once, ended, taken over.</summary>
[Collection(PlatformCollection.Name)]
public sealed class RegisterPagesTest(Platform platform)
{
    [Theory]
    [InlineData("desktop", 1440, 900)]
    [InlineData("phone", 390, 844)]
    public async Task Registers_AreEnteredEditedEndedAndTakenOver(
        string device,
        int width,
        int height
    )
    {
        var township = $"registers-{device}";
        var accounts = await platform.MakeAccountsAsync(township);
        var administrator = accounts.Single(account => account.Role == "townshipAdministrator");
        var office = await platform.SignInAsync(administrator.UserName, administrator.Password);
        await using var browser = await PortalBrowser.StartAsync(platform);
        var page = await browser.SignInAsync(administrator, width, height);
        var other = await browser.SignInAsync(administrator, width, height);

        await page.GotoAsync("/registers/areas");
        await PortalBrowser.LookAsync(page, $"registers-empty-{device}");
        await AddAreaAsync(page, "a1", "甲居民区", "1200");
        await Expect(page.GetByTestId("register-row-a1")).ToContainTextAsync("甲居民区");

        // A cycle takes over what is there; what comes later it takes over when somebody says so.
        await office.PostAsync(
            "/api/scoring/schemes",
            new { catalogId = "gaojing-2024" },
            CancellationToken.None
        );
        var cycle = (string)
            (
                await office.PostAsync(
                    "/api/scoring/cycles",
                    new { scheme = "gaojing-2024", year = 2024 },
                    CancellationToken.None
                )
            )!["id"]!;

        await OpenAsync(page, "/registers/areas", "a1");
        await OpenAsync(other, "/registers/areas", "a1");
        await ChangeHouseholdsAsync(other, "1250");
        await Expect(other.GetByTestId("row-history")).ToContainTextAsync("1250");
        await ChangeHouseholdsAsync(page, "1300");
        var conflict = page.GetByTestId("row-conflict");
        await Expect(conflict).ToContainTextAsync("1250");
        await Expect(conflict).ToContainTextAsync("1300");
        await PortalBrowser.LookAsync(page, $"registers-conflict-{device}");
        await page.GetByTestId("row-save").ClickAsync();
        await Expect(page.GetByTestId("row-history")).ToContainTextAsync("1300");
        await PortalBrowser.LookAsync(page, $"registers-history-{device}");

        await page.GotoAsync($"/registers/areas?cycle={cycle}");
        await Expect(page.GetByTestId("register-row-a1")).ToContainTextAsync("1200");
        await page.GetByTestId("take-over").ClickAsync();
        await Expect(page.GetByTestId("differences")).ToContainTextAsync("1300");
        await page.GetByTestId("change-reason").FillAsync("户数重新核定");
        await PortalBrowser.LookAsync(page, $"registers-differences-{device}");
        await page.GetByTestId("take-over-submit").ClickAsync();
        await Expect(page.GetByTestId("register-row-a1")).ToContainTextAsync("1300");

        await page.GetByTestId("register-row-a1").ClickAsync();
        await page.GetByTestId("row-end").ClickAsync();
        await page.GetByTestId("change-reason").FillAsync("区划调整撤并");
        await page.GetByTestId("turn-submit").ClickAsync();
        await Expect(page.GetByTestId("row-history")).ToContainTextAsync("区划调整撤并");
        await Expect(page.GetByTestId("row-shown")).ToContainTextAsync("已终止");
        await PortalBrowser.LookAsync(page, $"registers-ended-{device}");
    }

    [Theory]
    [InlineData("desktop", 1440, 900)]
    [InlineData("phone", 390, 844)]
    public async Task ColumnsThatTheSchemeDeclares_AreFilledIn_AndNamedWhereTheyLackAtTheOpening(
        string device,
        int width,
        int height
    )
    {
        var accounts = await platform.MakeAccountsAsync($"columns-{device}");
        var administrator = accounts.Single(account => account.Role == "townshipAdministrator");
        var office = await platform.SignInAsync(administrator.UserName, administrator.Password);
        await using var browser = await PortalBrowser.StartAsync(platform);
        var page = await browser.SignInAsync(administrator, width, height);
        await page.GotoAsync("/registers/areas");
        await AddAreaAsync(page, "a1", "甲居民区", "1200");
        await Expect(page.GetByTestId("register-row-a1")).ToBeVisibleAsync();
        await office.PostAsync(
            "/api/scoring/schemes",
            new { yaml = await DeclaringAsync() },
            CancellationToken.None
        );

        await page.ReloadAsync();
        await page.GetByTestId("row-add").ClickAsync();
        await FillAsync(page, "a2", "乙居民区", "900");
        await page.GetByTestId("row-save").ClickAsync();
        await Expect(page.GetByText("请填写小区类型")).ToBeVisibleAsync();
        await PortalBrowser.ChooseAsync(page, "column-kind", "老旧小区");
        await page.GetByTestId("column-green").FillAsync("35.5");
        await page.GetByTestId("column-lifts").FillAsync("12");
        await page.GetByTestId("column-builtOn").FillAsync("1998-05-01");
        await PortalBrowser.ChooseAsync(page, "column-renewed", "是");
        await PortalBrowser.LookAsync(page, $"declared-columns-form-{device}");
        await page.GetByTestId("row-save").ClickAsync();
        var row = page.GetByTestId("register-row-a2");
        foreach (var shown in new[] { "老旧小区", "35.5", "1998-05-01" })
        {
            await Expect(row).ToContainTextAsync(shown);
        }

        await PortalBrowser.LookAsync(page, $"declared-columns-{device}");
        var cycle = (string)
            (
                await office.PostAsync(
                    "/api/scoring/cycles",
                    new { scheme = "gaojing-2024", year = 2024 },
                    CancellationToken.None
                )
            )!["id"]!;
        await page.GotoAsync($"/cycles/{cycle}");
        var lacking = page.GetByTestId("taken-over-unfit");
        await Expect(lacking).ToContainTextAsync("1 行不符合方案的附加项");
        await lacking.GetByText("逐行查看").ClickAsync();
        await Expect(lacking).ToContainTextAsync("居民区名册 a1：小区类型没有填写");
        await PortalBrowser.LookAsync(page, $"declared-columns-opening-{device}");
    }

    private static async Task<string> DeclaringAsync() =>
        (
            await File.ReadAllTextAsync(
                Path.Combine(Repository.Root, "schemes", "gaojing-2024", "scheme.yaml")
            )
        ).Replace(
            "\nareas:\n",
            """

            attributes:
              kind: {of: areas, title: 小区类型, type: choice, values: [老旧小区, 商品房], required: true}
              green: {of: areas, title: 绿化率, type: number, unit: "%", range: {from: 0, to: 100}}
              lifts: {of: areas, title: 电梯台数, type: whole, unit: 台}
              builtOn: {of: areas, title: 建成日期, type: date}
              renewed: {of: areas, title: 已改造, type: flag}

            areas:

            """,
            StringComparison.Ordinal
        );

    private static async Task AddAreaAsync(IPage page, string id, string name, string households)
    {
        await page.GetByTestId("row-add").ClickAsync();
        await FillAsync(page, id, name, households);
        await page.GetByTestId("row-save").ClickAsync();
    }

    private static async Task FillAsync(IPage page, string id, string name, string households)
    {
        await page.GetByTestId("column-id").FillAsync(id);
        await page.GetByTestId("column-name").FillAsync(name);
        await page.GetByTestId("column-households").FillAsync(households);
        await page.GetByTestId("column-party_members").FillAsync("86");
    }

    private static async Task OpenAsync(IPage page, string address, string key)
    {
        await page.GotoAsync(address);
        await page.GetByTestId($"register-row-{key}").ClickAsync();
        await page.GetByTestId("row-edit").ClickAsync();
    }

    private static async Task ChangeHouseholdsAsync(IPage page, string households)
    {
        await page.GetByTestId("column-households").FillAsync(households);
        await page.GetByTestId("row-save").ClickAsync();
    }
}
