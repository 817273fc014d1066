using Interleave.Client.Measuring.Metrics;
using Interleave.Client.Measuring.Statistics;
using Interleave.Client.Models;
using Interleave.Client.Records;
using Interleave.Grains.Dinner;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Dinner;

/// <summary>A meal of several courses, in each of which two friends eat, speak and listen.</summary>
/// <param name="Steps">Bites, sentences said and sentences heard of each friend in each course.</param>
/// <param name="NumbersAStep">How much computation each of them is.</param>
internal sealed record DinnerJob(int Courses, int Steps, int NumbersAStep)
{
    public const int Friends = 2;

    /// <summary>A mouth and a pair of ears each.</summary>
    public const int Organs = 2 * Friends;

    private static readonly Doing[] Doings = Enum.GetValues<Doing>();

    /// <summary>Whether everything that takes part shares one core.</summary>
    public bool OnOneCore { get; init; }

    public int AllSteps => Courses * StepsACourse;

    private int StepsACourse => Friends * Doings.Length * Steps;

    /// <summary>Which numbers a course tests depends on what was found in the courses before: it cannot begin earlier.</summary>
    public NumberRange NumbersOf(int course, long primesBefore)
    {
        var from = (uint)(Primes.EqualCostFrom + (course * 10_000) + primesBefore);
        return new NumberRange(from, (uint)(from + (StepsACourse * NumbersAStep)));
    }

    public Course CourseAfter(int course, long primesBefore)
    {
        var numbers = NumbersOf(course, primesBefore);
        return new Course(
        [
            .. from friend in Enumerable.Range(0, Friends)
               from doing in Doings
               let first = ((friend * Doings.Length) + (int)doing) * Steps
               let steps = Enumerable.Range(first, Steps).Select(step => new MealStep(course, friend, doing, numbers.Part(step, StepsACourse)))
               select new Activity(friend, doing, [.. steps]),
        ]);
    }

    public static IReadOnlyList<T> ForEachOrgan<T>(Func<int, T> make) => [.. Enumerable.Range(0, Organs).Select(make)];
}

/// <summary>Every step that was taken, by whom and when.</summary>
internal sealed record DinnerAnswer(IReadOnlyList<TakenStep> Steps);

/// <summary>Parallel or merely concurrent: listening can go on while the same friend eats, eating and speaking take turns, courses follow each other.</summary>
internal sealed class DinnerScenario : Scenario<DinnerJob, DinnerAnswer>
{
    /// <summary>A stretch in which its thread had a processor for at least this share of the time was running; others are not counted.</summary>
    private const double Running = 0.9;

    private static readonly Parameter Courses = new("courses", "courses, each of which needs the result of those before") { Range = (2, 100), Always = 3 };

    private static readonly Parameter Steps = new("steps", "bites, sentences said and sentences heard of each friend in each course")
    {
        Range = (2, 10_000),
        Quick = 4,
        Standard = 10,
        Thorough = 50,
        IsWork = true,
    };

    private static readonly Parameter Numbers = new("numbers", "how many numbers a step tests for being prime") { Range = (100, 1_000_000), Always = 1_000 };

    private static readonly Metric RunningTogether = new(
        "running-together", Quantity.Share, Better.Higher, "of the time in which any activity had a processor, the share in which two or more had one")
    {
        Wording = new("time with two activities running", "work should go on side by side"),
    };

    private static readonly Metric InProgressTogether = new(
        "in-progress-together", Quantity.Share, Better.Neither, "share of the meal in which two activities or more had begun and not ended");

    private static readonly Metric MouthTurns = new(
        "mouth-turns", Quantity.Share, Better.Neither, "share of bites and sentences after which the same mouth did the other: eating and speaking in turn");

    private static readonly Metric StepsTaken = new("steps-taken", "{step}", Better.Neither, "steps that could have come out of order");

    private static readonly Metric OutOfOrder = new("out-of-order", "{step}", Better.Lower, "steps that began before the course before theirs had ended")
    {
        Exposure = StepsTaken,
        Wording = new("steps out of order", "work needs the result of earlier work"),
    };

