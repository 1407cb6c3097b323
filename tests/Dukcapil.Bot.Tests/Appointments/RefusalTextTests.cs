using Dukcapil.Bot.Core.Appointments;
using Dukcapil.Bot.Tests.Content;

namespace Dukcapil.Bot.Tests.Appointments;

public sealed class RefusalTextTests
{
    [Fact]
    public void Every_refusal_has_a_sentence_in_both_languages()
    {
        foreach (var code in BookingRefusals.All)
            ShippedContent.Value.Texts[$"penolakan.{code}"]
                .ShouldSatisfyAllConditions(text => text.Id.ShouldNotBeEmpty(), text => text.En.ShouldNotBe(text.Id));
    }
}
