using System.Text.Json.Serialization;
using Interleave.Client.Records;

namespace Interleave.Client.Workers.Wire;

/// <summary>A line that a worker writes to its standard output.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "reply")]
[JsonDerivedType(typeof(Born), "born")]
[JsonDerivedType(typeof(Watch), "watch")]
[JsonDerivedType(typeof(Look), "look")]
[JsonDerivedType(typeof(TrialDone), "trial")]
[JsonDerivedType(typeof(SequentialDone), "sequential")]
[JsonDerivedType(typeof(Failed), "failed")]
[JsonDerivedType(typeof(Warned), "warned")]
internal abstract record WorkerReply
{
    /// <summary>Answers <see cref="WorkerOrder.Begin"/>: the worker is ready, and has done nothing yet.</summary>
    /// <param name="SiloProcesses">The silo processes that carry its grains, null for each that is not known.</param>
    internal sealed record Born(IReadOnlyList<int?> SiloProcesses) : WorkerReply;

    /// <summary>The timed part of a trial begins as soon as the coordinator watches.</summary>
    /// <param name="AtRest">Child processes that take no part in the trial.</param>
    internal sealed record Watch(IReadOnlyList<int> AtRest) : WorkerReply;

    /// <summary>The timed part is over.</summary>
    internal sealed record Look : WorkerReply;

    /// <param name="IsWhole">Whether all of its silos live: what has lost one carries no further trial.</param>
    internal sealed record TrialDone(Trial Trial, IReadOnlyList<Check> Checks, bool IsWhole) : WorkerReply;

    /// <param name="Elapsed">Null where the scenario compares with no sequential work.</param>
    internal sealed record SequentialDone(TimeSpan? Elapsed) : WorkerReply;

    /// <summary>An order could not be carried out.</summary>
    internal sealed record Failed(string Message) : WorkerReply;

    /// <summary>A line for the user; no answer to any order.</summary>
    internal sealed record Warned(string Line) : WorkerReply;
}
