using System.Net.Http.Headers;
using Assessment.Testing.Sample;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Assessment.Persistence.Tests.Files;

public sealed class FileDownloadTest : IAsyncLifetime
{
    private SampleService _service = null!;

    public async Task InitializeAsync() => _service = await SampleService.StartAsync();

    public async Task DisposeAsync() => await _service.DisposeAsync();

    [Theory]
    [InlineData("会议纪要.txt", "会议纪要.txt")]
    [InlineData("../../etc/passwd.txt", "passwd.txt")]
    [InlineData("a\\\"b.txt", "a\"b.txt")]
    [InlineData("%0D%0AX-Evil: 1.txt", "%0D%0AX-Evil: 1.txt")]
    public async Task Name_IsTheFilesOwn_AndNothingElse(string sent, string kept)
    {
        using var person = _service.Person();
        var file = await person.UploadAsync("x"u8.ToArray(), sent);

        using var answer = await person.GetAsync($"/api/sample/files/{file.Id}");

        var disposition = answer.Content.Headers.ContentDisposition!;
        Assert.Equal("attachment", disposition.DispositionType);
        Assert.Equal(kept, disposition.FileNameStar);
        Assert.False(answer.Headers.Contains("X-Evil"));
    }

    [Fact]
    public async Task Download_IsNoPageOfOurs()
    {
        using var person = _service.Person();
        var file = await person.UploadAsync("<script>alert(1)</script>"u8.ToArray(), "页.txt");

        using var answer = await person.GetAsync($"/api/sample/files/{file.Id}");

        Assert.Equal(
            MediaTypeHeaderValue.Parse("text/plain; charset=utf-8"),
            answer.Content.Headers.ContentType
        );
        Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(
            ["sandbox; default-src 'none'"],
            answer.Headers.GetValues("Content-Security-Policy")
        );
        Assert.True(answer.Headers.CacheControl is { NoStore: true, Private: true });
    }

    /// <summary>Two processes with one database, one folder and one key ring.</summary>
    [Fact]
    public async Task FileOfOneReplica_IsReadByTheOther()
    {
        var configuration = _service.Services.GetRequiredService<IConfiguration>();
        await using var other = await SampleService.StartAsync(
            settings: new Dictionary<string, string?>
            {
                ["ConnectionStrings:sample-db"] = configuration.GetConnectionString("sample-db"),
                ["DataProtection:KeyRing"] = _service.KeyRing,
                ["Files:Folder"] = configuration["Files:Folder"],
            }
        );
        using var here = _service.Person();
        using var there = other.Person();

        var file = await here.UploadAsync("shared"u8.ToArray());

        Assert.Equal("shared"u8.ToArray(), await there.DownloadAsync(file.Id));
    }

    [Fact]
    public async Task FolderBelowTheWebRoot_DoesNotStart() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            SampleService.StartAsync(
                settings: new Dictionary<string, string?>
                {
                    ["Files:Folder"] = Path.Combine(
                        Directory.GetCurrentDirectory(),
                        "wwwroot",
                        "files"
                    ),
                }
            )
        );
}
