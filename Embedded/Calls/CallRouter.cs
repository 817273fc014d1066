using System.Diagnostics;
using Interleave.Embedded.Runtime;
using Interleave.Embedded.Tracing;

namespace Interleave.Embedded.Calls;

/// <summary>Turns methods of references into calls and sends them on their way: what a silo and a client have in common.</summary>
internal abstract class CallRouter(GrainClasses classes, TimeProvider time, TimeSpan responseTimeout, IServiceProvider services) : IClusterClient, IDisposable
{
    public IServiceProvider ServiceProvider { get; } = services;

    public TimeProvider TimeProvider { get; } = time;

    public GrainClasses Classes { get; } = classes;

    protected Deadlines Deadlines { get; } = new(time, responseTimeout);

    public TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithStringKey
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(primaryKey);
        return Refer<TGrainInterface>(primaryKey, grainClassNamePrefix);
    }

    public TGrainInterface GetGrain<TGrainInterface>(long primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithIntegerKey =>
        Refer<TGrainInterface>(primaryKey.ToString("X", null), grainClassNamePrefix);

    public TGrainInterface GetGrain<TGrainInterface>(Guid primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithGuidKey =>
        Refer<TGrainInterface>(primaryKey.ToString("N"), grainClassNamePrefix);

    /// <summary>Makes a call; its task ends with the answer, a fault, or the end of the caller's patience.</summary>
    public Task<TResult> Invoke<TResult>(GrainId target, GrainMethod<TResult> method, Arguments arguments, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<TResult>(cancellationToken);
        }

        var call = new Call<TResult>(target, method, arguments) { Context = RequestContext.Current };
        var caller = Activity.Current;
        call.TraceParent = caller?.Context ?? default;
        var span = CallTracing.IsOn ? CallTracing.StartCall(call) : null;
        var answer = method.IsOneWay ? Task.FromResult(default(TResult)!) : call.Expect(Deadlines, span, cancellationToken);
        try
        {
            Route(call);
        }
        catch (Exception fault) when (!method.IsOneWay)
        {
            call.Fail(fault);
        }

        if (span is not null)
        {
            // The span goes on without its caller, who may make other calls meanwhile.
            Activity.Current = caller;
            if (method.IsOneWay)
            {
                CallTracing.Stop(span, null);
            }
        }

        return answer;
    }

    /// <summary>Sends a call to where its grain is, or is to be.</summary>
    public abstract void Route(Call call);

    public virtual void Dispose() => Deadlines.Dispose();

    private TGrainInterface Refer<TGrainInterface>(string key, string? classNamePrefix)
    {
        var target = new GrainId(Classes.For(typeof(TGrainInterface), classNamePrefix).Name, key);
        return (TGrainInterface)(object)GrainProxy.Create(typeof(TGrainInterface), target, this);
    }
}
