using System.Globalization;

namespace Assessment.Benchmarks.Start;

/// <summary>A process and whatever it started, as Linux knows it.</summary>
internal static class ProcessFamily
{
    private const double KiBOfMiB = 1024;

    /// <summary>
    /// The process, its descendants, and those with the data folder in their environment: an orchestrator detaches itself
    /// from whoever started it.
    /// </summary>
    public static IReadOnlyList<int> Of(int root, string data)
    {
        var processes = Directory
            .GetDirectories("/proc")
            .Select(folder => Path.GetFileName(folder))
            .Where(name => name.All(char.IsAsciiDigit))
            .Select(name => int.Parse(name, CultureInfo.InvariantCulture))
            .ToList();
        var parents = processes.ToLookup(ParentOf);
        List<int> family = [root, .. processes.Where(id => id != root && IsMarked(id, data))];
        for (var at = 0; at < family.Count; at++)
        {
            family.AddRange(parents[family[at]].Except(family).ToList());
        }

        return family;
    }

    private static bool IsMarked(int process, string data)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/environ")
                .Contains($"={data}\0", StringComparison.Ordinal);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Proportional set size: what is shared counts for each process in its part.</summary>
    public static double MemoryMiB(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/smaps_rollup")
                .First(line => line.StartsWith("Pss:", StringComparison.Ordinal));
            return double.Parse(
                    line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
                    CultureInfo.InvariantCulture
                ) / KiBOfMiB;
        }
        catch (Exception gone) when (gone is IOException or InvalidOperationException)
        {
            return 0;
        }
    }

    private static int? ParentOf(int process)
    {
        try
        {
            // The name, in brackets, may hold blanks and brackets of its own.
            var text = File.ReadAllText($"/proc/{process}/stat");
            return int.Parse(
                text[(text.LastIndexOf(')') + 2)..].Split(' ')[1],
                CultureInfo.InvariantCulture
            );
        }
        catch (IOException)
        {
            return null;
        }
    }
}
