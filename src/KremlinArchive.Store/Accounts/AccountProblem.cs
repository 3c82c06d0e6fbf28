namespace KremlinArchive.Store.Accounts;

/// <summary>Why an account was not made or changed.</summary>
public enum AccountProblem
{
    /// <summary>The name is empty, too long, or has other signs than letters, digits and <c>. - _ @</c>.</summary>
    NameIsWrong,

    /// <summary>Another account has the name.</summary>
    NameIsTaken,

    /// <summary>The password has fewer than <see cref="AccountRules.ShortestPassword"/> signs.</summary>
    PasswordIsShort,

    /// <summary>The password has more than <see cref="AccountRules.LongestPassword"/> signs.</summary>
    PasswordIsLong,

    /// <summary>The password is little else than the name.</summary>
    PasswordIsTheName,

    /// <summary>The present password is another one, or was guessed at too often.</summary>
    PasswordIsWrong,

    /// <summary>No account has the name.</summary>
    NoSuchAccount,

    /// <summary>It is the last account: without it nobody could enter.</summary>
    LastAccount,

    /// <summary>A first account was to be made, and there is one already.</summary>
    NotTheFirst,
}
