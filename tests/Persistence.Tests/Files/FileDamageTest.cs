using System.Net;
using Assessment.Persistence.Files;
using Assessment.ServiceDefaults.DomainExceptions;
using Assessment.Testing.Sample;
using Xunit;

namespace Assessment.Persistence.Tests.Files;

public sealed class FileDamageTest : IAsyncLifetime
{
    private const int Chunk = 64 * 1024;
    private SampleService _service = null!;
    private HttpClient _person = null!;

    public async Task InitializeAsync()
    {
        _service = await SampleService.StartAsync();
        _person = _service.Person();
    }

    public async Task DisposeAsync()
    {
        _person.Dispose();
        await _service.DisposeAsync();
    }

    [Fact]
    public async Task FileDamagedAtItsBeginning_IsRefused()
    {
        var file = await _person.UploadAsync(Text(3 * Chunk));
        Change(file.Id, stored => stored[100] ^= 1);

        await IsRefusedAsync(file.Id);
    }

    [Fact]
    public async Task FileDamagedFurtherOn_BreaksOff()
    {
        var file = await _person.UploadAsync(Text(3 * Chunk));
        Change(file.Id, stored => stored[(2 * Chunk) + 100] ^= 1);

        await Assert.ThrowsAsync<HttpRequestException>(() => _person.DownloadAsync(file.Id));
    }

    [Fact]
    public async Task FileCutOff_IsRefused()
    {
        var file = await _person.UploadAsync(Text(3 * Chunk));
        using (var stored = File.OpenWrite(_service.PathOf("a", file.Id)))
        {
            stored.SetLength(5 + Chunk + 16);
        }

        await IsRefusedAsync(file.Id);
    }

    [Fact]
    public async Task FileThatIsGone_IsRefused()
    {
        var file = await _person.UploadAsync(Text(1));
        File.Delete(_service.PathOf("a", file.Id));

        await IsRefusedAsync(file.Id);
    }

    [Fact]
    public async Task FileInAnothersPlace_IsRefused()
    {
        var one = await _person.UploadAsync("one"u8.ToArray());
        var other = await _person.UploadAsync("two"u8.ToArray());
        File.Copy(_service.PathOf("a", one.Id), _service.PathOf("a", other.Id), overwrite: true);

        await IsRefusedAsync(other.Id);
    }

    private async Task IsRefusedAsync(Guid id)
    {
        using var answer = await _person.GetAsync($"/api/sample/files/{id}");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal(
            DomainException.CodeOf(typeof(StoredFileMustBeReadable)),
            await answer.CodeAsync()
        );
    }

    private void Change(Guid id, Action<byte[]> change)
    {
        var path = _service.PathOf("a", id);
        var stored = File.ReadAllBytes(path);
        change(stored);
        File.WriteAllBytes(path, stored);
    }

    private static byte[] Text(int size)
    {
        var text = new byte[size];
        Array.Fill(text, (byte)'a');
        return text;
    }
}
