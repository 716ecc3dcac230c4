using System.Text;
using Assessment.Archives.Content;
using Assessment.Archives.Manifests;

namespace Assessment.Archives;

/// <summary>
/// By what a final file is known, also when a part of it was changed or is missing: it has the name of the format in it,
/// or is a ZIP file with a scheme in the folder where final files have one.
/// </summary>
internal static class FinalFileMark
{
    private static readonly byte[] Beginning = "PK\x03\x04"u8.ToArray();
    private static readonly byte[] Scheme = Encoding.ASCII.GetBytes(EntryNames.Scheme);
    private static readonly byte[] Format = Encoding.ASCII.GetBytes(ManifestForm.Format);

    internal static bool IsIn(ReadOnlySpan<byte> file) =>
        file.IndexOf(Format) >= 0 || (file.StartsWith(Beginning) && file.IndexOf(Scheme) >= 0);
}
