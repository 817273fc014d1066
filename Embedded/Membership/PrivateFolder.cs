namespace Interleave.Embedded.Membership;

/// <summary>A folder that nobody but this user can look into.</summary>
internal static class PrivateFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Where the folders of clusters are, unless another place is named.</summary>
    public static string OfClusters()
    {
        var state = Environment.GetEnvironmentVariable("XDG_STATE_HOME") is { } named && Path.IsPathRooted(named)
            ? named
            : Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return state.Length > 0
            ? Path.Combine(state, "interleave", "embedded")
            : throw new IOException("This user has no home folder to keep state in: set XDG_STATE_HOME to a folder.");
    }

    /// <summary>Creates the folder if it is missing, and makes sure that only this user can use it.</summary>
    /// <exception cref="IOException">It is a link, or others could have written to it, or it belongs to somebody else.</exception>
    public static void Open(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            // A profile is its user's own already.
            Directory.CreateDirectory(folder);
            return;
        }

        var info = Directory.CreateDirectory(folder, OwnerOnly);
        if (info.LinkTarget is not null || info.UnixFileMode != OwnerOnly)
        {
            throw new IOException($"'{folder}' is a link, or others than its owner may use it: a cluster's folder must be a folder of its own with mode 0700.");
        }

        // Only the owner may change the mode, even to what it is.
        info.UnixFileMode = OwnerOnly;
    }
}
