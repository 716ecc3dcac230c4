using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Assessment.Scoring.Results;
using Assessment.ServiceDefaults.DomainExceptions;
using Assessment.ServiceDefaults.SignIn;
using Assessment.Testing.Hosts;
using ExcelDataReader;
using Xunit;

namespace Assessment.Scoring.Tests;

[Collection(ScoringService.Name)]
public sealed class ResultsSeenTest(ScoringHost host)
{
    [Fact]
    public async Task AreaAccount_SeesItsOwnRowOnly_AndOnlyAfterTheFeedback()
    {
        var year = await CalculatedAsync();
        var area = year.AreaAccount("a1");
        await IsRefusedAsync<OwnResultIsNotFedBackYet>(area, $"{year.Path}/results");
        await IsRefusedAsync<OwnResultIsNotFedBackYet>(area, $"{year.Path}/results/a1/explanation");
        await year.Procedure.UntilAsync("feedBack", CancellationToken.None);
        await IsRefusedAsync<OwnResultIsNotFedBackYet>(area, $"{year.Path}/results");
        await year.PostAsync("/procedure/step");

        var seen = await TownshipYear.GetAsync(area, $"{year.Path}/results");

        Assert.Equal("a1", (string?)Assert.Single(seen["areas"]!.AsArray())!["id"]);
        Assert.All(
            seen["findings"]!.AsArray(),
            finding => Assert.Equal("a1", (string?)finding!["subject"])
        );
        Assert.Empty(seen["staff"]!.AsArray());
        Assert.Equal("优秀", (string?)seen["proposed"]!["grade"]);
        await TownshipYear.GetAsync(area, $"{year.Path}/results/a1/explanation");
        await IsRefusedAsync<ResultIsForWhoseItIs>(area, $"{year.Path}/results/a2/explanation");
    }

    /// <summary>By the own record of staff, whatever the account's duty is.</summary>
    [Fact]
    public async Task Person_SeesTheOwnResultAndExplanation_FromThePublicityOnThatShowsIt()
    {
        var year = await TownshipYear.CalculatedAsync(host, "danan-2017");
        var staff = (await year.GetAsync($"{year.Path}/results"))["staff"]!.AsArray();
        var (own, other) = ((string)staff[0]!["id"]!, (string)staff[1]!["id"]!);
        var person = host.As(
            new SignedInPerson(year.Township, Roles.DepartmentScorer)
            {
                Departments = ["组织"],
                Staff = own,
            }
        );
        var now = await year.Procedure.UntilAsync("publicise", CancellationToken.None);
        await year.PostAsync(
            "/procedure/publicity",
            new
            {
                confirm = true,
                first = (string)now["earliestFirst"]!,
                contact = "考绩办",
            }
        );
        await IsRefusedAsync<OwnResultIsNotFedBackYet>(person, $"{year.Path}/results");

        await host.Days.PassAsync(1, CancellationToken.None);

        var seen = await TownshipYear.GetAsync(person, $"{year.Path}/results");
        Assert.Equal(own, (string?)Assert.Single(seen["staff"]!.AsArray())!["id"]);
        Assert.Empty(seen["areas"]!.AsArray());
        await TownshipYear.GetAsync(person, $"{year.Path}/results/{own}/explanation");
        await IsRefusedAsync<ResultIsForWhoseItIs>(
            person,
            $"{year.Path}/results/{other}/explanation"
        );
    }

    /// <summary>What one duty shows, another does not take away; and no two of them show what neither does.</summary>
    [Theory]
    [InlineData(Roles.Leader, true, true)]
    [InlineData(Roles.TownshipAdministrator, true, true)]
    [InlineData(Roles.FinancePreparer, true, false)]
    [InlineData(Roles.DepartmentScorer, false, false)]
    public async Task AreaAccountWithAnotherDuty_SeesWhatEitherShows(
        string other,
        bool allResults,
        bool allExplanations
    )
    {
        var year = await CalculatedAsync();
        var person = host.As(
            new SignedInPerson(year.Township, Roles.Area, other)
            {
                Area = "a1",
                Departments = other == Roles.DepartmentScorer ? ["社建办"] : [],
            }
        );

        if (allResults)
        {
            var seen = await TownshipYear.GetAsync(person, $"{year.Path}/results");
            Assert.True(seen["areas"]!.AsArray().Count > 1);
        }
        else
        {
            await IsRefusedAsync<OwnResultIsNotFedBackYet>(person, $"{year.Path}/results");
        }

        if (allExplanations)
        {
            await TownshipYear.GetAsync(person, $"{year.Path}/results/a2/explanation");
        }
        else
        {
            await IsRefusedAsync<ResultIsForWhoseItIs>(
                person,
                $"{year.Path}/results/a2/explanation"
            );
        }
    }

