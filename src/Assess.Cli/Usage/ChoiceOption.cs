using System.CommandLine;

namespace Assessment.Cli.Usage;

/// <summary>An option with a few possible values, of which the first is the usual one.</summary>
internal sealed class ChoiceOption : Option<string>
{
    internal ChoiceOption(string name, string description, IReadOnlyList<string> choices)
        : base(name)
    {
        Choices = choices;
        Description = $"{description}，不写时为 {choices[0]}";
        HelpName = string.Join('|', choices);
        DefaultValueFactory = _ => choices[0];
        this.AcceptOnlyFromAmong([.. choices]);
    }

    internal IReadOnlyList<string> Choices { get; }
}
