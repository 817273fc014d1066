using System.Text.Json;

namespace Interleave.Client.Records;

/// <summary>A run on disk: replaced as a whole, so that it can be read at any moment, and read strictly.</summary>
internal static class RunFile
{
    public const string Name = "run.json";

    public static string PathIn(string folder) => Path.Combine(folder, Name);

    /// <summary>Takes a folder for one run, unless another has it: nobody else can, from now on.</summary>
    public static bool TryClaim(string folder)
    {
        if (File.Exists(PathIn(folder)))
        {
            return false;
        }

        try
        {
            using var claim = new FileStream(BesideIn(folder), FileMode.CreateNew);
            return true;
        }
        catch (IOException) when (File.Exists(BesideIn(folder)))
        {
            return false;
        }
    }

    /// <summary>Gives back a folder that was claimed and not used.</summary>
    public static void Release(string folder) => File.Delete(BesideIn(folder));

    public static void Save(Run run, string folder) => WholeFile.Write(PathIn(folder), stream => JsonSerializer.Serialize(stream, run, RunFormat.Options));

    /// <param name="folderOrFile">A run's folder, or the file itself.</param>
    /// <exception cref="UserError">There is no such file, or it is not a run that this version reads; the line says where and why.</exception>
    public static Run Read(string folderOrFile)
    {
        var path = Directory.Exists(folderOrFile) ? PathIn(folderOrFile) : folderOrFile;
        try
        {
            return Read(File.ReadAllBytes(path), path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UserError($"'{folderOrFile}' holds no run: name a run's folder or its {Name}.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UserError($"'{path}' cannot be read: {exception.Message}");
        }
    }

    private static Run Read(byte[] bytes, string path)
    {
        try
        {
            using (var document = JsonDocument.Parse(bytes))
            {
                CheckSchema(document.RootElement, path);
                CheckNoNullInLists(document.RootElement, path, "$");
            }

            return JsonSerializer.Deserialize<Run>(bytes, RunFormat.Options) ?? throw Unreadable(path, "it holds nothing");
        }
        catch (JsonException exception)
        {
            throw Unreadable(path, JsonFault.Describe(exception, bytes, RunFormat.Options.GetTypeInfo(typeof(Run))));
        }
    }

    private static string BesideIn(string folder) => WholeFile.Beside(PathIn(folder));

    private static void CheckSchema(JsonElement root, string path)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("schema", out var schema) || schema.ValueKind != JsonValueKind.String)
        {
            throw Unreadable(path, "it has no \"schema\" at its top, so it was not written by interleave");
        }

        if (schema.GetString() != Run.CurrentSchema)
        {
            throw Unreadable(path, $"its \"schema\" is '{schema.GetString()}', and this version reads '{Run.CurrentSchema}'");
        }
    }

    /// <summary>The serializer takes a null inside a list for any reference type; no list of a run holds one.</summary>
    private static void CheckNoNullInLists(JsonElement element, string path, string at)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    CheckNoNullInLists(property.Value, path, $"{at}.{property.Name}");
                }

                break;
            case JsonValueKind.Array:
                foreach (var (index, item) in element.EnumerateArray().Index())
                {
                    if (item.ValueKind == JsonValueKind.Null)
                    {
                        throw Unreadable(path, $"{at}[{index}] is null");
                    }

                    CheckNoNullInLists(item, path, $"{at}[{index}]");
                }

                break;
        }
    }

    private static UserError Unreadable(string path, string why) => new($"'{path}' is not a run that can be read: {why}.");
}
