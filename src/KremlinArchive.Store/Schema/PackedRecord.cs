using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using KremlinArchive.Records;

namespace KremlinArchive.Store.Schema;

/// <summary>A version's content as the database keeps it: UTF-8 JSON, packed, with the length before it.</summary>
internal sealed record PackedRecord(byte[] Bytes, string Hash)
{
    public static PackedRecord Of(ArchiveRecord record)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(record, RecordJson.Readable.ArchiveRecord);
        var packed = PackedBytes.Pack(json);
        var bytes = new byte[packed.Length + sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, json.Length);
        packed.CopyTo(bytes.AsSpan(sizeof(int)));
        return new PackedRecord(bytes, Convert.ToHexStringLower(SHA256.HashData(json)));
    }

    /// <exception cref="InvalidDataException">The bytes are damaged.</exception>
    public static ArchiveRecord Unpack(byte[] bytes) =>
        JsonSerializer.Deserialize(Json(bytes), RecordJson.Readable.ArchiveRecord)
        ?? throw new InvalidDataException("A stored version is empty.");

    /// <summary>The hash of stored content, computed anew.</summary>
    public static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(Json(bytes)));

    private static byte[] Json(byte[] bytes) => bytes.Length > sizeof(int)
        ? PackedBytes.Unpack(bytes.AsSpan(sizeof(int)), BinaryPrimitives.ReadInt32LittleEndian(bytes))
        : throw new InvalidDataException("A stored version is cut off.");
}
