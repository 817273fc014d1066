using Interleave.Client.Records;

namespace Interleave.Client.Tests.Records;

public sealed class LastPlaceboTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("interleave-test-");

    private LastPlacebo Last => new(() => _folder.FullName);

    [Fact]
    public void What_was_kept_can_be_read()
    {
        Assert.Null(Last.Read());
        Last.Keep(AnOutcome);

        Assert.Equal(AnOutcome.InOneLine, Last.Read()?.InOneLine);
    }

    [Fact]
    public void What_another_version_kept_counts_as_none()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "placebo.json"), "{}");

        Assert.Null(Last.Read());
    }

    [Fact]
    public void A_user_without_a_folder_has_none() => Assert.Null(new LastPlacebo(() => throw new IOException("no home")).Read());

    public void Dispose() => _folder.Delete(recursive: true);

    private static PlaceboOutcome AnOutcome { get; } = new(DateTimeOffset.UnixEpoch, Profile.Quick, ["cpu"], 3, 120, 40, 48, 48, 48);
}
