using Lucene.Net.Store;
using Directory = Lucene.Net.Store.Directory;

namespace KremlinArchive.Tests.Support;

/// <summary>The files of an index on a disk that can be full.</summary>
internal sealed class FullDisk
{
    private int writesLeft = int.MaxValue;

    /// <summary>Lets so many files still be begun, and refuses all that follow.</summary>
    public void FillAfter(int files) => writesLeft = files;

    public void Free() => writesLeft = int.MaxValue;

    public Directory Open(string path) => new Files(new NIOFSDirectory(path), this);

    private sealed class Files(Directory real, FullDisk disk) : FilterDirectory(real)
    {
        public override IndexOutput CreateOutput(string name, IOContext context) =>
            disk.writesLeft-- > 0 ? base.CreateOutput(name, context) : throw new IOException("No space left on device");
    }
}
