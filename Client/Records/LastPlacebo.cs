using System.Text.Json;

namespace Interleave.Client.Records;

/// <summary>The outcome of the last placebo on this machine, kept for this user: it tells how far verdicts can be trusted here.</summary>
/// <param name="folder">Says where it is kept.</param>
internal sealed class LastPlacebo(Func<string> folder)
{
    private const string Name = "placebo.json";

    /// <summary>Null where there was none, or one that another version kept.</summary>
    public PlaceboOutcome? Read()
    {
        try
        {
            return JsonSerializer.Deserialize<PlaceboOutcome>(File.ReadAllBytes(Path.Combine(folder(), Name)), RunFormat.Options);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    public void Keep(PlaceboOutcome outcome)
    {
        var path = Path.Combine(folder(), Name);
        WholeFile.Write(path, stream => JsonSerializer.Serialize(stream, outcome, RunFormat.Options));
    }
}
