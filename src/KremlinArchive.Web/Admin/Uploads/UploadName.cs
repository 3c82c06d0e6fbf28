namespace KremlinArchive.Web.Admin.Uploads;

/// <summary>What an uploaded file is called in the archive: the last part of the name that it came with.</summary>
internal static class UploadName
{
    private const int Longest = 200;

    /// <param name="given">As a browser or a program sent it: perhaps a whole path, perhaps one that leads elsewhere.</param>
    public static string Of(string given)
    {
        var last = given[(given.LastIndexOfAny(['/', '\\']) + 1)..];
        var name = string.Concat(last.Select(letter => char.IsControl(letter) || letter == '!' ? '_' : letter)).Trim();
        if (name.Trim('.').Length == 0)
            return "unnamed";
        // The ending tells what the file is.
        return name.Length <= Longest ? name : string.Concat(name.AsSpan(0, Longest - 20), "…", name.AsSpan(name.Length - 19));
    }
}
