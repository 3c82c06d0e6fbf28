using KremlinArchive.Records;
using KremlinArchive.Store.Reading;
using KremlinArchive.Web.Wording;

namespace KremlinArchive.Web.Reading;

/// <summary>
/// How a record is cited, in its own language: title, publisher, date, address there, address here. It names the version in place of a day of
/// access: the text at an address of the archive changes with the version only.
/// </summary>
internal static class Citation
{
    /// <summary>The citation as plain text on one line.</summary>
    /// <param name="stored">The record.</param>
    /// <param name="address">Its whole address in this archive.</param>
    public static string Of(StoredRecord stored, string address)
    {
        var record = stored.Record;
        var title = record.Title.TrimEnd('.');
        var date = record.Published.LongIn(record.Id.Language);
        if (record.Id.IsSample)
            return record.Id.Language == Language.Russian
                ? $"{title}. Вымышленный образец архива KremlinArchive, {date}. {address}"
                : $"{title}. An invented sample of KremlinArchive, {date}. {address}";
        return record.Id.Language == Language.Russian
            ? $"{title} // Президент России: официальный сайт. {date}. URL: {record.Address} (CC BY 4.0). По копии в архиве KremlinArchive, версия {stored.Version}: {address}"
            : $"“{title}”. President of Russia, official website, {date}. {record.Address} (CC BY 4.0). As kept by KremlinArchive, version {stored.Version}: {address}";
    }
}
