using Assessment.Hotline.Storage;
using Assessment.Testing.Hosts.Permissions;
using Xunit;

namespace Assessment.Hotline.Tests;

[Collection(HotlineService.Name)]
public sealed class PermissionsTest(HotlineHost host)
    : ServicePermissions<Program, HotlineDb>(host, "hotline")
{
    protected override async Task<Objects> PrepareAsync()
    {
        var township = await TownshipCycle.OpenAsync(host);
        var import = await township.ImportAsync(TownshipCycle.Row("T-1"));
        const string ticket = "/api/hotline/tickets/{number}";
        return new Objects(
            township.Township,
            new Dictionary<string, string>
            {
                ["/api/hotline/tickets"] = $"/api/hotline/tickets?cycle={township.Cycle}",
                ["/api/hotline/rates"] = $"/api/hotline/rates?cycle={township.Cycle}",
                [ticket] = "/api/hotline/tickets/T-1",
                [$"{ticket}/attribution"] = "/api/hotline/tickets/T-1/attribution",
                [$"{ticket}/exclusion"] = "/api/hotline/tickets/T-1/exclusion",
                ["/api/hotline/imports/{id:guid}"] = $"/api/hotline/imports/{import["id"]}",
                ["/api/hotline/imports/{id:guid}/undo"] =
                    $"/api/hotline/imports/{import["id"]}/undo",
                ["/api/hotline/imports/{kind}/preview"] = "/api/hotline/imports/tickets/preview",
                ["/api/hotline/imports/{kind}/template"] = "/api/hotline/imports/tickets/template",
                ["/api/hotline/imports/{kind}"] = "/api/hotline/imports/tickets",
            },
            ["高境居民区", "楼道堆物"],
            Bodies: new Dictionary<string, object>
            {
                ["/api/hotline/imports/{id:guid}/undo"] = new { reason = "误传" },
                [$"{ticket}/attribution"] = new { area = "a1" },
                [$"{ticket}/exclusion"] = new { state = "申请", reason = "不属实" },
            }
        );
    }
}
