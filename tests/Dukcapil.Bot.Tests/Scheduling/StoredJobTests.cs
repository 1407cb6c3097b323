using Dukcapil.Bot.Web.Jobs;
using Hangfire;
using Hangfire.Common;
using Hangfire.Storage;

namespace Dukcapil.Bot.Tests.Scheduling;

/// <summary>
/// Jobs wait in the database under the names of their type and method. Who renames one keeps what is named here, or brings the old name to
/// the new (<c>UseTypeResolver</c>): jobs that wait at the moment of an update would fail otherwise.
/// </summary>
public sealed class StoredJobTests
{
    private const string Row = """
        "p":["System.String","Hangfire.Server.PerformContext, Hangfire.Core","System.Threading.CancellationToken"],
        """ + """
        "a":["\"PlanSlots\"",null,null]}
        """;

    private const string Case = """
        {"t":"Dukcapil.Bot.Web.Jobs.CaseJobs, Dukcapil.Bot.Web","m":"AdvanceAsync",
        """ + """
        "p":["System.Int64","System.Threading.CancellationToken"],
        """;

    public static TheoryData<string, string> Stored => new()
    {
        { $$"""{"t":"Dukcapil.Bot.Web.Jobs.RecurringJobs, Dukcapil.Bot.Web","m":"SweepAsync",{{Row}}""", "SweepAsync" },
        { $$"""{"t":"Dukcapil.Bot.Web.Jobs.RecurringJobs, Dukcapil.Bot.Web","m":"RunAsync",{{Row}}""", "RunAsync" },
        { $$"""{"t":"Dukcapil.Bot.Web.Jobs.RecurringJobs, Dukcapil.Bot.Web","m":"RunNowAsync",{{Row}}""", "RunNowAsync" },
        { Case + """ "a":["7",null],"q":"cases"}""", "AdvanceAsync" },
    };

    [Theory]
    [MemberData(nameof(Stored))]
    public void Job_that_waits_from_before_still_finds_its_method(string payload, string method)
    {
        JobSetup.Configure(GlobalConfiguration.Configuration);
        InvocationData.DeserializePayload(payload).DeserializeJob().Method.Name.ShouldBe(method);
    }

    [Fact]
    public void Every_job_is_named_above()
    {
        var methods = typeof(RecurringJobs).Assembly.GetTypes().SelectMany(type => type.GetMethods())
            .Where(method => method.GetCustomAttributes(typeof(AutomaticRetryAttribute), false).Length > 0)
            .Select(method => $"{method.DeclaringType!.Name}.{method.Name}");

        methods.Order(StringComparer.Ordinal)
            .ShouldBe(["CaseJobs.AdvanceAsync", "RecurringJobs.RunAsync", "RecurringJobs.RunNowAsync", "RecurringJobs.SweepAsync"]);
    }

    [Fact]
    public void Job_is_written_with_the_name_of_its_type_and_ids_alone()
    {
        JobSetup.Configure(GlobalConfiguration.Configuration);
        var written = InvocationData.SerializeJob(Job.FromExpression<CaseJobs>(job => job.AdvanceAsync(7, CancellationToken.None)));
        (written.Type, written.Method, written.Arguments).ShouldBe(
            ("Dukcapil.Bot.Web.Jobs.CaseJobs, Dukcapil.Bot.Web", "AdvanceAsync", """["7",null]"""));
    }
}
