using System.Linq.Expressions;
using System.Reflection;

namespace Interleave.Embedded.Calls;

/// <summary>Makes the code that unpacks arguments and calls the grain.</summary>
internal static class GrainMethodBody
{
    public static TDelegate Compile<TDelegate>(MethodInfo method, Func<Expression, Expression> adaptResult)
    {
        var grain = Expression.Parameter(typeof(object));
        var arguments = Expression.Parameter(typeof(Arguments));
        var token = Expression.Parameter(typeof(CancellationToken));
        var parameters = method.GetParameters();
        var packed = Arguments.ClassFor([.. parameters.Select(parameter => parameter.ParameterType).Where(type => type != typeof(CancellationToken))]);
        var position = 0;
        var values = parameters.Select(parameter => parameter.ParameterType == typeof(CancellationToken)
            ? (Expression)token
            : Expression.Field(Expression.Convert(arguments, packed), $"Item{++position}"));
        var call = Expression.Call(Expression.Convert(grain, method.DeclaringType!), method, values);
        return Expression.Lambda<TDelegate>(adaptResult(call), grain, arguments, token).Compile();
    }

    public static ValueTask<NoResult> Finished(Task task)
    {
        return task.IsCompletedSuccessfully ? default : new ValueTask<NoResult>(AwaitAsync(task));

        static async Task<NoResult> AwaitAsync(Task task)
        {
            await task;
            return default;
        }
    }

    public static ValueTask<NoResult> Finished(ValueTask task) => task.IsCompletedSuccessfully ? default : Finished(task.AsTask());
}
