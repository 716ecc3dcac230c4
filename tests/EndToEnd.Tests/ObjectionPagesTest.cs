using Assessment.Demo;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Assessment.EndToEnd.Tests;

/// <summary>
/// 异议 and 更正 by clicks, each by whose duty it is: an area objects on the phone, the result is put right, becomes final,
/// and is corrected again.
/// </summary>
[Collection(PlatformCollection.Name)]
public sealed class ObjectionPagesTest(Platform platform)
{
    private const string Township = "objections";
    private const string Area = "gj07";
    private const string AreaName = "江杨居民区";
    private const string Receipt = "异议〔2024〕1 号";

    [Fact]
    public async Task ObjectionOfAnArea_IsUpheldAfterWhatFollowsIsSeen_AndTheFinalResultIsCorrected()
    {
        var accounts = await platform.MakeAccountsAsync(Township);
        var administrator = Account(accounts, "townshipAdministrator");
        var client = await platform.SignInAsync(administrator.UserName, administrator.Password);
        var signs = await platform.LeaderAsync(accounts);
        var year = platform.YearOf(client, signs, await platform.ScorerAsync(accounts));
        await year.OpenAsync(CancellationToken.None);
        await year.CollectAsync(CancellationToken.None);
        await year.CalculateAsync(CancellationToken.None);
        var walk = new ProcedureWalk(
            year.Cycle,
            client,
            signs,
            _ => client,
            platform.Days.PassAsync,
            _ => { }
        );
        await walk.UntilAsync("publicise", CancellationToken.None);
        await using var browser = await PortalBrowser.StartAsync(platform);
        var area = await browser.SignInAsync(Account(accounts, "area"), 390, 844);
        var office = await browser.SignInAsync(administrator, 1440, 900);
        var scorer = await browser.SignInAsync(Account(accounts, "departmentScorer"), 390, 844);
        var signer = Account(accounts, "leader");
        var leader = await browser.SignInAsync(
            signer,
            1440,
            900,
            await platform.PhoneOfAsync(signer)
        );

        await ObjectAsync(area);
        await AcceptAsync(office, year.Cycle);
        await LookIntoAsync(scorer, signs, year.Cycle);
        await UpholdAsync(leader, year.Cycle);
        await AnswerAsync(office, year.Cycle);
        await area.ReloadAsync();
        await Expect(area.GetByTestId("objection-answer")).ToHaveTextAsync("分数已更正");
        await Expect(area.GetByTestId("objection-looksInto")).ToHaveCountAsync(0);
        await PortalBrowser.LookAsync(area, "objection-answered-phone");
        await VersionsAsync(office, year.Cycle);

        await walk.UntilFinalAsync(CancellationToken.None);
        await CorrectAsync(office, scorer, signs, year.Cycle);
        await walk.UntilFinalAsync(CancellationToken.None);
        await office.GotoAsync($"/results/{year.Cycle}");
        await Expect(office.GetByTestId("versions")).ToContainTextAsync("第 2 版，现行有效");
        await Expect(office.GetByTestId("versions")).ToContainTextAsync("第 1 版，已被更正");
        await Expect(office.GetByTestId("correction-banner")).ToHaveCountAsync(0);
        await office.GetByTestId("versions").ScrollIntoViewIfNeededAsync();
        await PortalBrowser.LookAsync(office, "versions-desktop");
    }

    private static async Task ObjectAsync(IPage page)
    {
        await page.GotoAsync("/objections");
        await Expect(page.GetByTestId("no-objections")).ToBeVisibleAsync();
        await page.GetByTestId("object").ClickAsync();
        await Expect(page.GetByTestId("object-subject")).ToContainTextAsync(AreaName);
        await page.GetByTestId("object-submit").ClickAsync();
        await Expect(page.GetByText("请写明异议的内容")).ToBeVisibleAsync();
        await page.GetByTestId("object-item").Locator("input").FillAsync("R1.2");
        await page.GetByTestId("object-text").FillAsync("党组织建设得分与检查记录不符");
        await PortalBrowser.LookAsync(page, "objection-form-phone");
        await page.GetByTestId("object-submit").ClickAsync();
        await Expect(page.GetByText(Receipt, new() { Exact = true }).First).ToBeVisibleAsync();
        await page.GetByTestId("receipt-read").ClickAsync();
        await Expect(page.GetByTestId("objection-shown"))
            .ToHaveAttributeAsync("data-stage", "received");
        await Expect(page.GetByTestId("withdraw-objection")).ToBeVisibleAsync();
    }

