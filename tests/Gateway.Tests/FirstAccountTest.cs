using System.Net;
using System.Runtime.Versioning;
using static Assessment.Gateway.Tests.GatewayServer;

namespace Assessment.Gateway.Tests;

[SupportedOSPlatform("linux")]
public sealed class FirstAccountTest : IAsyncLifetime
{
    private readonly GatewayServer _gateway = new() { HasDistrict = false };

    public Task InitializeAsync() => _gateway.InitializeAsync();

    public Task DisposeAsync() => _gateway.DisposeAsync();

    private async Task<string> LinkAsync() =>
        (await File.ReadAllTextAsync(_gateway.FirstInvitationFile)).Trim();

    [Fact]
    public async Task FirstStart_GivesALinkThatOnlyTheOwnerReads_AndEachStartANewOne()
    {
        var first = await LinkAsync();
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite,
            File.GetUnixFileMode(_gateway.FirstInvitationFile)
        );

        await _gateway.RestartAsync();

        var second = await LinkAsync();
        Assert.NotEqual(first, second);
        await RefusedAsync(
            await _gateway.AnswerToAsync(first, "a first sentence of all"),
            HttpStatusCode.NotFound,
            "invitation-is-not-valid"
        );
        await _gateway.AcceptAsync(second, "a first sentence of all");
        Assert.False(File.Exists(_gateway.FirstInvitationFile));

        await _gateway.RestartAsync();

        Assert.False(File.Exists(_gateway.FirstInvitationFile));
        await _gateway.BrowserAsync("district", "a first sentence of all");
    }
}
