using Interleave.Client.Workloads.Forms;
using Interleave.Client.Workloads.Yaml;
using Interleave.Grains.OwnWork;

namespace Interleave.Client.Workloads;

/// <summary>Reads workload files, and tells everything that is wrong with one at once.</summary>
internal static class WorkloadReader
{
    private const int MostCharacters = 64 << 10;
    private const double DefaultSeconds = 10;

    /// <summary>Whether a word on the command line means a file, and not a scenario.</summary>
    public static bool IsFile(string word) => Path.GetExtension(word) is ".yaml" or ".yml";

    /// <summary>The file, or null and a line in <paramref name="faults"/> for everything that is wrong with it.</summary>
    /// <param name="taken">Names that it must not have.</param>
    public static WorkloadFile? ReadFile(string path, FileContext context, IReadOnlyCollection<string> taken, Faults faults)
    {
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > MostCharacters } file)
            {
                return faults.Refuse<WorkloadFile>($"'{path}' has {file.Length} bytes: a workload file of up to {MostCharacters} is allowed.");
            }

            using var reader = new StreamReader(path);
            var text = new char[MostCharacters + 1];
            var length = reader.ReadBlock(text);
            return length > MostCharacters
                ? faults.Refuse<WorkloadFile>($"'{path}' has more than {MostCharacters} bytes: that is no workload file.")
                : Read(new string(text, 0, length), path, context, taken, faults);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return faults.Refuse<WorkloadFile>($"The workload file '{path}' cannot be read: {exception.Message}");
        }
    }

    /// <summary>Reads in another process of this program the text of a file that was read and checked before.</summary>
    /// <exception cref="UserError">It cannot be read: its check would have found that.</exception>
    public static WorkloadFile ReadAgain(string text)
    {
        var faults = new Faults();
        var context = new FileContext([], Environment.GetEnvironmentVariable(SqlClient.ConnectionVariable)) { AllowsAnyHost = true };
        return Read(text, "workload", context, [], faults) ?? throw faults.ToError();
    }

    /// <inheritdoc cref="ReadFile"/>
    public static WorkloadFile? Read(string text, string path, FileContext context, IReadOnlyCollection<string> taken, Faults faults)
    {
        var found = new FileFaults(path);
        var file = YamlTree.Read(text, found) is { } root ? Make(root, text, context, taken, found) : null;
        faults.Add(found.Lines);
        return found.Any ? null : file;
    }

    private static WorkloadFile? Make(YamlNode root, string text, FileContext context, IReadOnlyCollection<string> taken, FileFaults faults)
    {
        if (new WorkloadForms(context).File.Read(root, "the file", faults) is not FieldValues values)
        {
            return null;
        }

        if (!values.Has("arrivals") && !values.Has("concurrency"))
        {
            faults.Add(root, "'arrivals' or 'concurrency' is missing in the file: 'arrivals: 200/s' for an open load, 'concurrency: 64' for a closed one.");
        }

        if (values.Text("name") is { } name && taken.Contains(name) && root is YamlMap map)
        {
            faults.Add(map.Entries.First(entry => entry.Key.Value == "name").Value, $"'name' is '{name}': a scenario is called so; any other name is allowed.");
        }

        return new WorkloadFile(
            values.Text("name") ?? "",
            Numbered(values.Part<List<object>>("steps") ?? []),
            TimeSpan.FromSeconds(values.Number("duration") ?? DefaultSeconds),
            text)
        {
            Rate = values.Number("arrivals"),
            Concurrency = (int?)values.Number("concurrency"),
            Units = (int?)values.Number("units"),
            Goal = Goal.Of(values.Part<FieldValues>("goal")),
        };
    }

    private static List<Step> Numbered(IEnumerable<object> steps)
    {
        var next = 0;
        return [.. steps.Select(step => step is ParallelStep parallel
            ? new ParallelStep([.. parallel.Branches.Select(Number)])
            : (Step)Number((WorkStep)step))];

        WorkStep Number(WorkStep step) => step with { Number = next++ };
    }
}
