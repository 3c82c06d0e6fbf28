namespace KremlinArchive.Web.Admin.Index;

/// <summary>How much disk an index takes.</summary>
internal static class IndexSize
{
    /// <summary>In bytes; files that go while they are counted count nothing.</summary>
    public static long Of(string directory)
    {
        var folder = new DirectoryInfo(directory);
        return folder.Exists ? folder.EnumerateFiles("*", SearchOption.AllDirectories).Sum(Size) : 0;
    }

    private static long Size(FileInfo file)
    {
        try
        {
            return file.Length;
        }
        catch (FileNotFoundException)
        {
            // Merged away since it was listed.
            return 0;
        }
    }
}
