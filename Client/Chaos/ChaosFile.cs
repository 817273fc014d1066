using System.Text.Json;
using Interleave.Client.Records;

namespace Interleave.Client.Chaos;

/// <summary>A run of faults on disk, where other runs are kept, too.</summary>
internal static class ChaosFile
{
    public static void Save(ChaosRun run, string folder) =>
        WholeFile.Write(RunFile.PathIn(folder), stream => JsonSerializer.Serialize(stream, run, RunFormat.Options));

    /// <summary>The run of faults that a folder, or a file, holds; null where it holds something else, or nothing.</summary>
    public static ChaosRun? TryRead(string folderOrFile)
    {
        var path = Directory.Exists(folderOrFile) ? RunFile.PathIn(folderOrFile) : folderOrFile;
        try
        {
            var bytes = File.ReadAllBytes(path);
            using var document = JsonDocument.Parse(bytes);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("schema", out var schema)
                && schema.ValueKind == JsonValueKind.String && schema.GetString() == ChaosRun.CurrentSchema
                ? JsonSerializer.Deserialize<ChaosRun>(bytes, RunFormat.Options)
                : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            // The reader of other runs tells what is wrong with it.
            return null;
        }
    }
}
