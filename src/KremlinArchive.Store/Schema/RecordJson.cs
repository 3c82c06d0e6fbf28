using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using KremlinArchive.Records;

namespace KremlinArchive.Store.Schema;

/// <summary>How a version's content is written as JSON. Its form is part of the hash chain: fields are added, never renamed.</summary>
[JsonSerializable(typeof(ArchiveRecord))]
internal sealed partial class RecordJson : JsonSerializerContext
{
    /// <summary>Cyrillic as itself: a third of the size, and legible to whoever opens the database.</summary>
    public static RecordJson Readable { get; } = new(new JsonSerializerOptions
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new RecordIdText(), new PrintedTimeText(), new DaySpanText(), new JsonStringEnumConverter<Kind>() },
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    });
}

/// <summary>An identity as text.</summary>
internal sealed class RecordIdText : JsonConverter<RecordId>
{
    public override RecordId Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        RecordId.Parse(reader.GetString()) ?? throw new JsonException("An identity was expected.");

    public override void Write(Utf8JsonWriter writer, RecordId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}

/// <summary>A printed time as text.</summary>
internal sealed class PrintedTimeText : JsonConverter<PrintedTime>
{
    public override PrintedTime Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        PrintedTime.Parse(reader.GetString()) ?? throw new JsonException("A date, or a date and time, was expected.");

    public override void Write(Utf8JsonWriter writer, PrintedTime value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}

/// <summary>A span of days as text: <c>2021-12-07/2021-12-08</c>.</summary>
internal sealed class DaySpanText : JsonConverter<DaySpan>
{
    private const string Day = "yyyy-MM-dd";

    public override DaySpan Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        reader.GetString()?.Split('/') is [var first, var last] ? new DaySpan(Parse(first), Parse(last)) : throw new JsonException("Two days were expected.");

    public override void Write(Utf8JsonWriter writer, DaySpan value, JsonSerializerOptions options) =>
        writer.WriteStringValue(string.Create(CultureInfo.InvariantCulture, $"{value.First:yyyy-MM-dd}/{value.Last:yyyy-MM-dd}"));

    private static DateOnly Parse(string text) =>
        DateOnly.TryParseExact(text, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw new JsonException("A day was expected.");
}