    [Theory]
    [InlineData(Roles.DepartmentScorer, "/results")]
    [InlineData(Roles.DepartmentScorer, "/results/a1/explanation")]
    [InlineData(Roles.DepartmentScorer, "/results.xlsx")]
    [InlineData(Roles.Area, "/results.xlsx")]
    [InlineData(Roles.Area, "")]
    [InlineData(Roles.Area, "/facts")]
    [InlineData(Roles.FinancePreparer, "/facts")]
    [InlineData(Roles.FinancePreparer, "/events")]
    public async Task OtherRoles_AreNotPermitted(string role, string part)
    {
        var year = await CalculatedAsync();

        using var answer = await host.As(year.Township, role, area: "a1", department: "社建办")
            .GetAsync(year.Path + part);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Results_BeforeTheCalculation_AreRefused()
    {
        var year = await TownshipYear.ScoringAsync(host);

        await IsRefusedAsync<ResultsAreNotCalculatedYet>(year.Admin, $"{year.Path}/results");
        await IsRefusedAsync<ResultsAreNotCalculatedYet>(year.Admin, $"{year.Path}/results.xlsx");
    }

    [Fact]
    public async Task Explanation_LeadsToClauseAndEvidence()
    {
        var year = await CalculatedAsync();

        var tree = await year.GetAsync($"{year.Path}/results/a1/explanation");

        var text = tree.ToJsonString(
            new()
            {
                Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            }
        );
        Assert.Contains("附件1第4项", text);
        Assert.Contains("台账缺两次例会记录", text);
        Assert.Contains($"townshipAdministrator@{year.Township}", text);
        var unknown = await year.Admin.GetAsync($"{year.Path}/results/a9/explanation");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task Workbook_HasTheResultsTheFindingsAndWhereTheyComeFrom()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var year = await CalculatedAsync();
        using var answer = await host.As(year.Township, Roles.FinancePreparer)
            .GetAsync($"{year.Path}/results.xlsx");
        answer.EnsureSuccessStatusCode();

        using var workbook = ExcelReaderFactory.CreateOpenXmlReader(
            new MemoryStream(await answer.Content.ReadAsByteArrayAsync())
        );
        var sheets = new Dictionary<string, List<string>>();
        do
        {
            var cells = new List<string>();
            while (workbook.Read())
            {
                cells.AddRange(
                    Enumerable.Range(0, workbook.FieldCount).Select(i => $"{workbook.GetValue(i)}")
                );
            }

            sheets.Add(workbook.Name, cells);
        } while (workbook.NextResult());

        Assert.Equal(["考核结果", "需关注事项", "说明"], sheets.Keys);
        Assert.Contains("居民区", sheets["考核结果"]);
        Assert.Contains("甲居民区", sheets["考核结果"]);
        Assert.Contains("G1 日常走访联系居民群众、重点群体情况（18）", sheets["考核结果"]);
        Assert.Contains(
            sheets["需关注事项"],
            cell => cell.Contains("座谈会测评户数不足", StringComparison.Ordinal)
        );
        Assert.Contains(
            (string)(await year.GetAsync($"{year.Path}/results"))["digest"]!,
            sheets["说明"]
        );
    }

    private async Task<TownshipYear> CalculatedAsync()
    {
        var year = await TownshipYear.ScoringAsync(host);
        await year.ImportAsync(
            "scores",
            "area,item,department,period,score,reason\na1,R1.1,社建办,,84,台账缺两次例会记录\na1,R1.1,党服中心,,90,\n"
        );
        await year.SignSheetsAsync();
        await year.CalculateAsync();
        return year;
    }

    private static async Task IsRefusedAsync<TException>(HttpClient client, string path)
        where TException : DomainException
    {
        using var answer = await client.GetAsync(path);
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.Equal(DomainException.CodeOf(typeof(TException)), (string?)problem["code"]);
    }
}
