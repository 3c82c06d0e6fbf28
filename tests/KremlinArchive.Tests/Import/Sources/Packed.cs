using System.Formats.Tar;
using System.IO.Compression;
using System.Text;

namespace KremlinArchive.Tests.Import.Sources;

/// <summary>Archives of invented files, as bytes.</summary>
internal static class Packed
{
    public static readonly (string Name, string Text)[] TwoPages =
        [("news/1.html", "<p>Invented page one.</p>\n"), ("news/2.html", "<p>Invented page two.</p>\n")];

    /// <summary>The two pages as the xz tool packs them; the libraries at hand only read that format.</summary>
    public static byte[] TarXz => Convert.FromBase64String(
        "/Td6WFoAAATm1rRGAgAhARwAAAAQz1jM4Cf/AKFdADcZS1X//HkneBz/aYtNpnaJklJ8zFQllozJG0bXJnQSK8HAPKQZPfpX7giqjVG57ckMUORMmdDt6kqKc9AEb1pxIX7Y8WQ29okNwFii7GISJiAcyx5uiqDUXym78w9EACyU5eo0yjKrCuEkG8yteVOIU7pSG2AyEzV7OxUzXZ9/fl+EaPjEJb6lGYvk61CCDuTmAv13c+q60tRJTc/t1+RJAAAAAHXjkjsY64koAAG9AYBQAABNZYTZscRn+wIAAAAABFla");

    public static byte[] Zip(params (string Name, string Text)[] files) => Zip(zip =>
    {
        foreach (var (name, text) in files)
            Write(zip.CreateEntry(name), Encoding.UTF8.GetBytes(text));
    });

    public static byte[] Zip(Action<ZipArchive> fill, Encoding? names = null)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true, names))
            fill(zip);
        return bytes.ToArray();
    }

    public static void Write(ZipArchiveEntry entry, byte[] content)
    {
        using var stream = entry.Open();
        stream.Write(content);
    }

    public static byte[] Tar(params (string Name, string Text)[] files) =>
        Tar([.. files.Select(file => (TarEntry)new PaxTarEntry(TarEntryType.RegularFile, file.Name) { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(file.Text)) })]);

    public static byte[] Tar(params TarEntry[] entries)
    {
        using var bytes = new MemoryStream();
        using (var tar = new TarWriter(bytes, leaveOpen: true))
        {
            foreach (var entry in entries)
                tar.WriteEntry(entry);
        }

        return bytes.ToArray();
    }

    public static byte[] Gzip(byte[] content)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(content);
        return bytes.ToArray();
    }

    public static byte[] Of(string ending) => ending switch
    {
        ".zip" => Zip(TwoPages),
        ".tar" => Tar(TwoPages),
        ".tar.gz" or ".tgz" => Gzip(Tar(TwoPages)),
        ".tar.xz" => TarXz,
        _ => throw new ArgumentException(ending),
    };

    /// <summary>Changes the records that a zip keeps of its files: their headers before the content and in the directory.</summary>
    /// <param name="zip">The zip, changed in place.</param>
    /// <param name="local">Offset of the field in the header before the content.</param>
    /// <param name="directory">Offset of the field in the directory's entry.</param>
    /// <param name="value">The bytes of the field.</param>
    public static byte[] Alter(byte[] zip, int local, int directory, params byte[] value)
    {
        Patch(zip, [0x50, 0x4B, 3, 4], local, value);
        Patch(zip, [0x50, 0x4B, 1, 2], directory, value);
        return zip;
    }

    private static void Patch(byte[] zip, byte[] signature, int offset, byte[] value)
    {
        for (int at = 0, found; (found = zip.AsSpan(at).IndexOf(signature)) >= 0; at += found + 4)
            value.CopyTo(zip, at + found + offset);
    }
}
