using System.Text;

namespace KremlinArchive.Import.Sources;

/// <summary>Names in a zip that does not say their encoding: UTF-8 where they are that, else the DOS code page of Russian Windows.</summary>
internal sealed class ZipNameEncoding : Encoding
{
    private static readonly Encoding Strict = new UTF8Encoding(false, throwOnInvalidBytes: true);
    private static readonly Encoding Dos = CodePagesEncodingProvider.Instance.GetEncoding(866)!;

    public override int GetCharCount(byte[] bytes, int index, int count) => Read(bytes, index, count).Length;

    public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex)
    {
        var name = Read(bytes, byteIndex, byteCount);
        name.CopyTo(chars.AsSpan(charIndex));
        return name.Length;
    }

    public override int GetMaxCharCount(int byteCount) => byteCount;

    public override int GetByteCount(char[] chars, int index, int count) => Strict.GetByteCount(chars, index, count);

    public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex) =>
        Strict.GetBytes(chars, charIndex, charCount, bytes, byteIndex);

    public override int GetMaxByteCount(int charCount) => Strict.GetMaxByteCount(charCount);

    private static string Read(byte[] bytes, int index, int count)
    {
        try
        {
            return Strict.GetString(bytes, index, count);
        }
        catch (DecoderFallbackException)
        {
            return Dos.GetString(bytes, index, count);
        }
    }
}
