using System.Globalization;

namespace Assessment.Testing.Procedures;

/// <summary>A file that tells Scoring how many days it is ahead; days only pass.</summary>
public sealed class DaysAhead(string file)
{
    public string File { get; } = file;

    public int Days { get; private set; }

    public async Task PassAsync(int days)
    {
        Days += days;
        // Whole at once: a request reads it at any moment.
        var next = $"{File}.next";
        await System.IO.File.WriteAllTextAsync(next, Days.ToString(CultureInfo.InvariantCulture));
        System.IO.File.Move(next, File, overwrite: true);
    }
}
