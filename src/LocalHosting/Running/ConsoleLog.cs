namespace Assessment.LocalHosting.Running;

/// <summary>All output, each line after the name of the resource it comes from.</summary>
internal sealed class ConsoleLog(TextWriter output, bool coloured)
{
    private const string Host = "host";
    private static readonly int[] s_colours = [36, 33, 32, 35, 34, 96, 93, 92, 95, 94];

    private readonly Lock _lock = new();
    private readonly List<string> _names = [];

    public void Say(string line) => Write(Host, line);

    public void Write(string name, string line)
    {
        lock (_lock)
        {
            if (!_names.Contains(name, StringComparer.Ordinal))
            {
                _names.Add(name);
            }
            var colour = s_colours[_names.IndexOf(name) % s_colours.Length];
            output.WriteLine(coloured ? $"\e[{colour}m[{name}]\e[0m {line}" : $"[{name}] {line}");
            output.Flush();
        }
    }
}
