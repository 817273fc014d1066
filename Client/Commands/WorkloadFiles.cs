using Interleave.Client.Scenarios;
using Interleave.Client.Scenarios.OwnWork;
using Interleave.Client.Workloads;
using Interleave.Grains.OwnWork;
using Interleave.Grains.Work;

namespace Interleave.Client.Commands;

/// <summary>The workload files that a command was given among scenarios, each as a scenario.</summary>
internal sealed class WorkloadFiles
{
    private readonly Dictionary<string, IScenario?> _byPath = [];
    private readonly List<WorkloadFile> _files = [];

    private WorkloadFiles()
    {
    }

    public IReadOnlyList<WorkloadFile> Files => _files;

    /// <summary>Everything that can be run.</summary>
    public IReadOnlyList<IScenario> AndCatalogue => [.. ScenarioCatalogue.All, .. _byPath.Values.OfType<IScenario>()];

    /// <summary>Hosts beside this machine that requests will be sent to.</summary>
    public IReadOnlyList<string> Hosts =>
    [
        .. _files.SelectMany(file => file.Work).OfType<HttpStep>().Select(step => step.Url?.Host).OfType<string>()
            .Where(host => !FileContext.IsThisMachine(host)).Distinct(),
    ];

    /// <param name="words">As they were given; those that are no files are left alone.</param>
    /// <param name="allowedHosts">Null where nothing is sent.</param>
    public static WorkloadFiles Read(IEnumerable<string> words, IReadOnlyList<string>? allowedHosts, Faults faults)
    {
        var postgres = Environment.GetEnvironmentVariable(SqlClient.ConnectionVariable);
        var context = allowedHosts is null
            ? new FileContext([], postgres ?? "Host=localhost") { AllowsAnyHost = true }
            : new FileContext(allowedHosts, postgres);
        var files = new WorkloadFiles();
        var taken = ScenarioCatalogue.All.Select(scenario => scenario.Name).Append(Planning.Planner.AllScenarios).ToList();
        foreach (var path in words.Where(WorkloadReader.IsFile).Distinct())
        {
            var file = WorkloadReader.ReadFile(path, context, taken, faults);
            files._byPath[path] = file is null ? null : new OwnWorkScenario(file, Mixing.MeasureRoundsAMicrosecond());
            if (file is not null)
            {
                files._files.Add(file);
                taken.Add(file.Name);
            }
        }

        return files;
    }

    /// <summary>The words with each file's scenario in its place; a file that could not be read is left out, for its faults are told already.</summary>
    public string[] NamesOf(IEnumerable<string> words) =>
    [
        .. words.Where(word => _byPath.GetValueOrDefault(word) is not null || !_byPath.ContainsKey(word))
            .Select(word => _byPath.GetValueOrDefault(word)?.Name ?? word),
    ];
}
