namespace Assessment.LocalHosting.Running;

/// <summary>
/// All output, each line after the name of the resource it comes from. With a file, all goes there, and only
/// the host's own lines to the terminal.
/// </summary>
internal sealed class ConsoleLog : IDisposable
{
    private const string Host = "host";
    private static readonly int[] s_colours = [36, 33, 32, 35, 34, 96, 93, 92, 95, 94];

    private readonly TextWriter _terminal = Console.Out;
    private readonly bool _coloured = !Console.IsOutputRedirected;
    private readonly Lock _lock = new();
    private readonly List<string> _names = [];

    private StreamWriter? _file;

    /// <summary>The log of the run before is kept beside it.</summary>
    public void MoveTo(string path)
    {
        if (File.Exists(path))
        {
            File.Move(path, path + ".before", overwrite: true);
        }
        _file = new StreamWriter(path) { AutoFlush = true };
    }

    public void Say(string line) => Write(Host, line);

    public void Write(string name, string line)
    {
        lock (_lock)
        {
            _file?.WriteLine($"[{name}] {line}");
            if (_file is null || name == Host)
            {
                _terminal.WriteLine(
                    _coloured ? $"{Colour(name)}[{name}]\e[0m {line}" : $"[{name}] {line}"
                );
                _terminal.Flush();
            }
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _file?.Dispose();
            _file = null;
        }
    }

    private string Colour(string name)
    {
        if (!_names.Contains(name, StringComparer.Ordinal))
        {
            _names.Add(name);
        }
        return $"\e[{s_colours[_names.IndexOf(name) % s_colours.Length]}m";
    }
}
