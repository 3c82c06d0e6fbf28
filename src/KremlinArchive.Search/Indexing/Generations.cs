using System.Globalization;

namespace KremlinArchive.Search.Indexing;

/// <summary>
/// The generations of an index, each in a folder of its own, and the small file that names the one that answers. A rebuild writes a
/// new generation beside the current one and then lets the file name it.
/// </summary>
internal sealed class Generations(string directory)
{
    private const string PointerName = "current";

    /// <summary>The name of the generation that answers; null where there is none.</summary>
    public string? Current
    {
        get
        {
            var name = Named;
            return NumberOf(name) > 0 && Directory.Exists(PathOf(name)) ? name : null;
        }
    }

    public string PathOf(string name) => Path.Combine(directory, name);

    /// <summary>Where a generation keeps the superseded versions, apart from the records as they stand, so that no search of these meets them.</summary>
    public static string SupersededIn(string path) => Path.Combine(path, "superseded");

    /// <summary>The newest generation beside the current one, left by a rebuild that did not come to its end; null where there is none.</summary>
    public string? Unfinished => Names().Where(name => NumberOf(name) > NumberOf(Current ?? "")).MaxBy(NumberOf);

    /// <summary>What the small file says, whether there is such a generation or not.</summary>
    private string Named
    {
        get
        {
            var pointer = Path.Combine(directory, PointerName);
            return File.Exists(pointer) ? File.ReadAllText(pointer).Trim() : "";
        }
    }

    /// <summary>Makes an empty generation beside the ones there are.</summary>
    /// <param name="answering">The one that answers, though its files may be gone: who takes another one of its name for a later state of it mixes the two.</param>
    public string Create(string? answering)
    {
        var last = Names().Append(Named).Append(answering ?? "").Max(NumberOf);
        var name = string.Create(CultureInfo.InvariantCulture, $"g{last + 1:D6}");
        Directory.CreateDirectory(PathOf(name));
        return name;
    }

    /// <summary>Lets a generation answer from now on. A crash leaves either the old name or the new one, never half of it.</summary>
    public void MakeCurrent(string name)
    {
        var (pointer, next) = (Path.Combine(directory, PointerName), Path.Combine(directory, PointerName + ".next"));
        using (var file = new FileStream(next, FileMode.Create, FileAccess.Write))
        {
            file.Write(System.Text.Encoding.ASCII.GetBytes(name));
            file.Flush(flushToDisk: true);
        }

        File.Move(next, pointer, overwrite: true);
    }

    /// <summary>Removes a generation. Where the system refuses, because someone still reads it, it stays for a later attempt.</summary>
    public void Remove(string name)
    {
        try
        {
            Directory.Delete(PathOf(name), recursive: true);
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            // Still read by another process; the next start tries again.
        }
    }

    /// <summary>Removes every generation older than the current one.</summary>
    public void RemoveOutdated()
    {
        if (Current is not { } current)
            return;
        foreach (var name in Names().Where(name => NumberOf(name) < NumberOf(current)).ToList())
            Remove(name);
    }

    private IEnumerable<string> Names() => !Directory.Exists(directory) ? [] :
        Directory.EnumerateDirectories(directory).Select(path => Path.GetFileName(path)).Where(name => NumberOf(name) > 0);

    private static int NumberOf(string name) =>
        name.Length > 1 && name[0] == 'g' && int.TryParse(name.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
