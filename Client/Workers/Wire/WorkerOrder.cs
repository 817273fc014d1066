using System.Text.Json.Serialization;
using Interleave.Client.Records;

namespace Interleave.Client.Workers.Wire;

/// <summary>A line that the coordinator writes to a worker's standard input.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "order")]
[JsonDerivedType(typeof(Begin), "begin")]
[JsonDerivedType(typeof(RunTrial), "trial")]
[JsonDerivedType(typeof(RunTraced), "traced")]
[JsonDerivedType(typeof(RunSequentially), "sequential")]
[JsonDerivedType(typeof(Watching), "watching")]
[JsonDerivedType(typeof(Seen), "seen")]
internal abstract record WorkerOrder
{
    /// <summary>The first order.</summary>
    internal sealed record Begin(Assignment Assignment) : WorkerOrder;

    /// <param name="Variant">A variant of the scenario, or <see cref="EmptyVariant"/>.</param>
    /// <param name="Sequential">What the same work took in sequence in this round.</param>
    internal sealed record RunTrial(string Variant, int Round, int Launch, TimeSpan? Sequential) : WorkerOrder
    {
        /// <summary>Parameters that this trial has instead of the worker's; null where it has the worker's.</summary>
        public IReadOnlyDictionary<string, double>? Parameters { get; init; }

        /// <summary>The seed that this trial has instead of the worker's.</summary>
        public int? Seed { get; init; }

        public static RunTrial Traced(string variant) => new(variant, TrialName.Traced, Launch: 1, Sequential: null);
    }

    /// <param name="Keep">False for a warm-up: its spans show how long code takes that runs for the first time.</param>
    internal sealed record RunTraced(string Variant, bool Keep) : WorkerOrder;

    internal sealed record RunSequentially(string Variant) : WorkerOrder;

    /// <summary>Answers <see cref="WorkerReply.Watch"/>.</summary>
    internal sealed record Watching : WorkerOrder;

    /// <summary>Answers <see cref="WorkerReply.Look"/>.</summary>
    internal sealed record Seen(Measuring.Machine.Sighting Sighting) : WorkerOrder;
}
