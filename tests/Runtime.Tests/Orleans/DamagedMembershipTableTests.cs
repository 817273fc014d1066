using Interleave.Files;
using Interleave.Silo.GrainRuntimes;

namespace Runtime.Tests.Orleans;

/// <summary>What a file in a folder may go through: silos that die, locks, files that are deleted, damaged or put back.</summary>
public sealed class DamagedMembershipTableTests : FileMembershipTableTest
{
    [Fact]
    public async Task A_silo_that_comes_marks_those_dead_whose_processes_have_ended()
    {
        var living = await InsertAsync(Member(SiloStatus.Active));
        var ended = Member(SiloStatus.Active);
        ended.SiloName = "1-Silo-0";
        await InsertAsync(ended);

        var data = await (await OpenAsync()).ReadAll();

        Assert.Equal(SiloStatus.Active, data.TryGet(living.SiloAddress)!.Item1.Status);
        Assert.Equal(SiloStatus.Dead, data.TryGet(ended.SiloAddress)!.Item1.Status);
        Assert.Equal(3, data.Version.Version);
    }

    [Fact]
    public async Task A_lock_that_lives_is_never_broken_however_old_its_file_is_nor_waited_for_without_end()
    {
        var file = Seat.Folder.Members + ".lock";
        using var held = FileLock.TryTake(file)!;
        File.SetLastWriteTimeUtc(file, Now.AddYears(-1));
        var impatient = new FileMembershipTable(Seat.Folder, Losses.Add, TimeSpan.FromMilliseconds(50));

        var error = await Assert.ThrowsAsync<IOException>(() => impatient.InitializeMembershipTable(tryInitTableVersion: true));

        Assert.Contains(file, error.Message, StringComparison.Ordinal);
        Assert.True(FileLock.IsHeld(file));
        Assert.Empty(Losses);
    }

    [Fact]
    public async Task A_folder_that_was_deleted_is_told_and_not_made_again()
    {
        await InsertAsync(Member(SiloStatus.Active));
        Directory.Delete(Seat.Folder.Path, recursive: true);

        await Assert.ThrowsAsync<InvalidDataException>(Table.ReadAll);
        await Assert.ThrowsAsync<InvalidDataException>(() => Table.UpdateIAmAlive(Member(SiloStatus.Active)));

        Assert.All(Losses, loss => Assert.Contains("members.json' is gone", loss, StringComparison.Ordinal));
        Assert.Equal(2, Losses.Count);
        Assert.False(Directory.Exists(Seat.Folder.Path));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[1, 2]")]
    public async Task A_damaged_file_is_told(string content)
    {
        await InsertAsync(Member(SiloStatus.Active));
        File.WriteAllText(Seat.Folder.Members, content);

        await Assert.ThrowsAsync<InvalidDataException>(Table.ReadAll);

        Assert.Contains("members.json' is damaged", Assert.Single(Losses), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_was_put_back_is_told()
    {
        await InsertAsync(Member(SiloStatus.Active));
        var old = File.ReadAllBytes(Seat.Folder.Members);
        await InsertAsync(Member(SiloStatus.Active));
        File.WriteAllBytes(Seat.Folder.Members, old);

        await Assert.ThrowsAsync<InvalidDataException>(Table.ReadAll);

        Assert.Contains("was put back from version 2 to 1", Assert.Single(Losses), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_killed_writer_left_beside_the_table_does_no_harm()
    {
        await InsertAsync(Member(SiloStatus.Active));
        File.WriteAllText(Seat.Folder.Members + ".new", "{ \"Vers");

        await InsertAsync(Member(SiloStatus.Active));

        Assert.Equal(2, (await Table.ReadAll()).Members.Count);
    }
}
