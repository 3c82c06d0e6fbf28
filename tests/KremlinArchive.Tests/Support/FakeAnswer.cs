using System.IO.Compression;
using System.Text;

namespace KremlinArchive.Tests.Support;

/// <summary>One answer of the fake site, or one of its faults.</summary>
internal sealed record FakeAnswer
{
    public int Status { get; init; } = 200;

    public byte[] Body { get; init; } = [];

    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    public FakeFault Fault { get; init; }

    public static FakeAnswer Page(string body) => Page(Encoding.UTF8.GetBytes(body));

    public static FakeAnswer Page(byte[] body, string type = "text/html; charset=utf-8") => new() { Body = body, Headers = [("Content-Type", type)] };

    public static FakeAnswer Of(int status, params (string Name, string Value)[] headers) =>
        new() { Status = status, Headers = headers, Body = Encoding.UTF8.GetBytes($"<!doctype html><html><head><title>{status}</title></head><body><h1>{status}</h1></body></html>") };

    public static FakeAnswer Redirect(string to) => Of(302, ("Location", to));

    public FakeAnswer Zipped()
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            zip.Write(Body);
        return this with { Body = packed.ToArray(), Headers = [.. Headers, ("Content-Encoding", "gzip")] };
    }
}

/// <summary>What can go wrong with a connection.</summary>
internal enum FakeFault
{
    None,

    /// <summary>Half of the body comes, then the connection ends.</summary>
    Cut,

    /// <summary>Half of the body comes in chunks, and the last chunk never does.</summary>
    CutInChunks,

    /// <summary>Nothing comes at all until the asker loses patience.</summary>
    Hang,

    /// <summary>The connection ends without an answer.</summary>
    Drop,
}
