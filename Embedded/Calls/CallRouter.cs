using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Interleave.Embedded.Runtime;
using Interleave.Embedded.Tracing;

namespace Interleave.Embedded.Calls;

/// <summary>Turns methods of references into calls and sends them on their way: what a silo and a client have in common.</summary>
internal abstract class CallRouter(GrainClasses classes, TimeProvider time, TimeSpan responseTimeout) : IClusterClient
{
    private readonly CallDeadlines _deadlines = new(time, responseTimeout);
    private readonly ConcurrentDictionary<TimeSpan, CallDeadlines> _otherDeadlines = [];

    public TimeProvider TimeProvider { get; } = time;

    public GrainClasses Classes { get; } = classes;

    public TimeSpan ResponseTimeout { get; } = responseTimeout;

    public TGrainInterface GetGrain<TGrainInterface>(string primaryKey)
        where TGrainInterface : IGrainWithStringKey
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(primaryKey);
        return Refer<TGrainInterface>(primaryKey);
    }

    public TGrainInterface GetGrain<TGrainInterface>(long primaryKey)
        where TGrainInterface : IGrainWithIntegerKey =>
        Refer<TGrainInterface>(primaryKey.ToString(CultureInfo.InvariantCulture));

    public TGrainInterface GetGrain<TGrainInterface>(Guid primaryKey)
        where TGrainInterface : IGrainWithGuidKey =>
        Refer<TGrainInterface>(primaryKey.ToString());

    /// <summary>Makes a call; its task ends with the answer, a fault, or the end of the caller's patience.</summary>
    public Task<TResult> CallAsync<TResult>(GrainId target, GrainMethod<TResult> method, object?[] arguments, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<TResult>(cancellationToken);
        }

        var call = new Call<TResult>(target, method, arguments) { Context = RequestContext.Current };
        if (CallTracing.IsListenedTo)
        {
            return TraceAsync(call, method, cancellationToken);
        }

        call.Trace = PropagatedTrace.Of(Activity.Current);
        return SendAsync(call, method, cancellationToken);
    }

    /// <summary>Sends a call to where its grain is, or is to be.</summary>
    public abstract void Route(Call call);

    /// <summary>The same for a call that was under way already: the caller that waits for its answer is told why there is no way.</summary>
    public void RouteOrFail(Call call)
    {
        try
        {
            Route(call);
        }
        catch (Exception fault)
        {
            call.Fail(fault);
        }
    }

    private async Task<TResult> TraceAsync<TResult>(Call<TResult> call, GrainMethod<TResult> method, CancellationToken cancellationToken)
    {
        using var span = CallTracing.StartCall(call);
        try
        {
            return await SendAsync(call, method, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception fault)
        {
            CallTracing.Fail(span, fault);
            throw;
        }
    }

    private Task<TResult> SendAsync<TResult>(Call<TResult> call, GrainMethod<TResult> method, CancellationToken cancellationToken)
    {
        // A one-way call has no result, and nobody is told how it ends.
        var answer = method.IsOneWay ? Task.FromResult<TResult>(default!) : call.AnswerAsync(DeadlinesOf(method), cancellationToken);
        RouteOrFail(call);
        return answer;
    }

    private CallDeadlines DeadlinesOf(GrainMethod method) => method.ResponseTimeout is { } limit
        ? _otherDeadlines.GetOrAdd(limit, static (patience, clock) => new CallDeadlines(clock, patience), TimeProvider)
        : _deadlines;

    private TGrainInterface Refer<TGrainInterface>(string key) =>
        GrainReference.To<TGrainInterface>(new GrainId(Classes.For(typeof(TGrainInterface)).Name, key), this);
}
