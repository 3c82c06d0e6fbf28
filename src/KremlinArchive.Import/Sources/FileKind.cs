namespace KremlinArchive.Import.Sources;

/// <summary>What a file is by its name.</summary>
internal enum FileKind
{
    /// <summary>It may be a page, a feed or a text: the parser decides.</summary>
    Page,
    Zip,
    Tar,
    TarGzip,
    TarXz,

    /// <summary>WARC records (ISO 28500), plain.</summary>
    Warc,

    /// <summary>WARC records, packed by gzip one by one or all together.</summary>
    WarcGzip,

    /// <summary>A zip file with WARC files in its folder <c>archive</c>.</summary>
    Wacz,

    /// <summary>An archive of a format that is not read.</summary>
    ForeignArchive,

    /// <summary>No document of ours: a picture, a table, a style sheet.</summary>
    Foreign,
}

/// <summary>Tells a file's kind from its name.</summary>
internal static class FileKinds
{
    private static readonly (string Ending, FileKind Kind)[] Endings =
    [
        (".tar.gz", FileKind.TarGzip), (".tgz", FileKind.TarGzip), (".tar.xz", FileKind.TarXz), (".txz", FileKind.TarXz),
        (".tar", FileKind.Tar), (".zip", FileKind.Zip),
        (".html", FileKind.Page), (".htm", FileKind.Page), (".xhtml", FileKind.Page), (".txt", FileKind.Page), (".xml", FileKind.Page), (".atom", FileKind.Page),
        (".7z", FileKind.ForeignArchive), (".rar", FileKind.ForeignArchive), (".tar.bz2", FileKind.ForeignArchive), (".tbz2", FileKind.ForeignArchive),
        (".tar.zst", FileKind.ForeignArchive), (".warc.zst", FileKind.ForeignArchive), (".warc.gz", FileKind.WarcGzip), (".warc", FileKind.Warc), (".wacz", FileKind.Wacz),
    ];

    /// <param name="name">A file name or a path with either separator.</param>
    public static FileKind Of(string name)
    {
        var file = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];

        // What macOS leaves beside each file of a zip bears the file's own ending, and is none of its kind.
        if (file.StartsWith("._", StringComparison.Ordinal) || name.Contains("__MACOSX/", StringComparison.Ordinal))
            return FileKind.Foreign;
        foreach (var (ending, kind) in Endings)
        {
            if (file.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                return kind;
        }

        // Saved under its bare address, a page has no ending: events/president/news/67315, events/all/feed.
        return file.Contains('.', StringComparison.Ordinal) ? FileKind.Foreign : FileKind.Page;
    }

    public static bool IsArchive(this FileKind kind) => kind is not (FileKind.Page or FileKind.Foreign);

    /// <summary>Why a file of another kind is passed over.</summary>
    public static string ForeignReason(string name)
    {
        var ending = Path.GetExtension(name);
        return ending.Length is > 1 and <= 12
            ? $"A {PackedName.Shown(ending)} file is none of the kinds that hold documents."
            : "By its name the file is none of the kinds that hold documents.";
    }
}
