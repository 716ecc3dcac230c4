using System.Text;

namespace Assessment.Testing.Hosts.RandomCalls;

/// <summary>Forms with a file, right ones and others.</summary>
public static class Uploads
{
    private const string Boundary = "----a-boundary";

    public static (string ContentType, byte[] Body) Any(Random random, KnownThings known)
    {
        var name = OddTexts.Pick(random, ["file", "file", "file", "file", "files", "", "a\0b"]);
        var fileName = OddTexts.Pick(
            random,
            [
                "table.csv",
                "table.xlsx",
                "表.csv",
                "",
                "../../a.csv",
                "a\\\"b.csv",
                "a\0.csv",
                new string('n', 500),
            ]
        );
        using var form = new MemoryStream();
        Write(form, $"--{Boundary}\r\n");
        Write(
            form,
            random.Next(10) == 0
                ? $"Content-Disposition: form-data; name=\"{name}\"\r\n\r\n"
                : $"Content-Disposition: form-data; name=\"{name}\"; filename=\"{fileName}\"\r\n\r\n"
        );
        form.Write(Content(random, known));
        // Now and then the connection broke off, or another program forgot the end.
        Write(form, random.Next(15) == 0 ? "" : $"\r\n--{Boundary}--\r\n");
        var type = random.Next(15) switch
        {
            0 => "multipart/form-data",
            1 => $"multipart/form-data; boundary={new string('b', 200)}",
            _ => $"multipart/form-data; boundary={Boundary}",
        };
        return (type, form.ToArray());
    }

    private static byte[] Content(Random random, KnownThings known)
    {
        if (known.Tables is not { Count: > 0 } tables || random.Next(6) == 0)
        {
            var noise = new byte[random.Next(2_000)];
            random.NextBytes(noise);
            return random.Next(3) switch
            {
                0 => [],
                1 => [.. "PK\u0003\u0004"u8, .. noise],
                _ => noise,
            };
        }

        var text = OddTexts.Pick(random, tables);
        for (var spoils = random.Next(4); spoils > 0; spoils--)
        {
            text = Spoil(random, text);
        }

        return Encoding.UTF8.GetBytes(text);
    }

    /// <summary>Another cell, or another separator, somewhere.</summary>
    private static string Spoil(Random random, string table)
    {
        var cells = table.Split(',');
        cells[random.Next(cells.Length)] = random.Next(3) switch
        {
            0 => OddNumbers.Any(random),
            1 => OddTexts.Any(random),
            _ => OddTexts.ForAddress(random),
        };
        return string.Join(',', cells);
    }

    private static void Write(MemoryStream form, string text) =>
        form.Write(Encoding.UTF8.GetBytes(text));
}
