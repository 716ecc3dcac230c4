namespace Assessment.LocalServers.Data;

/// <summary>A file of mode 0600 that is never seen half written.</summary>
public static class PrivateFile
{
    public static void Write(string path, string text)
    {
        var unfinished = path + ".new";
        File.Delete(unfinished);
        using (
            var file = new FileStream(
                unfinished,
                new FileStreamOptions
                {
                    Mode = FileMode.CreateNew,
                    Access = FileAccess.Write,
                    UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
                }
            )
        )
        using (var writer = new StreamWriter(file))
        {
            writer.Write(text);
        }
        File.Move(unfinished, path, overwrite: true);
    }
}
