using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Assessment.Gateway.SecondFactor;

/// <summary>
/// 动态口令 (TOTP, RFC 6238): finds which time step a code is of. The framework says whether a code is right, but not
/// of which step, and without that the same code would be accepted again.
/// </summary>
public static class TimeBasedCode
{
    private const int StepSeconds = 30;
    private const int Digits = 1_000_000;

    /// <summary>The steps around the present one that the framework accepts too: clocks of telephones differ.</summary>
    private const int Drift = 2;

    /// <returns>Null where it is of none of them.</returns>
    public static long? StepOf(string key, string code, DateTimeOffset now)
    {
        var secret = Base32(key);
        var present = now.ToUnixTimeSeconds() / StepSeconds;
        for (var step = present - Drift; step <= present + Drift; step++)
        {
            if (int.TryParse(code, out var given) && given == CodeOf(secret, step))
            {
                return step;
            }
        }

        return null;
    }

    public static int CodeOf(ReadOnlySpan<byte> secret, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // The algorithm that authenticator apps use (RFC 6238, 1.2); its weakness is not one in an HMAC.
        HMACSHA1.HashData(secret, counter, hash);
#pragma warning restore CA5350
        var at = hash[^1] & 0x0F;
        return (BinaryPrimitives.ReadInt32BigEndian(hash[at..]) & int.MaxValue) % Digits;
    }

    private static byte[] Base32(string key)
    {
        const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bytes = new List<byte>();
        var bits = 0;
        var held = 0;
        foreach (var letter in key.ToUpperInvariant())
        {
            held = (held << 5) | Letters.IndexOf(letter);
            bits += 5;
            if (bits >= 8)
            {
                bits -= 8;
                bytes.Add((byte)(held >> bits));
                held &= (1 << bits) - 1;
            }
        }

        return [.. bytes];
    }
}
