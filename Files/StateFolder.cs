using System.Runtime.InteropServices;

namespace Interleave.Files;

/// <summary>The folder for what this user's processes remember and share; nobody else may read or change it, and that is checked at each use.</summary>
public static partial class StateFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode WritableByOthers = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    private const int CurrentDirectory = -100;
    private const int DoNotFollowLinks = 0x100;
    private const uint OwnerField = 0x8;
    private const int StatusBytes = 256;
    private const int OwnerOffset = 20;

    /// <summary>Where the folder is: as the XDG base directory specification says, or, on Windows, in the user's profile.</summary>
    public static string OfThisUser()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify);
        return Environment.GetEnvironmentVariable("XDG_STATE_HOME") is { } state && Path.IsPathRooted(state) ? Path.Combine(state, "interleave")
            : OperatingSystem.IsWindows() ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "interleave")
            : home.Length > 0 ? Path.Combine(home, ".local", "state", "interleave")
            : throw new IOException("This user has no home folder to keep state in: set XDG_STATE_HOME to a folder.");
    }

    /// <summary>Creates the folder where it is missing, and makes sure that it belongs to this user alone.</summary>
    /// <exception cref="IOException">It is a link, another user's, or others could have written to it.</exception>
    public static string Open(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            // A profile is its user's own already.
            return Directory.CreateDirectory(folder).FullName;
        }

        var info = Directory.CreateDirectory(folder, OwnerOnly);
        if (info.LinkTarget is not null)
        {
            throw new IOException($"'{folder}' is a link: a folder that belongs to this user alone is needed there.");
        }

        if (OperatingSystem.IsLinux() && OwnerOf(folder) is var owner && owner != EffectiveUserId())
        {
            throw new IOException($"'{folder}' belongs to another user (id {owner}): name a folder of your own in XDG_STATE_HOME.");
        }

        if ((info.UnixFileMode & WritableByOthers) != 0)
        {
            throw new IOException($"Other users may write to '{folder}': delete it, or look at what it holds and then run 'chmod 700' on it.");
        }

        if (info.UnixFileMode != OwnerOnly)
        {
            // Fails for a folder of another user, which is how other systems than Linux notice one.
            info.UnixFileMode = OwnerOnly;
        }

        return info.FullName;
    }

    private static uint OwnerOf(string folder)
    {
        Span<byte> status = stackalloc byte[StatusBytes];
        return GetStatus(CurrentDirectory, folder, DoNotFollowLinks, OwnerField, ref MemoryMarshal.GetReference(status)) == 0
            ? MemoryMarshal.Read<uint>(status[OwnerOffset..])
            : throw new IOException($"The owner of '{folder}' cannot be read: {Marshal.GetLastPInvokeErrorMessage()}.");
    }

    [LibraryImport("libc", EntryPoint = "geteuid")]
    private static partial uint EffectiveUserId();

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int GetStatus(int folder, string path, int flags, uint fields, ref byte status);
}
