using System.Text;
using Interleave.Client.Records;

namespace Interleave.Client.Tests.Records;

public sealed class WholeFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("interleave-test-");

    private string File => Path.Combine(_folder.FullName, "run.json");

    [Fact]
    public void While_a_file_is_written_its_readers_find_the_old_one()
    {
        WholeFile.Write(File, stream => stream.Write("old"u8));

        WholeFile.Write(File, stream =>
        {
            stream.Write("half of the n"u8);
            stream.Flush();
            Assert.Equal("old", System.IO.File.ReadAllText(File));
        });

        Assert.Equal("half of the n", System.IO.File.ReadAllText(File));
    }

    [Fact]
    public void What_fails_half_way_leaves_the_old_file_and_nothing_else()
    {
        WholeFile.Write(File, stream => stream.Write("old"u8));

        Assert.Throws<IOException>(() => WholeFile.Write(File, stream =>
        {
            stream.Write(Encoding.UTF8.GetBytes("half"));
            throw new IOException("no space left");
        }));

        Assert.Equal(["run.json"], _folder.EnumerateFiles().Select(file => file.Name));
        Assert.Equal("old", System.IO.File.ReadAllText(File));
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
