using System.Diagnostics;

namespace Runtime.Tests.Grains;

internal sealed class ContextGrain : Grain, IContextGrain
{
    public const string Name = "Runtime.Tests";

    public Task<string?> Read() => Task.FromResult(RequestContext.Get(Name) as string);

    public Task<string?> ReadThrough(Guid other) => GrainFactory.GetGrain<IContextGrain>(other).Read();

    public Task Overwrite()
    {
        RequestContext.Set(Name, "from the grain");
        return Task.CompletedTask;
    }

    public Task<int> AddToList()
    {
        var values = (List<string>)RequestContext.Get(Name)!; // The caller has set it.
        values.Add("from the grain");
        return Task.FromResult(values.Count);
    }

    public Task<string?> TraceId() => Task.FromResult(Activity.Current?.TraceId.ToString());

    public Task<string?> TraceIdThrough(Guid other) => GrainFactory.GetGrain<IContextGrain>(other).TraceId();

    public Task<(string? State, string? Item)> TraceStateAndBaggage(string item) =>
        Task.FromResult((Activity.Current?.TraceStateString, Activity.Current?.GetBaggageItem(item)));

    public Task<(string? State, string? Item)> TraceStateAndBaggageThrough(Guid other, string item) =>
        GrainFactory.GetGrain<IContextGrain>(other).TraceStateAndBaggage(item);
}
