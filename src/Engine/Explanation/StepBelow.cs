namespace Assessment.Engine.Explanation;

/// <summary>A step that an explanation shows below another, each once.</summary>
/// <param name="Key">Of two with the same key, the first is shown.</param>
internal readonly record struct StepBelow(
    string Key,
    Func<ValueExplanation, ExplanationNode> Explain
);
