using System.Globalization;
using Assessment.Engine.Language;
using YamlDotNet.RepresentationModel;

namespace Assessment.Engine.Writing;

/// <summary>Writes a scheme as a file. What is read from it is the same scheme, of the same version; comments are lost.</summary>
public static class SchemeWriter
{
    public static string Write(Scheme scheme)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        new YamlStream(new YamlDocument(scheme.Head.Root)).Save(text, assignAnchors: false);
        return text.ToString();
    }
}
