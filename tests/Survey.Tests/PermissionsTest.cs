using Assessment.Survey.Storage;
using Assessment.Testing.Hosts.Permissions;
using Xunit;

namespace Assessment.Survey.Tests;

[Collection(SurveyService.Name)]
public sealed class PermissionsTest(SurveyHost host)
    : ServicePermissions<Program, SurveyDb>(host, "survey")
{
    protected override async Task<Objects> PrepareAsync()
    {
        var township = await TownshipCycle.OpenAsync(host);
        var campaign = await township.CampaignAsync();
        var link = await township.LinkAsync(campaign, "h1");
        var import = await township.ImportAsync(TownshipCycle.Row("h2"));
        const string one = "/api/survey/campaigns/{id:guid}";
        return new Objects(
            township.Township,
            new Dictionary<string, string>
            {
                [$"{one}/coverage"] = $"/api/survey/campaigns/{campaign}/coverage",
                [$"{one}/links"] = $"/api/survey/campaigns/{campaign}/links",
                [$"{one}/close"] = $"/api/survey/campaigns/{campaign}/close",
                ["/api/survey/imports/{id:guid}"] = $"/api/survey/imports/{import["id"]}",
                ["/api/survey/imports/{id:guid}/undo"] = $"/api/survey/imports/{import["id"]}/undo",
                ["/api/survey/imports/{kind}/preview"] = "/api/survey/imports/responses/preview",
                ["/api/survey/imports/{kind}/template"] = "/api/survey/imports/responses/template",
                ["/api/survey/imports/{kind}"] = "/api/survey/imports/responses",
                ["/s/{token}"] = new Uri(new Uri("http://localhost"), link).AbsolutePath,
            },
            [campaign.ToString(), "高境一居"],
            TownshipCycle.First,
            campaign.ToString(),
            new Dictionary<string, object>
            {
                ["/api/survey/imports/{id:guid}/undo"] = new { reason = "误传" },
                [$"{one}/links"] = new { area = TownshipCycle.First, count = 1 },
                [$"{one}/close"] = new { confirm = true },
            }
        );
    }
}
