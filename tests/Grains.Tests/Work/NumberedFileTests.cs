using Interleave.Grains.Work;

namespace Interleave.Grains.Tests.Work;

public sealed class NumberedFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("interleave-test-");

    [Fact]
    public void A_file_that_is_missing_is_made_once_and_its_blocks_are_read_by_their_numbers()
    {
        var file = new NumberedFile(Path.Combine(_folder.FullName, "interleave-io-1"), Blocks: 5, Bytes: 512);

        Assert.True(file.MakeWhereMissing());
        Assert.False(file.MakeWhereMissing());

        Assert.Equal(5 * 512, new FileInfo(file.Path).Length);
        Assert.Equal([0, 3, 4], ((long[])[0, 3, 4]).Select(number => FileBlock.Read(new FileRequest(file.Path, number, 512)).Order));
        file.Remove();
        Assert.Empty(_folder.GetFiles());
    }

    [Fact]
    public void No_other_file_is_written_or_removed()
    {
        var other = Path.Combine(_folder.FullName, "other");
        File.WriteAllText(other, "kept");
        var file = new NumberedFile(other, Blocks: 1, Bytes: 512);

        Assert.Throws<ArgumentException>(() => file.MakeWhereMissing());
        Assert.Throws<ArgumentException>(file.Remove);
        Assert.Equal("kept", File.ReadAllText(other));
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
