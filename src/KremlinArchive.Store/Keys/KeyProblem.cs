namespace KremlinArchive.Store.Keys;

/// <summary>Why a key was not made or revoked.</summary>
public enum KeyProblem
{
    /// <summary>The name is empty, too long, or has other signs than letters, digits and <c>. - _</c>.</summary>
    NameIsWrong,

    /// <summary>Another key that opens something has the name.</summary>
    NameIsTaken,

    /// <summary>It would open nothing.</summary>
    NoScope,

    /// <summary>It would have expired already.</summary>
    ExpiresTooEarly,

    /// <summary>No key that opens something has the name.</summary>
    NoSuchKey,
}
