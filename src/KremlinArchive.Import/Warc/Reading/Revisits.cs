using KremlinArchive.Import.Sources;

namespace KremlinArchive.Import.Warc.Reading;

/// <summary>
/// The revisits of an import that the archive did not know what to make of, and the files in which what they refer to may be. When all
/// files are through, those are walked once more for it: whatever their form, and with nothing of them in memory.
/// </summary>
internal sealed class Revisits
{
    /// <summary>So many are remembered.</summary>
    private const int Most = 200_000;

    private readonly List<Revisit> waiting = [];
    private readonly List<Func<WarcFile>> files = [];
    private long forgotten;

    /// <summary>A file is about to be walked.</summary>
    public void Walk(Func<WarcFile> file) => files.Add(file);

    /// <summary>Remembers one that was looked for in the archive before, in vain: none of them is met until all files are through.</summary>
    public void Add(Revisit revisit)
    {
        if (waiting.Count < Most)
            waiting.Add(revisit);
        else
            forgotten++;
    }

    /// <summary>The captures of all that the archive itself did not know; one entry for each.</summary>
    public IEnumerable<SourceEntry> Settle()
    {
        if (waiting.Count > 0)
        {
            var wanted = waiting.SelectMany(revisit => revisit.Keys, (revisit, key) => (revisit, key)).ToLookup(pair => pair.key, pair => pair.revisit, StringComparer.Ordinal);
            foreach (var entry in files.SelectMany(open => Search(open, wanted)))
                yield return entry;
        }

        foreach (var unmet in waiting.Where(known => !known.IsMet))
        {
            yield return unmet.IsOfNoItem
                ? SourceEntry.Skipped(unmet.Unmet().Source, "A revisit of a page that is no item, whose earlier capture is not here.", 0)
                : SourceEntry.Refused(unmet.Unmet(), $"{PackageFlaw.Beginning} that the same bytes were captured earlier, and that capture is neither in the archive nor in the files imported with it ({unmet.Place}). Import the file that holds it together with this one.", 0);
        }

        if (forgotten > 0)
            yield return SourceEntry.Refused("revisits", Message.Of($"{forgotten} revisits were too many to be remembered at a time: import the same files once more, and they find in the archive what they refer to."), 0);
    }

    private static IEnumerable<SourceEntry> Search(Func<WarcFile> open, ILookup<string, Revisit> wanted)
    {
        if (TryOpen(open) is not { } file)
            yield break;
        using (file)
        {
            while (Step(file, header => Matches(header, wanted).Any()) is { } found)
            {
                if (found.Record is not { } record)
                    continue;
                foreach (var revisit in Matches(record.Header, wanted).ToList())
                    yield return found.Entry! with { Capture = revisit.Meet(found.Entry.Capture), Taken = 0 };
            }
        }
    }

    // Whatever ends a file early was told when it was walked for its pages.
    private static WarcFile? TryOpen(Func<WarcFile> open)
    {
        try
        {
            return open();
        }
        catch (Exception damage) when (damage is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static WarcFinding? Step(WarcFile file, Func<WarcHeader, bool> isWanted)
    {
        try
        {
            return file.Next(isWanted);
        }
        catch (Exception damage) when (damage is SourceLimitException || WarcDamageException.Is(damage))
        {
            return null;
        }
    }

    private static IEnumerable<Revisit> Matches(WarcHeader header, ILookup<string, Revisit> wanted) =>
        header.Type is "response" or "resource"
            ? Keys(header).SelectMany(key => wanted[key]).Where(revisit => !revisit.IsMet).Distinct()
            : [];

    private static IEnumerable<string> Keys(WarcHeader header)
    {
        if (header[WarcFields.RecordId] is { } id)
            yield return id;
        if (header[WarcFields.PayloadDigest] is { } digest)
            yield return digest;
        if (header.TargetUri is { } address && header.Date is { } time)
            yield return Revisit.KeyOf(address, time);
    }
}
