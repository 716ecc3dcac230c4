using Assessment.Payout.Storage;
using Assessment.Testing.Hosts.Permissions;
using Xunit;

namespace Assessment.Payout.Tests;

[Collection(PayoutService.Name)]
public sealed class PermissionsTest(PayoutHost host)
    : ServicePermissions<Program, PayoutDb>(host, "payout")
{
    protected override async Task<Objects> PrepareAsync()
    {
        var published = FinalCase.Of("1");
        await host.DeliverAsync(published.Message());
        var import = await host.ImportBasesAsync(published.Township, published.BasesFile);
        const string sheet = "/api/payout/sheets/{cycle:guid}";
        return new Objects(
            published.Township,
            new Dictionary<string, string>
            {
                [sheet] = $"/api/payout/sheets/{published.Cycle}",
                [$"{sheet}/sheet.xlsx"] = $"/api/payout/sheets/{published.Cycle}/sheet.xlsx",
                ["/api/payout/imports/{id:guid}"] = $"/api/payout/imports/{import["id"]}",
                ["/api/payout/imports/{id:guid}/undo"] = $"/api/payout/imports/{import["id"]}/undo",
                ["/api/payout/imports/{kind}/preview"] = "/api/payout/imports/bases/preview",
                ["/api/payout/imports/{kind}/template"] = "/api/payout/imports/bases/template",
                ["/api/payout/imports/{kind}"] = "/api/payout/imports/bases",
            },
            [published.Cycle.ToString()],
            Bodies: new Dictionary<string, object>
            {
                ["/api/payout/imports/{id:guid}/undo"] = new { reason = "误传" },
            }
        );
    }
}
