namespace Assessment.AppHost.Supervision;

/// <summary>
/// <c>run.log</c> in the data folder: the output of all processes, each line after the name of its resource. The host's own
/// lines go to the terminal as well. The dashboard forgets its logs with each restart; this stays.
/// </summary>
internal sealed class RunLog : IDisposable
{
    private const string Host = "host";
    private const int RememberedLines = 15;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Queue<string>> _last = new(StringComparer.Ordinal);
    private StreamWriter? _file;

    /// <summary>Is given each resource's name with the line that it wrote.</summary>
    public Action<string, string>? Listener { get; set; }

    /// <summary>The log of the run before is kept next to it.</summary>
    public RunLog(string dataFolder)
    {
        var path = Path.Combine(dataFolder, "run.log");
        if (File.Exists(path))
        {
            File.Move(path, path + ".before", overwrite: true);
        }
        _file = new StreamWriter(path) { AutoFlush = true };
    }

    public void Say(string line)
    {
        Write(Host, line);
        Console.WriteLine($"[{Host}] {line}");
    }

    public void Write(string name, string line)
    {
        lock (_lock)
        {
            _file?.WriteLine($"[{name}] {line}");
            if (!_last.TryGetValue(name, out var last))
            {
                _last.Add(name, last = new Queue<string>());
            }
            last.Enqueue(line);
            if (last.Count > RememberedLines)
            {
                last.Dequeue();
            }
        }
        Listener?.Invoke(name, line);
    }

    public string LastLines(string name)
    {
        lock (_lock)
        {
            return _last.TryGetValue(name, out var last) ? string.Join('\n', last) : "";
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            // What a host says that is still ending is for the terminal only.
            _file?.Dispose();
            _file = null;
        }
    }
}
