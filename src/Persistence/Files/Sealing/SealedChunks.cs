using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Assessment.Persistence.Files.Sealing;

/// <summary>
/// The format of a stored file: a header (version, size of a chunk), then chunks, each AES-256-GCM with its tag behind it.
/// The encryption is the framework's; only the framing is ours, and says no more than where a chunk begins.
/// <para>
/// A key seals one file only, so the number of the chunk is a nonce that never repeats. With each chunk are authenticated
/// the header, the chunk's number, whether it is the last one, the file's id and its township: chunks cannot be
/// exchanged or left out, the file cannot be cut off at a chunk's end, and no file can be put in another's place.
/// </para>
/// </summary>
internal sealed class SealedChunks : IDisposable
{
    public const int HeaderLength = 1 + sizeof(int);
    public const int TagLength = 16;

    /// <summary>256 bits.</summary>
    public const int KeyLength = 32;

    public const int UsualChunk = 64 * 1024;
    private const int LargestChunk = 1024 * 1024;
    private const byte Version = 1;
    private const int NonceLength = 12;
    private const int LastAt = HeaderLength;
    private const int NumberAt = LastAt + 1;
    private const int IdAt = NumberAt + sizeof(long);
    private const int TownshipAt = IdAt + 16;

    private readonly AesGcm _cipher;
    private readonly byte[] _authenticated;

    private SealedChunks(ReadOnlySpan<byte> key, FileIdentity file, int chunk)
    {
        _cipher = new AesGcm(key, TagLength);
        Chunk = chunk;
        _authenticated = new byte[TownshipAt + Encoding.UTF8.GetByteCount(file.Township)];
        _authenticated[0] = Version;
        BinaryPrimitives.WriteInt32LittleEndian(_authenticated.AsSpan(1), chunk);
        file.Id.TryWriteBytes(_authenticated.AsSpan(IdAt), bigEndian: true, out _);
        Encoding.UTF8.GetBytes(file.Township, _authenticated.AsSpan(TownshipAt));
    }

    /// <summary>Bytes of plain content in every chunk but the last one, which may have fewer, but not none.</summary>
    public int Chunk { get; }

    public ReadOnlySpan<byte> Header => _authenticated.AsSpan(0, HeaderLength);

    public static SealedChunks Of(
        ReadOnlySpan<byte> key,
        FileIdentity file,
        int chunk = UsualChunk
    ) => new(key, file, chunk);

    /// <summary>As the header of a stored file says.</summary>
    /// <exception cref="FileIsDamaged">It says what none of ours does.</exception>
    public static SealedChunks Of(
        ReadOnlySpan<byte> key,
        FileIdentity file,
        ReadOnlySpan<byte> header
    )
    {
        if (header.Length != HeaderLength || header[0] != Version)
        {
            throw new FileIsDamaged("The header is none of ours.");
        }

        var chunk = BinaryPrimitives.ReadInt32LittleEndian(header[1..]);
        return chunk is > 0 and <= LargestChunk
            ? new SealedChunks(key, file, chunk)
            : throw new FileIsDamaged("The header is none of ours.");
    }

    /// <param name="target">Takes the sealed content and, behind it, the tag.</param>
    public void Seal(long number, bool last, ReadOnlySpan<byte> plain, Span<byte> target)
    {
        Span<byte> nonce = stackalloc byte[NonceLength];
        Describe(number, last, nonce);
        _cipher.Encrypt(
            nonce,
            plain,
            target[..plain.Length],
            target.Slice(plain.Length, TagLength),
            _authenticated
        );
    }

    /// <exception cref="FileIsDamaged">It is not what was sealed as this chunk of this file.</exception>
    public void Open(long number, bool last, ReadOnlySpan<byte> chunk, Span<byte> plain)
    {
        Span<byte> nonce = stackalloc byte[NonceLength];
        Describe(number, last, nonce);
        var length = chunk.Length - TagLength;
        try
        {
            _cipher.Decrypt(
                nonce,
                chunk[..length],
                chunk[length..],
                plain[..length],
                _authenticated
            );
        }
        catch (AuthenticationTagMismatchException)
        {
            throw new FileIsDamaged($"Chunk {number} is not what was stored.");
        }
    }

    public void Dispose() => _cipher.Dispose();

    private void Describe(long number, bool last, Span<byte> nonce)
    {
        nonce.Clear();
        BinaryPrimitives.WriteInt64BigEndian(nonce[(NonceLength - sizeof(long))..], number);
        _authenticated[LastAt] = last ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteInt64BigEndian(_authenticated.AsSpan(NumberAt), number);
    }
}

/// <summary>Which file a content belongs to.</summary>
internal readonly record struct FileIdentity(string Township, Guid Id);

/// <summary>What is on disk is not what was stored.</summary>
internal sealed class FileIsDamaged(string reason) : IOException(reason);