    private static readonly Metric ThreadsUsed = new("threads-used", "{thread}", Better.Neither, "threads that took any step, in all processes");

    public override string Name => "dinner";

    public override string Question =>
        "Two friends at a meal: what runs at the same instant, what is merely in progress together, and what stays one after the other?";

    public override IReadOnlyList<Parameter> Parameters => [Courses, Steps, Numbers];

    public override IReadOnlyList<Metric> Metrics => [RunningTogether, InProgressTogether, MouthTurns, OutOfOrder, StepsTaken, ThreadsUsed];

    public override IReadOnlyList<Metric> Headlines => [RunningTogether, InProgressTogether, OutOfOrder];

    protected override IReadOnlyList<Workload<DinnerJob, DinnerAnswer>> Workloads { get; } =
    [
        new DinnerOnThreads(), new DinnerOnPool(), new DinnerOnTasks(), new DinnerOnLoop(), new DinnerOnGil(), new DinnerOnProcesses(), new DinnerOnGrains(),
    ];

    public override IEnumerable<Expectation> Check(DinnerJob job, DinnerAnswer answer, MeasuredTrial trial)
    {
        yield return Expectation.Equal("steps taken", job.AllSteps, answer.Steps.Count);
        yield return Expectation.Equal("primes found", PrimesExpected(job), answer.Steps.Sum(step => step.Primes));
        yield return Expectation.Equal("time in which a friend ate and spoke at once", 0, answer.Steps
            .Where(step => step.Step.NeedsMouth)
            .GroupBy(step => step.Step.Friend, step => (step.Execution.From, step.Execution.To))
            .Sum(Overlap.Together));
    }

    public override IEnumerable<Measurement> Measure(DinnerJob job, DinnerAnswer answer, MeasuredTrial trial)
    {
        var (steps, executions) = (answer.Steps, answer.Steps.Select(step => step.Execution).ToList());
        var meal = (double)(executions.Max(execution => execution.To) - executions.Min(execution => execution.From));
        var running = steps.SelectMany(step => step.Stretches)
            .Where(stretch => stretch.Ran >= Running * (stretch.To - stretch.From))
            .Select(stretch => (stretch.From, stretch.To)).ToList();
        if (running.Count > 0)
        {
            yield return RunningTogether.Of((double)Overlap.Together(running) / Overlap.Covered(running));
        }

        yield return InProgressTogether.Of(Overlap.Together(steps
            .GroupBy(step => (step.Step.Course, step.Step.Friend, step.Step.Doing), step => step.Execution)
            .Select(activity => (activity.Min(execution => execution.From), activity.Max(execution => execution.To)))) / meal);
        yield return MouthTurns.Of(ShareOfTurns(steps));
        yield return OutOfOrder.Of(steps.Count(step =>
            steps.Any(before => before.Step.Course < step.Step.Course && before.Execution.To > step.Execution.From)));
        yield return StepsTaken.Of(steps.Count);
        yield return ThreadsUsed.Of(executions.Select(execution => (execution.ProcessId, execution.ThreadId)).Distinct().Count());
    }

    protected override IEnumerable<Variant<DinnerJob>> Jobs(Settings settings)
    {
        var job = new DinnerJob(settings.Count(Courses), settings.Count(Steps), settings.Count(Numbers));
        return [new("all cores", job), new("one core", job with { OnOneCore = true })];
    }

    private static double ShareOfTurns(IEnumerable<TakenStep> steps)
    {
        var mouths = steps.Where(step => step.Step.NeedsMouth).GroupBy(step => step.Step.Friend);
        return mouths.Average(mouth =>
        {
            var inOrder = mouth.OrderBy(step => step.Execution.From).ToList();
            return inOrder.Zip(inOrder.Skip(1), (one, next) => one.Step.Doing == next.Step.Doing ? 0.0 : 1.0).Average();
        });
    }

    /// <summary>Found course by course, by a sieve.</summary>
    private static long PrimesExpected(DinnerJob job)
    {
        var primes = 0L;
        for (var course = 0; course < job.Courses; course++)
        {
            primes += PrimeSieve.Count(job.NumbersOf(course, primes));
        }

        return primes;
    }
}
