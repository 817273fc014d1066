using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Interleave.Embedded.Runtime;
using Interleave.Embedded.Serialization;
using Interleave.Embedded.Tracing;

namespace Interleave.Embedded.Calls;

/// <summary>A request whose answer is a <typeparamref name="TResult"/>.</summary>
[SuppressMessage("Reliability", "CA1001", Justification = "Its token outlives the call wherever the grain keeps it, and the source holds nothing but memory.")]
internal sealed class Call<TResult>(GrainId target, GrainMethod<TResult> method, Arguments arguments) : Call(target, method, arguments)
{
    private readonly GrainMethod<TResult> _method = method;
    private TaskCompletionSource<TResult>? _caller;
    private Deadlines? _deadlines;
    private Activity? _span;
    private CancellationTokenRegistration _registration;
    private CancellationTokenSource? _cancellation;

    /// <summary>Makes the task that the caller waits for.</summary>
    public Task<TResult> Expect(Deadlines deadlines, Activity? span, CancellationToken cancellationToken)
    {
        _caller = new TaskCompletionSource<TResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        _span = span;
        _deadlines = deadlines;
        deadlines.Add(this);
        if (cancellationToken.CanBeCanceled)
        {
            _registration = cancellationToken.UnsafeRegister(static (call, token) => ((Call<TResult>)call!).GiveUp(token), this);
        }

        return _caller.Task;
    }

    public override void Run(Activation activation)
    {
        if (IsCancelled)
        {
            End(activation, new OperationCanceledException("The call was cancelled before its turn came."), null);
            return;
        }

        RequestContext.Current = Context;
        var span = TraceParent == default ? null : CallTracing.StartTurn(this, activation.Silo);
        try
        {
            var token = _method.TakesToken ? (_cancellation = new CancellationTokenSource()).Token : CancellationToken.None;
            var work = _method.Run(activation.GrainInstance!, Arguments, token);
            if (work.IsCompletedSuccessfully)
            {
                Answer(work.Result, isOwned: false);
                End(activation, null, span);
            }
            else
            {
                _ = FinishAsync(activation, work, span);
            }
        }
        catch (Exception fault)
        {
            End(activation, fault, span);
        }
    }

    public override void CancelInGrain() => _cancellation?.Cancel();

    public override void Answered(ref WireReader reader) => Answer(CodecOf<TResult>.Instance.Read(ref reader), isOwned: true);

    public override void Fail(Exception fault)
    {
        if (Origin is { } origin)
        {
            origin.AnswerFault(this, fault);
        }
        else if (_caller?.TrySetException(fault) == true)
        {
            Settle(fault);
        }
    }

    private async Task FinishAsync(Activation activation, ValueTask<TResult> work, Activity? span)
    {
        Exception? fault = null;
        try
        {
            Answer(await work, isOwned: false);
        }
        catch (Exception thrown)
        {
            fault = thrown;
        }

        End(activation, fault, span);
    }

    private void Answer(TResult result, bool isOwned)
    {
        if (Origin is { } origin)
        {
            origin.Answer(this, CodecOf<TResult>.Instance, result);
        }
        else if (_caller is not null && _caller.TrySetResult(isOwned ? result : CodecOf<TResult>.Instance.Copy(result)))
        {
            Settle(null);
        }
    }

    private void End(Activation activation, Exception? fault, Activity? span)
    {
        if (fault is not null)
        {
            if (Method.IsOneWay)
            {
                activation.Silo.Log.OneWayFailed(Method.SpanName, Target, fault);
            }

            Fail(fault);
        }

        CallTracing.Stop(span, fault);
        activation.Ended(this);
    }

    private void GiveUp(CancellationToken token)
    {
        if (_caller!.TrySetCanceled(token))
        {
            Settle(null);
            Cancel();
        }
    }

    /// <summary>The caller has its answer, whatever it is.</summary>
    private void Settle(Exception? fault)
    {
        _deadlines!.Remove(this);
        _registration.Unregister();
        CallTracing.Stop(_span, fault);
    }
}
