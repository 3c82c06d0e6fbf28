namespace KremlinArchive.Import.Sources;

/// <summary>Names as archives and folders give them: where they lead and how they are shown.</summary>
internal static class PackedName
{
    private const int LongestShown = 500;

    /// <summary>True if a name in an archive is absolute or leads above the archive's own folder.</summary>
    public static bool Leaves(string name)
    {
        if (name.StartsWith('/') || name.StartsWith('\\') || (name.Length > 1 && name[1] == ':' && char.IsAsciiLetter(name[0])))
            return true;
        var depth = 0;
        foreach (var part in name.Split('/', '\\'))
        {
            if (part == ".." && --depth < 0)
                return true;
            if (part is not ("" or "." or ".."))
                depth++;
        }

        return false;
    }

    /// <summary>Where a symbolic link leads, seen from the archive's own folder.</summary>
    /// <param name="name">Where the link is.</param>
    /// <param name="target">Where it leads, seen from the folder that it is in.</param>
    public static string FromRoot(string name, string target) =>
        target.StartsWith('/') ? target : name[..(name.LastIndexOf('/') + 1)] + target;

    /// <summary>The name fit for a terminal and a log: no control characters, not endless.</summary>
    public static string Shown(string name)
    {
        var shown = name.Length <= LongestShown ? name : name[..LongestShown] + "…";
        return shown.Any(char.IsControl) ? string.Concat(shown.Select(letter => char.IsControl(letter) ? '\uFFFD' : letter)) : shown;
    }
}
