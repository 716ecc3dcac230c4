using System.Net;
using System.Security.Cryptography;
using System.Text;
using Assessment.Persistence.Files;
using Assessment.ServiceDefaults.DomainExceptions;
using Assessment.ServiceDefaults.SignIn;
using Assessment.Testing.Sample;
using Xunit;

namespace Assessment.Persistence.Tests.Files;

public sealed class FileRoundTripTest : IAsyncLifetime
{
    private const int Chunk = 64 * 1024;
    private SampleService _service = null!;

    public async Task InitializeAsync() => _service = await SampleService.StartAsync();

    public async Task DisposeAsync() => await _service.DisposeAsync();

    [Theory]
    [InlineData(1)]
    [InlineData(Chunk - 1)]
    [InlineData(Chunk)]
    [InlineData(Chunk + 1)]
    [InlineData(3 * Chunk)]
    [InlineData(20 * 1024 * 1024)]
    public async Task FileOfAnAllowedSize_ComesBackAsItWas(int size)
    {
        using var person = _service.Person();
        var content = TextOf(size);

        var file = await person.UploadAsync(content);

        Assert.Equal(size, file.Size);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), file.Sha256);
        var back = await person.DownloadAsync(file.Id);
        Assert.True(content.AsSpan().SequenceEqual(back));
    }

    [Fact]
    public async Task FileOfOneByteTooMany_IsRefused_AndLeavesNothing()
    {
        using var person = _service.Person();

        using var answer = await person.SendFileAsync(TextOf((20 * 1024 * 1024) + 1));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal("file-must-fit-the-size-limit", await answer.CodeAsync());
        Assert.Empty(OnDisk());
    }

    [Fact]
    public async Task MuchTooLargeFile_IsRefusedBeforeItIsRead()
    {
        using var person = _service.Person();
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            $"/api/sample/files?cycle={FileCaller.Cycle}"
        )
        {
            Content = new ByteArrayContent(new byte[40 * 1024 * 1024]),
            Headers = { ExpectContinue = true },
        };

        using var answer = await person.SendAsync(request);

        Assert.Equal("file-must-fit-the-size-limit", await answer.CodeAsync());
    }

    [Fact]
    public async Task EmptyFile_IsRefused_AndLeavesNothing()
    {
        using var person = _service.Person();

        using var answer = await person.SendFileAsync([]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(DomainException.CodeOf(typeof(FileMustNotBeEmpty)), await answer.CodeAsync());
        Assert.Empty(OnDisk());
    }

    [Fact]
    public async Task RequestWithoutAFile_IsRefused()
    {
        using var person = _service.Person();
        using var form = new MultipartFormDataContent { { new StringContent("x"), "other" } };

        using var answer = await person.PostAsync(
            $"/api/sample/files?cycle={FileCaller.Cycle}",
            form
        );

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(DomainException.CodeOf(typeof(FileMustBeChosen)), await answer.CodeAsync());
    }

    [Fact]
    public async Task Content_IsNotReadableOnDisk()
    {
        using var person = _service.Person();
        var content = Encoding.UTF8.GetBytes("这是一份不应以明文保存的佐证材料。");

        var file = await person.UploadAsync(content);

        var stored = await File.ReadAllBytesAsync(_service.PathOf("a", file.Id));
        Assert.Equal(-1, stored.AsSpan().IndexOf(content));
    }

    [Fact]
    public async Task FileOfAnotherTownship_IsNotThere()
    {
        using var person = _service.Person();
        using var stranger = _service.Person(township: "b");
        var file = await person.UploadAsync("a"u8.ToArray());

        using var answer = await stranger.GetAsync($"/api/sample/files/{file.Id}");
        using var removal = await stranger.DeleteAsync($"/api/sample/files/{file.Id}");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, removal.StatusCode);
    }

    [Fact]
    public async Task FileThatTheServiceDoesNotShow_IsNotThere()
    {
        using var person = _service.Person();
        using var other = _service.Person("bob", role: Roles.DepartmentScorer);
        var file = await person.UploadAsync("a"u8.ToArray());

        using var answer = await other.GetAsync($"/api/sample/files/{file.Id}");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task FileOnWhichNothingRests_IsRemovedByItsUploaderOnly()
    {
        using var scorer = _service.Person("bob", role: Roles.DepartmentScorer);
        using var administrator = _service.Person();
        var file = await scorer.UploadAsync("a"u8.ToArray());

        using var refused = await administrator.DeleteAsync($"/api/sample/files/{file.Id}");
        using var removed = await scorer.DeleteAsync($"/api/sample/files/{file.Id}");

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        Assert.Empty(OnDisk());
    }

    private string[] OnDisk() =>
        Directory.Exists(_service.FilesFolder)
            ? Directory.GetFiles(_service.FilesFolder, "*", SearchOption.AllDirectories)
            : [];

    /// <summary>Letters, which differ from chunk to chunk.</summary>
    private static byte[] TextOf(int size)
    {
        var content = new byte[size];
        for (var at = 0; at < size; at++)
        {
            content[at] = (byte)('a' + ((at + (at / Chunk)) % 26));
        }

        return content;
    }
}
