using System.Text.Json.Serialization;

namespace KremlinArchive.Search.Json;

/// <summary>The generated serializers of everything that programs receive.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(SearchBody))]
[JsonSerializable(typeof(RecordBody))]
[JsonSerializable(typeof(StatusBody))]
[JsonSerializable(typeof(VersionsBody))]
[JsonSerializable(typeof(VersionBody))]
[JsonSerializable(typeof(ComparisonBody))]
[JsonSerializable(typeof(ChangesBody))]
[JsonSerializable(typeof(RunBody))]
[JsonSerializable(typeof(RunsBody))]
[JsonSerializable(typeof(OutcomesBody))]
[JsonSerializable(typeof(ImportBody))]
[JsonSerializable(typeof(QuarantineBody))]
[JsonSerializable(typeof(AuditBody))]
[JsonSerializable(typeof(SearchesBody))]
[JsonSerializable(typeof(CoverageBody))]
[JsonSerializable(typeof(GapsBody))]
[JsonSerializable(typeof(CapturesBody))]
[JsonSerializable(typeof(CaptureShowingBody))]
internal sealed partial class ArchiveJsonContext : JsonSerializerContext;
