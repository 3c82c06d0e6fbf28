using System.Globalization;

namespace KremlinArchive.Records;

/// <summary>The identity of a record, written <c>ru/events/67315</c>: its language, its collection and its number there.</summary>
public sealed record RecordId
{
    /// <summary>The largest number an identity may hold: nine digits.</summary>
    public const int LargestNumber = 999_999_999;

    /// <summary>Samples are invented records; theirs are the numbers from here on, which the site never gives.</summary>
    public const int FirstSampleNumber = 900_000_001;

    /// <exception cref="ArgumentOutOfRangeException">The number is not in 1 … 999,999,999.</exception>
    public RecordId(Language language, Collection collection, int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, LargestNumber);
        Language = language;
        Collection = collection;
        Number = number;
    }

    public Language Language { get; }

    public Collection Collection { get; }

    public int Number { get; }

    /// <summary>True for an invented record that ships with the application.</summary>
    public bool IsSample => Number >= FirstSampleNumber;

    /// <summary>The identity that this record's translation has, whether or not the archive holds one.</summary>
    public RecordId Translation => new(Language.Other(), Collection, Number);

    /// <summary>Reads <c>ru/events/67315</c>; null for anything else, also for leading zeros and more than nine digits.</summary>
    public static RecordId? Parse(string? text)
    {
        var parts = text?.Split('/');
        return parts is { Length: 3 } ? Parse(parts[0], parts[1], parts[2]) : null;
    }

    /// <summary>Reads an identity from its three parts; null if one of them is not what it should be.</summary>
    public static RecordId? Parse(string? language, string? collection, string? number)
    {
        if (LanguageCodes.Parse(language) is not { } spoken || CollectionCodes.Parse(collection) is not { } kept)
            return null;
        return ParseNumber(number) is { } n ? new RecordId(spoken, kept, n) : null;
    }

    /// <summary>The number of 1–9 digits without a leading zero that the text is; null for any other text.</summary>
    public static int? ParseNumber(string? text) =>
        text is { Length: >= 1 and <= 9 } && text[0] != '0' && text.All(char.IsAsciiDigit)
            ? int.Parse(text, CultureInfo.InvariantCulture)
            : null;

    /// <summary><c>ru/events/67315</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Language.Code()}/{Collection.Code()}/{Number}");
}
