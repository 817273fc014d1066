using Interleave.Client.Models;
using Interleave.Client.Scenarios;

namespace Interleave.Client.Tests.Planning;

internal sealed class MadeUpVariant : IVariant
{
    public string Name { get; init; } = "hot";

    public string ComparedWith => Name;

    public bool IsHeadline { get; init; } = true;

    public int NeedsSilos { get; init; }

    public IReadOnlyDictionary<string, double> Parameters { get; init; } = new Dictionary<string, double>();

    public IReadOnlyList<Model> Models => [Model.Threads, Model.Tasks];

    public Func<Model, CancellationToken, Task<Observation>> Outcome { get; init; } = (_, _) => Task.FromResult(new Observation([], []));

    public bool HasSequential { get; init; }

    public TimeSpan? RunSequentially(CancellationToken cancellation) => null;

    public Task<Observation> RunAsync(Model model, TrialContext trial, CancellationToken cancellation) => Outcome(model, cancellation);
}
