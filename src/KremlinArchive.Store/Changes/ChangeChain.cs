using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using KremlinArchive.Records;

namespace KremlinArchive.Store.Changes;

/// <summary>The hash that ties a change to the one before it: whoever knows the newest one can prove that nothing before it was altered.</summary>
internal static class ChangeChain
{
    /// <summary>What the first change has before it.</summary>
    public const string Beginning = "";

    /// <summary>SHA-256 over the lines of an entry, the hash before it first; lower-case hexadecimal.</summary>
    public static string Hash(string before, long number, RecordId record, int version, ChangeKind kind, DateTimeOffset at, string contentHash)
    {
        var entry = string.Create(
            CultureInfo.InvariantCulture,
            $"{before}\n{number}\n{record}\n{version}\n{(int)kind}\n{at.ToUnixTimeMilliseconds()}\n{contentHash}\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(entry)));
    }
}
