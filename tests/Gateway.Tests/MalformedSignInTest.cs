using System.Net;
using System.Text;
using Assessment.Gateway.Storage;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using static Assessment.Gateway.Tests.GatewayServer;

namespace Assessment.Gateway.Tests;

/// <summary>
/// Everybody may send what they like to the addresses by which one signs in. What is no sign-in is neither counted as one
/// nor a failure of the platform.
/// </summary>
public sealed class MalformedSignInTest : IAsyncLifetime
{
    private readonly KeptLog _log = new();
    private readonly GatewayServer _gateway;

    public MalformedSignInTest() =>
        _gateway = new GatewayServer
        {
            HasDistrict = false,
            Configure = host => host.ConfigureLogging(logging => logging.AddProvider(_log)),
        };

    public Task InitializeAsync() => _gateway.InitializeAsync();

    public async Task DisposeAsync()
    {
        await _gateway.DisposeAsync();
        _log.Dispose();
    }

    [Theory]
    [InlineData("/api/accounts/token")]
    [InlineData("/api/accounts/sign-in")]
    public async Task SignInThatIsNone_IsMalformed_AndLeavesNoTrace(string address)
    {
        _log.Failures.Clear();
        foreach (
            var body in new[]
            {
                """{"userName":null,"password":"a"}""",
                """{"userName":"a","password":null}""",
                """{"password":"a"}""",
                """{"userName":["a"],"password":"a"}""",
                """{"userName":"a\u0000","password":"a"}""",
                """{"userName":"a","password":"b","code":"\u0000"}""",
                "null",
                "",
            }
        )
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            using var answer = await _gateway.Stranger().PostAsync(address, content);

            await RefusedAsync(answer, HttpStatusCode.BadRequest, "malformed-request");
        }

        Assert.Empty(_log.Failures);
        await using var scope = _gateway.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GatewayDb>();
        Assert.False(await db.SignInRecords.AnyAsync());
    }
}
