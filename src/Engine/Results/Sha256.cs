using System.Security.Cryptography;
using System.Text;

namespace Assessment.Engine.Results;

/// <summary>SHA-256 of a text in UTF-8, in lower-case hexadecimal.</summary>
internal static class Sha256
{
    internal static string Of(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