    private static async Task AcceptAsync(IPage page, string cycle)
    {
        await page.GotoAsync($"/procedure/{cycle}");
        await Expect(page.GetByTestId("held-up")).ToContainTextAsync("1 项异议尚未认定");
        await PortalBrowser.LookAsync(page, "procedure-held-up-desktop");
        await page.GetByTestId("to-objections").ClickAsync();
        await Expect(page.GetByTestId("objection-1")).ToContainTextAsync("待受理");
        await Expect(page.GetByTestId("objection-1")).ToContainTextAsync(AreaName);
        await PortalBrowser.LookAsync(page, "objections-desktop");
        await page.GetByTestId("objection-1").ClickAsync();
        await PortalBrowser.ChooseAsync(
            page,
            "looks-into",
            $"党建办评分员（{Township}-dangjian，部门评分）"
        );
        await PortalBrowser.LookAsync(page, "objection-accept-desktop");
        await page.GetByTestId("accept-objection").ClickAsync();
        await Expect(page.GetByTestId("objection-shown"))
            .ToHaveAttributeAsync("data-stage", "accepted");
        await Expect(page.GetByTestId("where-facts-live")).ToBeVisibleAsync();
    }

    /// <summary>The score is put right where it lives, and then what was found is reported.</summary>
    private static async Task LookIntoAsync(IPage page, PlatformClient leader, string cycle)
    {
        await page.GotoAsync($"/objections/{cycle}?objection=1");
        await Expect(page.GetByTestId("objection-subject")).ToHaveTextAsync(AreaName);
        await PortalBrowser.LookAsync(page, "objection-investigator-phone");
        await PutRightAsync(page, leader, cycle, "100");
        await page.GotoAsync($"/objections/{cycle}?objection=1");
        await page.GetByTestId("objection-form-text").FillAsync("经核查，检查记录与所打分数不符");
        await page.GetByTestId("objection-form-submit").ClickAsync();
        await Expect(page.GetByTestId("objection-shown"))
            .ToHaveAttributeAsync("data-stage", "lookedInto");
        await Expect(page.GetByTestId("objection-form-submit")).ToHaveCountAsync(0);
    }

    /// <summary>The signed sheet is opened again, changed on the phone, submitted, and signed again.</summary>
    private static async Task PutRightAsync(
        IPage page,
        PlatformClient leader,
        string cycle,
        string score
    )
    {
        var sheets = new[] { new { department = "党建办" } };
        var path = $"/api/scoring/cycles/{cycle}/sheets";
        await leader.PostAsync(
            $"{path}/reopen",
            new { sheets, reason = "核查异议" },
            CancellationToken.None
        );
        await page.GotoAsync($"/sheets?cycle={cycle}&department=党建办");
        await page.GetByTestId("sheet-item").ClickAsync();
        await page.Locator(".ant-select-dropdown:not(.ant-select-dropdown-hidden)")
            .GetByText("R1.2")
            .First.DispatchEventAsync("click");
        var value = page.GetByTestId($"value-{Area}-R1.2");
        await value.FillAsync(score);
        await value.BlurAsync();
        await page.GetByTestId("save-all").ClickAsync();
        await page.GetByTestId($"reason-{Area}-R1.2")
            .FillAsync($"检查记录登记有误，应为 {score} 分");
        await PortalBrowser.LookAsync(page, "sheet-reason-phone");
        await page.GetByTestId("reasons-save").ClickAsync();
        await Expect(page.GetByTestId("unsaved")).ToContainTextAsync("全部已保存");
        await page.GetByTestId("sheets-submit").ClickAsync();
        await page.GetByTestId("sheets-act-confirm").ClickAsync();
        await Expect(page.GetByTestId("sheet-state")).ToContainTextAsync("待签批");
        await leader.PostAsync(
            $"{path}/sign",
            new { sheets, confirm = true },
            CancellationToken.None
        );
    }

