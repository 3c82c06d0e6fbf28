using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace KremlinArchive.Store.Keys;

/// <summary>A key as it is handed out and presented: <c>ka_</c> and 256 random bits, 46 characters in all.</summary>
internal static class KeyText
{
    private const string Prefix = "ka_";
    private const int RandomBytes = 32;

    // Enough for people to tell their keys apart; what is left to be guessed is more than 200 bits.
    private const int BeginningLength = 9;

    // No key is longer, and whatever else is presented is not read to its end.
    private const int LongestRead = 64;

    public static string New() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes));

    public static string BeginningOf(string key) => key[..BeginningLength];

    /// <summary>SHA-256, lower-case hexadecimal. Whatever is presented is hashed, so that it takes the same time.</summary>
    public static string HashOf(string presented) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(presented.Length <= LongestRead ? presented : presented[..LongestRead])));
}
