using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Interleave.Embedded.Runtime;
using Interleave.Embedded.Serialization;
using Interleave.Embedded.Tracing;

namespace Interleave.Embedded.Calls;

/// <summary>A request whose answer is a <typeparamref name="TResult"/>.</summary>
[SuppressMessage("Reliability", "CA1001", Justification = "Its token outlives the call wherever the grain keeps it, and the source holds nothing but memory.")]
internal sealed class Call<TResult>(GrainId target, GrainMethod<TResult> method, object?[] arguments) : Call(target, method, arguments)
{
    private TaskCompletionSource<TResult>? _answer;
    private CancellationTokenSource? _cancellation;
    private object? _registration;

    /// <summary>What the caller in this process waits for: the answer, a fault, or the end of its patience, of which the grain is told.</summary>
    public Task<TResult> AnswerAsync(CallDeadlines deadlines, CancellationToken cancellationToken)
    {
        _answer = new TaskCompletionSource<TResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        deadlines.Add(this);
        if (cancellationToken.CanBeCanceled)
        {
            _registration = cancellationToken.UnsafeRegister(static (call, token) => ((Call<TResult>)call!).GiveUp(token), this); // It is given one.
        }

        return _answer.Task;
    }

    public override void RunOutOfTime(TimeSpan patience)
    {
        // Only calls that are waited for have a deadline.
        if (_answer!.TrySetException(new TimeoutException($"Response did not arrive on time in {patience} for call: {this}.")))
        {
            StopWaiting();
            Cancel();
        }
    }

    public override void Run(Activation activation) => _ = RunAsync(activation);

    public override void CancelInGrain() => _cancellation?.Cancel();

    public override void Answered(ref WireReader result) => Answer(method.ReadResult(ref result), isOwned: true);

    public override void Fail(Exception fault)
    {
        if (Origin is { } origin)
        {
            origin.AnswerFault(this, fault);
        }
        else if (_answer?.TrySetException(fault) == true)
        {
            StopWaiting();
        }
    }

    private async Task RunAsync(Activation activation)
    {
        Activity? span = null;
        try
        {
            // Within, as all that may fail: a request that does not end would hold up its grain for ever.
            RequestContext.Current = Context;
            span = CallTracing.StartTurn(this, activation.Silo);
            if (IsCancelled)
            {
                throw new OperationCanceledException("The call was cancelled before its turn came.");
            }

            if (method.TakesToken)
            {
                method.SetToken(Arguments, (_cancellation = new CancellationTokenSource()).Token);
            }

            Answer(await method.RunAsync(activation, Arguments), isOwned: false);
        }
        catch (Exception fault)
        {
            CallTracing.Fail(span, fault);
            if (Method.IsOneWay)
            {
                activation.Silo.Log.OneWayFailed(Method, Target, fault);
            }

            Fail(fault);
        }
        finally
        {
            activation.Ended(this);
            span?.Dispose();
        }
    }

    private void Answer(TResult result, bool isOwned)
    {
        if (Origin is { } origin)
        {
            origin.Answer(this, method, result);
        }
        else if (_answer?.TrySetResult(isOwned ? result : method.Own(result)) == true)
        {
            StopWaiting();
        }
    }

    private void GiveUp(CancellationToken token)
    {
        if (_answer!.TrySetCanceled(token)) // Who can cancel a call waits for it.
        {
            StopWaiting();
            Cancel();
        }
    }

    private void StopWaiting()
    {
        Waits.End();
        if (_registration is CancellationTokenRegistration registration)
        {
            registration.Unregister();
        }
    }
}
