using System.Text;

namespace Assessment.Archives.Zip;

/// <summary>A file within a final file.</summary>
/// <param name="Name">With <c>/</c> between folders.</param>
public sealed record ArchiveEntry(string Name, byte[] Content)
{
    /// <summary>A text in UTF-8, with line ends as everywhere in a final file.</summary>
    public static ArchiveEntry OfText(string name, string text) =>
        new(name, Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n")));

    public string Text => Encoding.UTF8.GetString(Content);
}
