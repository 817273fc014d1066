using System.Linq.Expressions;
using System.Reflection;

namespace Interleave.Embedded.Calls;

/// <summary>A method that gives a <typeparamref name="TResult"/> in the end.</summary>
internal class GrainMethod<TResult>(Type grainInterface, MethodInfo method) : GrainMethod(grainInterface, method)
{
    private readonly Lazy<Func<object, Arguments, CancellationToken, ValueTask<TResult>>> _body =
        new(() => GrainMethodBody.Compile<Func<object, Arguments, CancellationToken, ValueTask<TResult>>>(method, AsValueTask));

    public virtual ValueTask<TResult> Run(object grain, Arguments arguments, CancellationToken cancellationToken) =>
        _body.Value(grain, arguments, cancellationToken);

    public sealed override Call CreateCall(GrainId target, Arguments arguments) => new Call<TResult>(target, this, arguments);

    private static Expression AsValueTask(Expression call) => call.Type == typeof(ValueTask<TResult>)
        ? call
        : call.Type == typeof(void)
        ? Expression.Block(call, Expression.Default(typeof(ValueTask<TResult>)))
        : call.Type == typeof(Task<TResult>)
        ? Expression.New(typeof(ValueTask<TResult>).GetConstructor([typeof(Task<TResult>)])!, call)
        : Expression.Call(typeof(GrainMethodBody), nameof(GrainMethodBody.Finished), null, call);
}
