using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Xunit;

namespace Assessment.Hotline.Tests.Feeds;

public sealed class FeedSettingsTest
{
    [Theory]
    [InlineData("APP_API_TOKEN", "hotline-files", "gaojing", null)]
    [InlineData("Dapr:HotlineBindings:0", "", "gaojing", "token")]
    [InlineData("Dapr:HotlineBindings:0", "hotline-files", " ", "token")]
    [InlineData("Dapr:HotlineBindings:0", "api/hotline/imports", "gaojing", "token")]
    [InlineData("Dapr:HotlineBindings:0", "{anything}", "gaojing", "token")]
    [InlineData("Dapr:HotlineBindings:0", "Hotline-Files", "gaojing", "token")]
    [InlineData("Dapr:HotlineBindings:0", "-hotline", "gaojing", "token")]
    public void BindingThatIsNotSafeOrNotWhole_StopsTheStart(
        string named,
        string name,
        string township,
        string? token
    )
    {
        var failure = Assert.Throws<InvalidOperationException>(() =>
            Start(token, (name, township))
        );
        Assert.Contains(named, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TwoBindingsOfOneName_StopTheStart()
    {
        var failure = Assert.Throws<InvalidOperationException>(() =>
            Start("token", ("hotline-files", "gaojing"), ("hotline-files", "danan"))
        );
        Assert.Contains("'hotline-files'", failure.Message, StringComparison.Ordinal);
    }

    private static void Start(string? token, params (string Name, string Township)[] bindings)
    {
        using var factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.UseSetting("DAPR_HTTP_PORT", "3500")
                .UseSetting("APP_API_TOKEN", token)
                .UseSetting("ConnectionStrings:messaging", "amqp://nobody@127.0.0.1:1/")
                .UseSetting("DataProtection:KeyRing", Path.GetTempPath());
            foreach (var (binding, number) in bindings.Select((one, number) => (one, number)))
            {
                host.UseSetting($"Dapr:HotlineBindings:{number}:Name", binding.Name)
                    .UseSetting($"Dapr:HotlineBindings:{number}:Township", binding.Township);
            }
        });
        factory.CreateClient();
    }
}
