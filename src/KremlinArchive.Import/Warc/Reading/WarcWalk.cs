using KremlinArchive.Import.Sources;

namespace KremlinArchive.Import.Warc.Reading;

/// <summary>Walks a file of WARC records: an entry for each page of the site and for whatever is damaged, and one for all that is passed over.</summary>
internal sealed class WarcWalk(string source, string path, FileKind kind, CaptureReader captures, SourceLimits limits, Revisits revisits, CancellationToken cancellation)
{
    public IEnumerable<SourceEntry> Read()
    {
        if (!TryOpen(out var file, out var refusal))
        {
            yield return refusal!;
            yield break;
        }

        using (file)
        {
            revisits.Walk(Open);
            while (Step(file!, out var goesOn) is { } entry)
            {
                yield return entry;
                if (!goesOn)
                    yield break;
                if (entry.Revisit is { IsMet: false } unmet)
                    revisits.Add(unmet);
            }

            if (file!.PassedOver.Sentence is { } sentence)
                yield return SourceEntry.Skipped(source, sentence, file.Rest);
            else if (file.IsEmpty)
                yield return SourceEntry.Skipped(source, "The file holds no WARC records.", 0);
        }
    }

    private WarcFile Open() => new(source, path, kind, captures, limits, cancellation);

    private bool TryOpen(out WarcFile? file, out SourceEntry? refusal)
    {
        (file, refusal) = (null, null);
        try
        {
            file = Open();
            return true;
        }
        catch (Exception damage) when (damage is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            refusal = SourceEntry.Refused(source, $"The archive cannot be opened: {damage.Message}", 0);
            return false;
        }
    }

    private SourceEntry? Step(WarcFile file, out bool goesOn)
    {
        goesOn = true;
        try
        {
            while (file.Next(_ => true) is { } finding)
            {
                if (finding.Entry is { } entry)
                    return entry;
            }

            return null;
        }
        catch (Exception failure) when (failure is SourceLimitException || WarcDamageException.Is(failure))
        {
            goesOn = false;
            return SourceEntry.Refused(source, $"The archive was not read to its end. {failure.Message} What came before is imported.", 0);
        }
    }
}
