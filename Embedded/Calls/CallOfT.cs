using System.Diagnostics.CodeAnalysis;
using Interleave.Embedded.Runtime;
using Interleave.Embedded.Serialization;
using Interleave.Embedded.Tracing;

namespace Interleave.Embedded.Calls;

/// <summary>A request whose answer is a <typeparamref name="TResult"/>.</summary>
[SuppressMessage("Reliability", "CA1001", Justification = "Its token outlives the call wherever the grain keeps it, and the source holds nothing but memory.")]
internal sealed class Call<TResult>(GrainId target, GrainMethod<TResult> method, object?[] arguments) : Call(target, method, arguments)
{
    private readonly TaskCompletionSource<TResult> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CancellationTokenSource? _cancellation;

    /// <summary>The answer, a fault, or the end of the caller's patience, of which the grain is told.</summary>
    public async Task<TResult> AnswerAsync(TimeSpan timeout, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            return await _answer.Task.WaitAsync(timeout, time, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception fault) when (!_answer.Task.IsCompleted)
        {
            Cancel();
            if (fault is TimeoutException)
            {
                throw new TimeoutException($"Response did not arrive on time in {timeout} for call: {this}.");
            }

            throw;
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
        else
        {
            _answer.TrySetException(fault);
        }
    }

    private async Task RunAsync(Activation activation)
    {
        RequestContext.Current = Context;
        using var span = CallTracing.StartTurn(this, activation.Silo);
        try
        {
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
        }
    }

    private void Answer(TResult result, bool isOwned)
    {
        if (Origin is { } origin)
        {
            origin.Answer(this, method, result);
        }
        else
        {
            _answer.TrySetResult(isOwned ? result : method.Own(result));
        }
    }
}
