using System.Globalization;
using Interleave.Embedded.Runtime;
using Interleave.Embedded.Tracing;

namespace Interleave.Embedded.Calls;

/// <summary>Turns methods of references into calls and sends them on their way: what a silo and a client have in common.</summary>
internal abstract class CallRouter(GrainClasses classes, TimeProvider time, TimeSpan responseTimeout) : IClusterClient
{
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
    public async Task<TResult> CallAsync<TResult>(GrainId target, GrainMethod<TResult> method, object?[] arguments, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var call = new Call<TResult>(target, method, arguments) { Context = RequestContext.Current };
        using var span = CallTracing.StartCall(call);
        try
        {
            Route(call);
            return method.IsOneWay ? default! : await call.AnswerAsync(ResponseTimeout, TimeProvider, cancellationToken).ConfigureAwait(false); // A one-way call has no result.
        }
        catch (Exception fault)
        {
            CallTracing.Fail(span, fault);
            if (method.IsOneWay)
            {
                return default!;
            }

            throw;
        }
    }

    /// <summary>Sends a call to where its grain is, or is to be.</summary>
    public abstract void Route(Call call);

    /// <summary>The same for a call that was under way already: whoever waits for its answer is told why there is no way.</summary>
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

    private TGrainInterface Refer<TGrainInterface>(string key) =>
        GrainReference.To<TGrainInterface>(new GrainId(Classes.For(typeof(TGrainInterface)).Name, key), this);
}
