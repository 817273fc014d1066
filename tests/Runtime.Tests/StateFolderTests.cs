using System.Runtime.Versioning;
using Interleave.EndToEnd.Tests.Processes;
using Interleave.Files;
using Interleave.Silo;

namespace Runtime.Tests;

[SupportedOSPlatform("linux")]
public sealed class StateFolderTests : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly TemporaryFolder _folder = new();

    [LinuxFact]
    public void A_folder_that_is_missing_is_made_for_its_owner_alone()
    {
        var state = StateFolder.Open(_folder["state"]);

        Assert.Equal(OwnerOnly, File.GetUnixFileMode(state));
    }

    [LinuxFact]
    public void A_folder_that_others_may_read_is_closed_to_them()
    {
        var state = Directory.CreateDirectory(_folder["state"], OwnerOnly | UnixFileMode.GroupRead | UnixFileMode.OtherRead);

        StateFolder.Open(state.FullName);

        Assert.Equal(OwnerOnly, File.GetUnixFileMode(state.FullName));
    }

    [LinuxFact]
    public void A_folder_that_others_could_have_written_to_is_refused()
    {
        var state = Directory.CreateDirectory(_folder["state"]);
        state.UnixFileMode = OwnerOnly | UnixFileMode.OtherWrite;

        var error = Assert.Throws<IOException>(() => StateFolder.Open(state.FullName));

        Assert.StartsWith($"Other users may write to '{state.FullName}'", error.Message, StringComparison.Ordinal);
    }

    [LinuxFact]
    public void A_link_is_refused_wherever_it_leads()
    {
        Directory.CreateDirectory(_folder["elsewhere"], OwnerOnly);
        Directory.CreateSymbolicLink(_folder["state"], _folder["elsewhere"]);

        var error = Assert.Throws<IOException>(() => StateFolder.Open(_folder["state"]));

        Assert.StartsWith($"'{_folder["state"]}' is a link", error.Message, StringComparison.Ordinal);
    }

    [LinuxFact]
    public void A_folder_of_another_user_is_refused()
    {
        // The system's own folders belong to root; root finds none of others without making one.
        var foreign = Environment.IsPrivilegedProcess ? Foreign() : "/etc";

        var error = Assert.Throws<IOException>(() => StateFolder.Open(foreign));

        Assert.StartsWith($"'{foreign}' belongs to another user", error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private string Foreign()
    {
        Directory.CreateDirectory(_folder["foreign"], OwnerOnly);
        using var chown = System.Diagnostics.Process.Start("chown", ["65534", _folder["foreign"]]);
        chown.WaitForExit();
        return _folder["foreign"];
    }
}
