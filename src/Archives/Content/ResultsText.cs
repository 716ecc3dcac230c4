using Assessment.Engine.Results;

namespace Assessment.Archives.Content;

/// <summary>The results in the form of expected.json, without amounts: those are finance's.</summary>
internal static class ResultsText
{
    internal static string Of(EvaluationResult result) =>
        ResultJson.Write(result, withPayouts: false).ReplaceLineEndings("\n") + "\n";
}
