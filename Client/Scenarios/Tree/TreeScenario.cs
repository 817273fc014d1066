using Interleave.Client.Measuring.Metrics;
using Interleave.Client.Models;
using Interleave.Client.Records;

namespace Interleave.Client.Scenarios.Tree;

/// <summary>A tree of units with ten children each; its leaves are numbered from 0, and every node answers with the sum below it.</summary>
internal sealed record TreeJob(IReadOnlyDictionary<Model, int> Leaves)
{
    public const int Children = 10;

    /// <summary>As many as the model can hold, a power of ten.</summary>
    public int LeavesOn(Model model) => Leaves[model];

    public static long NodesOf(int leaves) => leaves <= 1 ? 1 : leaves + NodesOf(leaves / Children);
}

/// <summary>The sum of all leaves' numbers.</summary>
/// <param name="Nodes">How many units answered.</param>
internal sealed record TreeAnswer(int Leaves, long Sum, long Nodes);

/// <summary>The tree of the actor benchmarks: all units are spawned, live at the same time, and their answers are summed up on the way back.</summary>
/// <remarks>After Atthierry's skynet benchmark, of which a million leaves give 499,999,500,000.</remarks>
internal sealed class TreeScenario : Scenario<TreeJob, TreeAnswer>
{
    private static readonly Parameter TaskLevels = new(
        "task-levels", "levels below the root on tasks and loop: six are a million leaves")
    { Range = (1, 7), Quick = 5, Standard = 5, Thorough = 6 };
    private static readonly Parameter GrainLevels = new("grain-levels", "levels below the root on grains")
    {
        Range = (1, 7),
        Quick = 4,
        Standard = 5,
        Thorough = 6,
    };
    private static readonly Parameter ThreadLevels = new(
        "thread-levels", "levels below the root on threads and gil, whose units are the system's threads")
    {
        Range = (1, 4),
        Quick = 3,
        Standard = 3,
        Thorough =
            4
    };

    private static readonly Metric UnitRate = new("units-per-second", "{unit}/s", Better.Higher, "units spawned, alive together and summed up, a second")
    {
        Wording = new("units a second", "work is split into many units"),
        Resolution = 100,
        LaunchSpread = 0.1,
    };

    private static readonly Metric LeafCount = new("leaves", "{unit}", Better.Neither, "leaves of the tree: fewer where a model cannot hold a million units");

    public override string Name => "tree";

    public override string Question => "How fast can a tree of very many units be spawned, summed up and collected?";

    public override IReadOnlyList<Parameter> Parameters => [TaskLevels, GrainLevels, ThreadLevels];

    public override IReadOnlyList<Metric> Metrics => [UnitRate, LeafCount];

    public override IReadOnlyList<Metric> Headlines => [UnitRate, LeafCount];

    protected override IReadOnlyList<Workload<TreeJob, TreeAnswer>> Workloads { get; } =
        [new TreeOnThreads(), new TreeOnTasks(), new TreeOnLoop(), new TreeOnGil(), new TreeOnGrains()];

    public override string? WhyNot(Model model) =>
        model == Model.Pool ? "a parent that waits for its children holds a thread of the pool, and the children wait for that thread"
        : model == Model.Processes ? "a process a node would need a gibibyte for a hundred nodes"
        : null;

    public override IEnumerable<Expectation> Check(TreeJob job, TreeAnswer answer, MeasuredTrial trial)
    {
        yield return Expectation.Equal("sum", answer.Leaves * (answer.Leaves - 1L) / 2, answer.Sum);
        yield return Expectation.Equal("units that answered", TreeJob.NodesOf(answer.Leaves), answer.Nodes);
        yield return Expectation.Equal("peak live units", TreeJob.NodesOf(answer.Leaves), trial.Recorder.Units.Peak);
    }

    public override IEnumerable<Measurement> Measure(TreeJob job, TreeAnswer answer, MeasuredTrial trial) =>
        [UnitRate.Of(answer.Nodes / trial.Elapsed.TotalSeconds), LeafCount.Of(answer.Leaves)];

    protected override IEnumerable<Variant<TreeJob>> Jobs(Settings settings)
    {
        yield return new("ten children", new TreeJob(new Dictionary<Model, int>
        {
            [Model.Threads] = Leaves(ThreadLevels),
            [Model.Gil] = Leaves(ThreadLevels),
            [Model.Tasks] = Leaves(TaskLevels),
            [Model.Loop] = Leaves(TaskLevels),
            [Model.Grains] = Leaves(GrainLevels),
        }));

        int Leaves(Parameter levels) => (int)Math.Pow(TreeJob.Children, settings[levels]);
    }
}
