using System.Globalization;

namespace KremlinArchive.Records;

/// <summary>Two versions of one record that are compared, written <c>1..2</c>: from which to which.</summary>
/// <param name="Before">The number of the version compared from.</param>
/// <param name="After">The number of the version compared to.</param>
public sealed record VersionRange(int Before, int After)
{
    private const string Between = "..";

    /// <summary>The other way round.</summary>
    public VersionRange Turned => new(After, Before);

    /// <summary>Reads <c>1..2</c>; null for any other text.</summary>
    public static VersionRange? Parse(string? text) =>
        text?.Split(Between) is [var before, var after] && RecordId.ParseNumber(before) is { } from && RecordId.ParseNumber(after) is { } to
            ? new VersionRange(from, to)
            : null;

    /// <summary><c>1..2</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Before}{Between}{After}");
}
