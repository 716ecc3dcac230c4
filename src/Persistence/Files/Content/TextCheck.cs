using System.Text;

namespace Assessment.Persistence.Files.Content;

/// <summary>Whether a content that comes in parts is text in UTF-8, without the control characters that no text has.</summary>
internal sealed class TextCheck
{
    private const int Step = 4096;
    private static readonly UTF8Encoding Strict = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    private readonly Decoder _decoder = Strict.GetDecoder();

    // What the part before left over may add a character.
    private readonly char[] _characters = new char[Step + 2];

    public bool IsText { get; private set; } = true;

    public void Add(ReadOnlySpan<byte> part)
    {
        while (IsText && part.Length > 0)
        {
            var step = Math.Min(part.Length, Step);
            Check(part[..step], flush: false);
            part = part[step..];
        }
    }

    /// <summary>A character that has begun must have ended.</summary>
    public void End() => Check([], flush: true);

    private void Check(ReadOnlySpan<byte> part, bool flush)
    {
        try
        {
            var count = _decoder.GetChars(part, _characters, flush);
            foreach (var character in _characters.AsSpan(0, count))
            {
                IsText &= !char.IsControl(character) || character is '\t' or '\r' or '\n' or '\f';
            }
        }
        catch (DecoderFallbackException)
        {
            IsText = false;
        }
    }
}
