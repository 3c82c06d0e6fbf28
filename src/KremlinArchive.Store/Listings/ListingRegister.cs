using KremlinArchive.Records;
using KremlinArchive.Store.Fetches;
using KremlinArchive.Store.Runs;
using KremlinArchive.Store.Schema;
using Microsoft.EntityFrameworkCore;

namespace KremlinArchive.Store.Listings;

/// <summary>What feeds and lists name, and what was asked for in vain, within a batch's transaction.</summary>
internal sealed class ListingRegister(ArchiveContext context, DateTimeOffset now)
{
    private readonly Dictionary<RecordId, ListedRow> rows = [];

    /// <summary>Notes what the pages of a batch name, and what became of the listed documents that were asked for.</summary>
    public async Task NoteAsync(IReadOnlyList<ReadPage> pages, CancellationToken cancellation)
    {
        var fetched = pages.Where(page => page.Progress is not null).ToList();
        var listed = fetched.SelectMany(page => page.Progress!.Listed).ToList();
        var asked = fetched.SelectMany(page => page.Progress!.Settled.Where(step => step.Record is not null).Select(step => (Step: step, Answer: AnswerOf(step, page.Reading)))).ToList();
        await LoadAsync([.. listed.Select(document => document.Record).Concat(asked.Select(one => one.Step.Record!)).Distinct()], cancellation);
        foreach (var document in listed)
            Note(document);
        foreach (var (step, answer) in asked)
        {
            if (!rows.TryGetValue(step.Record!, out var row))
                continue;
            row.AskedAt = answer is null ? null : step.At;
            row.Answer = answer;
        }
    }

    /// <summary>Why a page was asked for in vain; null if it holds the record.</summary>
    private static ListedAnswer? AnswerOf(SettledStep step, PageReading reading)
    {
        if (step.InVain is { } known)
            return known;
        return reading is PageReading.Documents documents && documents.Records.Any(record => record.Id == step.Record) ? null : ListedAnswer.Unreadable;
    }

    private void Note(ListedDocument document)
    {
        if (!rows.TryGetValue(document.Record, out var row))
        {
            var (language, collection, number) = (document.Record.Language, document.Record.Collection, document.Record.Number);
            row = new ListedRow { Language = language, Collection = collection, Number = number, Day = document.Day, Address = document.Address, FirstAt = now, LastAt = now };
            rows.Add(document.Record, row);
            context.Listed.Add(row);
        }

        row.Day = document.Day ?? row.Day;
        row.Address = document.Address;
        row.LastAt = now;
    }

    private async Task LoadAsync(IReadOnlyList<RecordId> records, CancellationToken cancellation)
    {
        foreach (var shelf in records.GroupBy(record => (record.Language, record.Collection)))
        {
            var numbers = shelf.Select(record => record.Number).ToList();
            var known = context.Listed.Where(row => row.Language == shelf.Key.Language && row.Collection == shelf.Key.Collection && numbers.Contains(row.Number));
            foreach (var row in await known.ToListAsync(cancellation))
                rows.Add(row.Record, row);
        }
    }
}
