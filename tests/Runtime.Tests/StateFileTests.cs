using Interleave.Embedded.Storage;
using Interleave.EndToEnd.Tests.Processes;

namespace Runtime.Tests;

public sealed class StateFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void What_was_written_is_read_with_its_version()
    {
        var file = new StateFile(_folder["state"], "a");

        Assert.Equal(StoredState.Nothing, file.Read());
        Assert.Equal(1, file.Replace(0, [1, 2]).Version);
        Assert.Equal(2, file.Replace(1, [3]).Version);

        Assert.Equal(2, file.Read().Version);
        Assert.Equal([3], file.Read().Content);
    }

    [Fact]
    public void A_change_made_from_another_version_is_refused_and_changes_nothing()
    {
        var file = new StateFile(_folder["state"], "a");
        file.Replace(0, [1]);
        file.Replace(1, [2]);

        var stale = Assert.Throws<StaleStateException>(() => file.Replace(1, [3]));

        Assert.Equal((2, 1), (stale.Stored, stale.Known));
        Assert.Equal([2], file.Read().Content);
    }

    [Fact]
    public void A_cleared_record_still_refuses_those_who_knew_it_before()
    {
        var file = new StateFile(_folder["state"], "a");
        file.Replace(0, [1]);
        file.Replace(1, null);

        Assert.Null(file.Read().Content);
        Assert.Throws<StaleStateException>(() => file.Replace(0, [1]));
        Assert.Throws<StaleStateException>(() => file.Replace(1, [1]));
        Assert.Equal(3, file.Replace(2, []).Version);
        Assert.Empty(file.Read().Content ?? [1]);
    }

    [Fact]
    public void A_writer_that_was_killed_half_way_leaves_the_old_record()
    {
        var file = new StateFile(_folder["state"], "a");
        file.Replace(0, [1]);
        File.WriteAllBytes(_folder["state.new"], [0xFF]);
        File.WriteAllBytes(_folder["state.lock"], []);

        Assert.Equal([1], file.Read().Content);
        Assert.Equal(2, file.Replace(1, [2]).Version);
    }

    [Fact]
    public async Task Of_many_writers_at_once_one_wins_each_version()
    {
        const int Writers = 4;
        const int Versions = 50;
        var won = new int[Versions];

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(() =>
        {
            var file = new StateFile(_folder["state"], "a");
            while (file.Read().Version is var version && version < Versions)
            {
                try
                {
                    file.Replace(version, [1]);
                    Interlocked.Increment(ref won[version]);
                }
                catch (StaleStateException)
                {
                    // Another one was first.
                }
            }
        })));

        Assert.All(won, winners => Assert.Equal(1, winners));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(-1)]
    public void A_damaged_file_is_refused(int kept)
    {
        var file = new StateFile(_folder["state"], "a");
        file.Replace(0, [1, 2, 3]);
        var bytes = File.ReadAllBytes(_folder["state"]);
        File.WriteAllBytes(_folder["state"], kept < 0 ? [.. bytes, 0] : bytes[..kept]);

        Assert.Contains(_folder["state"], Assert.Throws<InvalidDataException>(file.Read).Message);
    }

    [Fact]
    public void A_file_of_another_record_is_refused()
    {
        new StateFile(_folder["state"], "a").Replace(0, [1]);

        Assert.Throws<InvalidDataException>(() => new StateFile(_folder["state"], "b").Read());
    }

    public void Dispose() => _folder.Dispose();
}
