using Assessment.Engine.Language;

namespace Assessment.Engine.Reading;

/// <summary>Reads <c>onSite</c> and <c>ledger</c> of a line or item.</summary>
internal static class WayReader
{
    internal static WayOfAssessment Read(YamlMap map) =>
        new(map.Flag("onSite", otherwise: false), map.Flag("ledger", otherwise: false));
}
