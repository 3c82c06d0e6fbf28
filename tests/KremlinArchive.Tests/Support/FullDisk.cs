using Lucene.Net.Index;
using Lucene.Net.Store;
using Directory = Lucene.Net.Store.Directory;

namespace KremlinArchive.Tests.Support;

/// <summary>The files of an index on a disk that can be full.</summary>
internal sealed class FullDisk
{
    private int writesLeft = int.MaxValue;
    private Func<Exception> refusal = NoSpace;

    /// <summary>True if it refuses only what merges begin.</summary>
    public bool IsForMergesAlone { get; init; }

    /// <summary>Lets so many files still be begun, and refuses all that follow.</summary>
    public void FillAfter(int files) => (writesLeft, refusal) = (files, NoSpace);

    /// <summary>Answers every file to be begun with what damaged files lead to.</summary>
    public void Damage() => (writesLeft, refusal) = (0, () => new CorruptIndexException("Checksum mismatch"));

    public void Free() => writesLeft = int.MaxValue;

    public Directory Open(string path) => new Files(new NIOFSDirectory(path), this);

    private static IOException NoSpace() => new("No space left on device");

    private sealed class Files(Directory real, FullDisk disk) : FilterDirectory(real)
    {
        public override IndexOutput CreateOutput(string name, IOContext context) =>
            (disk.IsForMergesAlone && context.Context != IOContext.UsageContext.MERGE) || disk.writesLeft-- > 0 ? base.CreateOutput(name, context) : throw disk.refusal();
    }
}
