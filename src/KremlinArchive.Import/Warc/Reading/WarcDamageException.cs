namespace KremlinArchive.Import.Warc.Reading;

/// <summary>A WARC record is not what it should be. Caught where the records are walked, which goes on at the next one where it can.</summary>
internal sealed class WarcDamageException(string message) : Exception(message)
{
    /// <summary>True for what damaged bytes lead to, here and in decoders.</summary>
    public static bool Is(Exception exception) => exception is WarcDamageException or InvalidDataException or EndOfStreamException or IOException;
}
