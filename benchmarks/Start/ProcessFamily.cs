using System.Globalization;

namespace Assessment.Benchmarks.Start;

/// <summary>A process and whatever it started, as Linux knows it.</summary>
internal static class ProcessFamily
{
    private const double KiBOfMiB = 1024;

    /// <summary>The process and its descendants.</summary>
    public static IReadOnlyList<int> Of(int root)
    {
        var parents = Directory
            .GetDirectories("/proc")
            .Select(folder => Path.GetFileName(folder))
            .Where(name => name.All(char.IsAsciiDigit))
            .Select(name => int.Parse(name, CultureInfo.InvariantCulture))
            .Select(id => (Id: id, Parent: ParentOf(id)))
            .ToLookup(process => process.Parent, process => process.Id);
        var family = new List<int> { root };
        for (var at = 0; at < family.Count; at++)
        {
            family.AddRange(parents[family[at]]);
        }

        return family;
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