    private static async Task UpholdAsync(IPage page, string cycle)
    {
        await page.GotoAsync($"/objections/{cycle}?objection=1");
        await Expect(page.GetByTestId("objection-found")).ToContainTextAsync("不符");
        await page.GetByTestId("judge-upheld").ClickAsync();
        await page.GetByTestId("judge-reason").FillAsync("分数登记有误");
        // Nothing is upheld before what follows was seen.
        await Expect(page.GetByTestId("uphold")).ToBeDisabledAsync();
        await TakeUpAsync(page);
        await Expect(page.GetByTestId("change-preview")).ToContainTextAsync(AreaName);
        await Expect(page.GetByTestId("change-preview")).ToContainTextAsync("继续办理");
        await page.GetByTestId("uphold").ScrollIntoViewIfNeededAsync();
        await PortalBrowser.LookAsync(page, "objection-uphold-desktop");
        await page.SetViewportSizeAsync(390, 844);
        await page.GetByTestId("preview-change").ScrollIntoViewIfNeededAsync();
        await PortalBrowser.LookAsync(page, "objection-uphold-phone");
        await page.SetViewportSizeAsync(1440, 900);
        await page.GetByTestId("uphold").ClickAsync();
        await Expect(page.GetByText("采用 1 项变动")).ToBeVisibleAsync();
        await PortalBrowser.LookAsync(page, "objection-confirm-desktop");
        await page.GetByTestId("uphold-confirm").ClickAsync();
        await Expect(page.GetByTestId("objection-outcome")).ToHaveTextAsync("异议成立");
    }

    private static async Task TakeUpAsync(IPage page)
    {
        await page.GetByRole(
                AriaRole.Checkbox,
                new() { Name = $"采用 {AreaName} 得分 R1.2 党建办" }
            )
            .CheckAsync();
        await page.GetByTestId("preview-change").ClickAsync();
    }

    private static async Task AnswerAsync(IPage page, string cycle)
    {
        await page.GotoAsync($"/objections/{cycle}?objection=1");
        await page.GetByTestId("objection-form-text").FillAsync("分数已更正");
        await page.GetByTestId("objection-form-submit").ClickAsync();
        await Expect(page.GetByTestId("objection-shown"))
            .ToHaveAttributeAsync("data-stage", "answered");
    }

    private static async Task VersionsAsync(IPage page, string cycle)
    {
        await page.GotoAsync($"/results/{cycle}");
        var upheld = page.GetByTestId("versions")
            .Locator("tbody tr")
            .Filter(new() { HasText = "异议成立" });
        await Expect(upheld).ToContainTextAsync("分数登记有误");
        await upheld.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(page.GetByTestId("moves")).ToContainTextAsync(AreaName);
        await Expect(page.GetByTestId("results-table")).ToContainTextAsync(AreaName);
        await PortalBrowser.LookAsync(page, "version-desktop");
    }

    private static async Task CorrectAsync(
        IPage office,
        IPage scorer,
        PlatformClient leader,
        string cycle
    )
    {
        await office.GotoAsync($"/procedure/{cycle}");
        await office.GetByRole(AriaRole.Button, new() { Name = "启动更正" }).ClickAsync();
        var dialog = office.GetByRole(AriaRole.Dialog);
        await Expect(dialog).ToContainTextAsync("继续有效");
        await dialog.GetByLabel("理由").FillAsync("统计有误");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "启动更正" }).ClickAsync();
        await Expect(office.GetByTestId("correction-banner")).ToContainTextAsync("统计有误");
        await PutRightAsync(scorer, leader, cycle, "60");
        await office.ReloadAsync();
        await TakeUpAsync(office);
        await Expect(office.GetByTestId("change-preview")).ToContainTextAsync(AreaName);
        await office.GetByTestId("make-correction").ScrollIntoViewIfNeededAsync();
        await PortalBrowser.LookAsync(office, "correction-desktop");
        await office.SetViewportSizeAsync(390, 844);
        await PortalBrowser.LookAsync(office, "correction-phone");
        await office.SetViewportSizeAsync(1440, 900);
        await office.GetByTestId("make-correction-submit").ClickAsync();
        await office.GetByTestId("make-correction-confirm").ClickAsync();
        await Expect(office.GetByTestId("correction-banner")).ToContainTextAsync("待研究决定");
        await office.GotoAsync($"/results/{cycle}");
        await Expect(office.GetByTestId("correction-banner"))
            .ToContainTextAsync("第 1 版结果继续有效");
    }

    private static DemoAccount Account(IReadOnlyList<DemoAccount> accounts, string role) =>
        accounts.First(account => account.Role == role);
}
