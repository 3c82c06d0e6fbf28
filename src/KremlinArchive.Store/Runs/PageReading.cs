using KremlinArchive.Records;

namespace KremlinArchive.Store.Runs;

/// <summary>What reading one capture gave.</summary>
public abstract record PageReading
{
    private PageReading()
    {
    }

    /// <summary>The capture holds records: one for a page, one an entry for a feed.</summary>
    /// <param name="Form">The form of the capture.</param>
    /// <param name="Records">The records, in the order of the capture.</param>
    /// <param name="Damage">One reason for each part that should have been a record and could not be read.</param>
    public sealed record Documents(CaptureForm Form, IReadOnlyList<ArchiveRecord> Records, IReadOnlyList<string> Damage) : PageReading
    {
        /// <summary>A capture that holds exactly one record.</summary>
        public static Documents One(CaptureForm form, ArchiveRecord record) => new(form, [record], []);
    }

    /// <summary>The capture is known for something that is not a document: a gallery, a list.</summary>
    /// <param name="Reason">A sentence for admins.</param>
    public sealed record Skipped(string Reason) : PageReading;

    /// <summary>The site has no page of a record, under none of its addresses. An observation, and no change of the record.</summary>
    /// <param name="Record">The record.</param>
    /// <param name="Asked">The addresses that were asked for.</param>
    public sealed record Absent(RecordId Record, IReadOnlyList<string> Asked) : PageReading;

    /// <summary>The capture should have been a document and could not be read.</summary>
    /// <param name="Reason">A sentence for admins: what was wrong and where.</param>
    public sealed record Unreadable(string Reason) : PageReading;
}
